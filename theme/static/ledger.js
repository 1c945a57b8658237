// Searches the ledger by topic, unit, place and year, and sorts by value within a unit. It asks for the files under
// data/ledger/ that a search needs and for no other: those of one unit, or months, the newest first, until a page is full.
// Without this script the form stays hidden, and the pages by topic, unit, place and year say the same.
(function () {
  "use strict";
  var PAGE = 50; // figures that are listed at a time
  var MANY = 20000; // figures of a unit that an old telephone can still be asked to sort
  var ANCHOR = 0, TEXT = 1, VALUE = 2, HIGH = 3, UNIT = 5, LABEL = 6, PLACE = 7, DATE = 8; // of a figure's list
  var form = document.getElementById("ledger-search");
  if (!form || !window.fetch || !window.Promise || !window.URLSearchParams) return;
  var root = form.getAttribute("data-root");
  var browse = document.getElementById("ledger-browse");
  var status = form.querySelector("[role=status]");
  var hint = document.getElementById("ledger-hint");
  var results = form.querySelector("ol");
  var fields = form.elements;
  var files = {}, parents = {}, index, search;

  function file(path) {
    if (!files[path]) {
      files[path] = fetch(root + "data/ledger/" + path).then(function (answer) {
        if (!answer.ok) throw new Error(path + ": " + answer.status);
        return answer.json();
      });
      files[path].catch(function () { delete files[path]; }); // so that it can be tried again
    }
    return files[path];
  }

  function element(name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }

  function unitOf(name) {
    return index.units.filter(function (unit) { return unit.slug === name || unit.name === name; })[0];
  }

  function lies(place, within) {
    while (place && place !== within) place = parents[place];
    return place === within;
  }

  // What the reader asks for.
  function wish() {
    return { topic: fields.topic.value, unit: unitOf(fields.unit.value), place: fields.place.value,
      year: fields.year.value, sort: fields.sort.value };
  }

  function fits(asked, article, figure) {
    return (!asked.topic || article.topics.indexOf(asked.topic) >= 0) &&
      (!asked.unit || figure[UNIT] === asked.unit.name) &&
      (!asked.place || lies(figure[PLACE], asked.place)) &&
      (!asked.year || figure[DATE].slice(0, 4) === asked.year);
  }

  function found(asked, articles) {
    var rows = [];
    articles.forEach(function (article) {
      article.figures.forEach(function (figure) {
        if (fits(asked, article, figure)) rows.push({ article: article, figure: figure });
      });
    });
    return rows;
  }

  function size(row) {
    return row.figure[HIGH] === null ? row.figure[VALUE] : row.figure[HIGH];
  }

  function sorted(rows, how) {
    var turn = how === "up" ? 1 : -1;
    var order = rows.map(function (row, place) { return { row: row, place: place }; });
    order.sort(function (one, other) {
      var by = how ? size(one.row) - size(other.row)
        : one.row.article.date < other.row.article.date ? -1 : one.row.article.date > other.row.article.date ? 1 : 0;
      return by * turn || one.place - other.place; // old browsers do not keep the order of equals
    });
    return order.map(function (one) { return one.row; });
  }

  // The files in which an answer may stand. Years and months that have nothing of it are left out.
  function needed(asked) {
    if (asked.unit) {
      return asked.unit.years.filter(function (year) { return !asked.year || year === asked.year; })
        .map(function (year) { return "units/" + asked.unit.slug + "-" + year + ".json"; });
    }
    return index.months.filter(function (month) { return most(asked, month) > 0; })
      .map(function (month) { return "months/" + month.name + ".json"; });
  }

  // How many figures of a month there can be at most: exact where one thing is asked for.
  function most(asked, month) {
    return Math.min.apply(null, ["topic", "place", "year"].map(function (name) {
      return asked[name] ? (month[name] || {})[asked[name]] || 0 : month.count;
    }));
  }

  function dated(date) {
    var parts = date.split("-");
    return "截至" + ["年", "月", "日"].map(function (mark, place) {
      return parts[place] ? Number(parts[place]) + mark : "";
    }).join("");
  }

  function item(row) {
    var figure = row.figure, article = row.article, page = root + "articles/" + article.slug + ".html";
    var line = element("li", "figure"), link = element("a", "figure__link"), value = element("data", "figure__value");
    var text = figure[TEXT], unit = figure[UNIT], bare = text.length - unit.length;
    var ends = unit && text.lastIndexOf(unit) === bare;
    value.setAttribute("value", figure[VALUE]);
    value.textContent = ends ? text.slice(0, bare) : text;
    if (ends) value.appendChild(element("small", "", unit));
    link.href = page + "#" + figure[ANCHOR];
    link.appendChild(value);
    link.appendChild(document.createTextNode(" "));
    link.appendChild(element("span", "figure__label", figure[LABEL] || "见原句"));
    var source = element("p", "figure__source"), title = element("a", "figure__article", "《" + article.title + "》");
    title.href = page;
    source.appendChild(title);
    source.appendChild(element("span", "figure__as-of", dated(figure[DATE])));
    if (figure[PLACE]) source.appendChild(element("span", "figure__as-of", figure[PLACE]));
    line.appendChild(link);
    line.appendChild(source);
    return line;
  }

  // One search: what is found so far, what has been listed of it, and the files that are still to be asked for.
  function begin() {
    var asked = wish();
    var own = search = { asked: asked, rows: [], listed: 0, files: needed(asked) };
    results.textContent = "";
    status.textContent = "正在查……";
    var whole = asked.unit ? Promise.all(own.files.splice(0).map(file)).then(function (parts) {
      parts.forEach(function (part) { own.rows = own.rows.concat(found(asked, part)); });
      own.rows = sorted(own.rows, asked.sort);
    }) : Promise.resolve();
    whole.then(function () { return fill(own, PAGE); }).then(function () { list(own); }).catch(function () { fail(own); });
  }

  // Asks for months until there are so many figures, or no month is left.
  function fill(own, wanted) {
    if (own !== search || own.rows.length >= wanted || !own.files.length) return Promise.resolve();
    return file(own.files[0]).then(function (articles) {
      own.rows = own.rows.concat(sorted(found(own.asked, articles), ""));
      own.files.shift();
      return fill(own, wanted);
    });
  }

  function list(own) {
    if (own !== search) return; // the reader has asked for something else meanwhile
    var some = document.createDocumentFragment(), first = results.childNodes.length;
    own.rows.slice(own.listed, own.listed + PAGE).forEach(function (row) { some.appendChild(item(row)); });
    own.listed = Math.min(own.rows.length, own.listed + PAGE);
    results.appendChild(some);
    results.hidden = !own.listed;
    fields.more.hidden = !own.files.length && own.listed === own.rows.length;
    status.textContent = said(own);
    if (first && results.childNodes[first]) results.childNodes[first].firstChild.focus();
  }

  function said(own) {
    var known = !own.files.length, count = own.rows.length;
    if (!known && ["topic", "place", "year"].filter(function (name) { return own.asked[name]; }).length === 1) {
      count = index.months.reduce(function (sum, month) { return sum + most(own.asked, month); }, 0);
      known = true;
    }
    if (!count) return "没有符合条件的数字。";
    if (!known) return "已经找到" + count + "个数字，更早的稿件里可能还有。";
    return "找到" + count + "个数字" + (own.listed < count ? "，列出了" + own.listed + "个。" : "。");
  }

  function fail(own) {
    if (own === search) status.textContent = "没有读到数据。请检查网络，再选一次。";
  }

  function address(asked) {
    var words = new URLSearchParams();
    if (asked.unit) words.set("unit", asked.unit.name || asked.unit.slug);
    ["topic", "place", "year", "sort"].forEach(function (name) { if (asked[name]) words.set(name, asked[name]); });
    var query = words.toString();
    history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
  }

  function changed() {
    var asked = wish();
    [].forEach.call(fields.sort.options, function (option) { option.disabled = !!option.value && !asked.unit; });
    if (!asked.unit) fields.sort.value = "";
    hint.textContent = asked.unit ? "区间按上端排列，“余、近、约”不影响次序。" : "选定一个单位，就可以按数值排列。";
    if (asked.unit && asked.unit.count > MANY && !asked.year) {
      fields.year.value = asked.unit.years[0];
      hint.textContent = "这个单位的数字太多，一次查一年。";
    }
    asked = wish();
    address(asked);
    var any = asked.topic || asked.unit || asked.place || asked.year;
    browse.hidden = !!any;
    if (any) return begin();
    search = null;
    results.textContent = "";
    results.hidden = fields.more.hidden = true;
    status.textContent = "共" + index.total + "个数字。";
  }

  function offer(name, values, texts) {
    values.forEach(function (value, place) {
      var option = element("option", "", texts ? texts[place] : value);
      option.value = value;
      fields[name].appendChild(option);
    });
  }

  function depth(place) {
    return parents[place] && parents[parents[place]] ? depth(parents[place]) + 1 : 0;
  }

  function open(read) {
    index = read;
    index.places.forEach(function (place) { parents[place.name] = place.parent; });
    offer("topic", index.topics);
    offer("unit", index.units.map(function (unit) { return unit.slug; }),
      index.units.map(function (unit) { return (unit.name || "无单位") + "（" + unit.count + "）"; }));
    offer("place", index.places.map(function (place) { return place.name; }),
      index.places.map(function (place) { return new Array(depth(place.name) + 1).join("　") + place.name; }));
    offer("year", index.years, index.years.map(function (year) { return year + "年"; }));
    var words = new URLSearchParams(location.search);
    ["topic", "place", "year", "sort"].forEach(function (name) {
      var value = words.get(name) || "";
      if ([].some.call(fields[name].options, function (option) { return option.value === value; })) fields[name].value = value;
    });
    var unit = unitOf(words.get("unit"));
    if (unit) {
      fields.unit.value = unit.slug;
      fields.sort.value = fields.sort.value || "down";
    }
    form.hidden = false;
    changed();
  }

  form.addEventListener("change", function (event) {
    if (event.target === fields.unit) fields.sort.value = fields.unit.value ? fields.sort.value || "down" : "";
    changed();
  });
  form.addEventListener("reset", function () { setTimeout(changed, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  fields.more.addEventListener("click", function () {
    var own = search;
    fill(own, own.listed + PAGE).then(function () { list(own); }).catch(function () { fail(own); });
  });
  file("index.json").then(open);
})();

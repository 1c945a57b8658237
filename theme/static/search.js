// Finds what the reader asks for in titles, summaries and bodies: exactly the articles that contain it, newest first.
// It asks for one small file of the index a segment (see docs/search.md) and for the texts of the articles that it shows.
// Without this script the page's links to topics, columns and the archive are there.
(function () {
  "use strict";
  var PAGE = 10; // articles that are listed at a time
  var LENGTH = 6; // characters of an entry of the index
  var SOON = 4; // segments, the newest, whose files come before others
  var LONGEST = 60; // characters of a sentence that stand on each side of what was asked for
  var form = document.getElementById("search");
  var results = document.querySelector("[data-results]");
  if (!form || !results || !window.fetch || !window.Promise || !window.URLSearchParams || !history.pushState) return;
  var root = form.getAttribute("data-root");
  var index = JSON.parse(form.getAttribute("data-index"));
  var together = index[0];
  var segments = index.slice(1).map(function (row) {
    return { name: row[0], count: row[1], classes: row[2], parts: row[3] };
  });
  var fields = form.elements;
  var filters = ["topic", "column", "year"];
  var status = document.getElementById("search-status");
  var pager = document.getElementById("search-pager");
  var named = document.title;
  var files = {}, search;

  // ---- text as it is compared; must do as plugins/fulltext/folding.py does

  var ALIKE = /[％０-９Ａ-Ｚａ-ｚ]/;

  // The folded text, and for each of its characters the place where it stood.
  function fold(text) {
    var out = "", places = [], gap = false;
    for (var at = 0; at < text.length; at += 1) {
      var char = text.charAt(at), code = text.charCodeAt(at), began = at;
      if (/[\s\ufeff\x1c-\x1f\x85]/.test(char)) { gap = out !== ""; continue; }
      if (code >= 0xd800 && code < 0xdc00 && at + 1 < text.length) {
        at += 1;
        char = String.fromCharCode(0xe400 + ((code - 0xd800) * 0x400 + text.charCodeAt(at) - 0xdc00 + 0x10000) % 5000);
      } else {
        if (ALIKE.test(char)) char = String.fromCharCode(code - 0xfee0);
        var lower = char.toLowerCase();
        if (lower.length === 1) char = lower === "ς" ? "σ" : lower;
      }
      if (gap) { out += " "; places.push(began - 1); gap = false; }
      out += char;
      places.push(began);
    }
    places.push(text.length);
    return { text: out, places: places };
  }

  // A whole number as the word that stands for it in the index; "" for what has none.
  function valueKey(digits) {
    digits = digits.replace(/^0+/, "");
    if (digits.length < 4 || digits.length > 12) return "";
    var key = "";
    for (; digits; digits = digits.slice(0, -3)) key = String.fromCharCode(0xe000 + Number(digits.slice(-3))) + key;
    return "\uf8ff" + key + "\uf8fe";
  }

  // What is asked for: words that must all be there, each with other ways to write it. In "" all of it is one word.
  function wordsOf(query) {
    var whole = /^\s*"([^"]+)"\s*$/.exec(query), text = fold(whole ? whole[1] : query).text;
    return (whole ? [text] : text.split(" ")).filter(Boolean).map(function (word) {
      var ways = [word];
      if (/^(\d{4,}|\d{1,3}(,\d{3})+)$/.test(word)) {
        var digits = word.replace(/,/g, ""), key = valueKey(digits);
        if (digits !== word) ways.push(digits);
        if (key) ways.push(key);
      }
      return ways;
    });
  }

  // ---- files

  // `last`: what is shown first doesn't wait for it, as it would where a host gives a browser but six connections.
  function file(path, kind, last) {
    if (!files[path]) {
      files[path] = fetch(root + "search/" + path, { priority: last ? "low" : "high" }).then(function (answer) {
        if (!answer.ok) throw new Error(path + ": " + answer.status);
        return answer[kind]();
      });
      files[path].catch(function () { delete files[path]; }); // so that it can be tried again
    }
    return files[path];
  }

  function textOf(hit) {
    return file(hit.segment.name + "/t" + Math.floor(hit.article / together) + ".json", "json").then(function (some) {
      var row = some[hit.article % together];
      return { slug: row[0], title: row[1], date: row[2], column: row[3], summary: row[4], lines: row[5], values: row[6] };
    });
  }

  // Marks in `into` the articles whose numbers are written as gaps.
  function mark(written, into) {
    for (var at = 0, number = -1; at < written.length; at += 1) {
      var value = written.charCodeAt(at) - 80;
      if (value < 0) {
        value += 47;
      } else {
        at += 1;
        var next = written.charCodeAt(at) - 80;
        if (next < 0) value = 47 + value * 47 + next + 47;
        else value = 47 + 2209 + (value * 47 + next) * 47 + written.charCodeAt(++at) - 33;
      }
      number += value + 1;
      into[number] = 1;
    }
  }

  function hex(number) {
    return (number < 16 ? "0" : "") + number.toString(16);
  }

  // The file of the index with what begins as a word does; must do as plugins/fulltext/grams.py does.
  function bucket(segment, word) {
    var first = word.charCodeAt(0), second = word.charCodeAt(1);
    var kind = ((first & 255) * 167 + 13 ^ second) & 255 & (segment.classes - 1);
    return segment.name + "/" + hex(kind) + hex((first ^ second >> 8) & (segment.parts - 1)) + ".txt";
  }

  function entries(text, word, into) {
    var head = word.slice(0, 3), rest = word.slice(3);
    text.split("\n").forEach(function (line) {
      if (line.slice(0, head.length) !== head) return;
      var cells = line.split("\t");
      for (var at = 1; at < cells.length; at += 2) {
        if (cells[at].slice(0, rest.length) === rest) mark(cells[at + 1], into);
      }
    });
    return into;
  }

  // The articles of a segment that contain a text of two to six characters.
  function containing(segment, word) {
    return file(bucket(segment, word), "text", segments.indexOf(segment) >= SOON).then(function (text) {
      return entries(text, word, new Uint8Array(segment.count));
    });
  }

  function both(sets) {
    return sets.reduce(function (one, other) { return one.map(function (value, at) { return value & other[at]; }); });
  }

  function either(sets) {
    return sets.reduce(function (one, other) { return one.map(function (value, at) { return value | other[at]; }); });
  }

  // Those that may contain a word: of a longer one every six characters are looked for.
  function holding(segment, word) {
    var pieces = [];
    for (var at = 0; at + LENGTH < word.length; at += LENGTH) pieces.push(word.substr(at, LENGTH));
    pieces.push(word.length > LENGTH ? word.slice(-LENGTH) : word);
    return Promise.all(pieces.map(function (piece) { return containing(segment, piece); })).then(both);
  }

  function within(segment, name, value) {
    return file(segment.name + "/kinds.json", "json").then(function (kinds) {
      var into = new Uint8Array(segment.count);
      mark(kinds[name][value] || "", into);
      return into;
    });
  }

  // The hits in a segment, newest first.
  function found(segment, asked) {
    var sets = asked.words.map(function (ways) {
      return Promise.all(ways.map(function (word) { return holding(segment, word); })).then(either);
    });
    filters.forEach(function (name) { if (asked[name]) sets.push(within(segment, name, asked[name])); });
    return Promise.all(sets).then(both).then(function (set) {
      var hits = [];
      for (var at = 0; at < set.length; at += 1) if (set[at]) hits.push({ segment: segment, article: at });
      return asked.sure ? hits : verified(hits, asked.words);
    });
  }

  function verified(hits, words) {
    return Promise.all(hits.map(textOf)).then(function (texts) {
      return hits.filter(function (_, at) { return contains(texts[at], words); });
    });
  }

  function contains(text, words) {
    var lines = [text.title, text.summary].concat(text.lines.map(function (line) { return line[1]; }))
      .map(function (line) { return fold(line).text; });
    return words.every(function (ways) {
      return ways.some(function (way) {
        return lines.some(function (line) { return line.indexOf(way) >= 0; }) || valued(text, way);
      });
    });
  }

  function valued(text, way) {
    return text.values.filter(function (value) { return valueKey(String(value[0])) === way; })[0];
  }

  // ---- what is shown

  function element(name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }

  // The stretches of a text in which something asked for stands, in order and apart from each other.
  function stretches(text, words) {
    var folded = fold(text), spans = [], end = 0;
    words.forEach(function (ways) {
      ways.forEach(function (way) {
        for (var at = folded.text.indexOf(way); at >= 0; at = folded.text.indexOf(way, at + way.length)) {
          spans.push([folded.places[at], folded.places[at + way.length - 1] + 1]);
        }
      });
    });
    spans.forEach(function (span) { if (/[\ud800-\udbff]/.test(text.charAt(span[1] - 1))) span[1] += 1; });
    spans.sort(function (one, other) { return one[0] - other[0] || other[1] - one[1]; });
    return spans.filter(function (span) {
      var apart = span[0] >= end;
      if (apart) end = span[1];
      return apart;
    });
  }

  function marked(into, text, spans) {
    var at = 0;
    spans.forEach(function (span) {
      into.appendChild(document.createTextNode(text.slice(at, span[0])));
      into.appendChild(element("mark", "", text.slice(span[0], span[1])));
      at = span[1];
    });
    into.appendChild(document.createTextNode(text.slice(at)));
    return into;
  }

  // The sentence of a line around a place.
  function sentence(line, start, end) {
    var first = start, last = end;
    while (first > 0 && !/[。！？]/.test(line.charAt(first - 1))) first -= 1;
    if (!/[。！？]/.test(line.charAt(last - 1))) while (last < line.length && !/[。！？]/.test(line.charAt(last))) last += 1;
    while (last < line.length && /[。！？”’）」』]/.test(line.charAt(last))) last += 1;
    while (first < start && /[”’）」』\s]/.test(line.charAt(first))) first += 1;
    return [first, last];
  }

  // Where to look at an article: the line with most of what was asked for, before others the body's.
  function best(text, words) {
    var lines = text.lines.concat([["", text.summary]]), chosen = null, most = 0;
    lines.forEach(function (line) {
      var spans = stretches(line[1], words), many = words.filter(function (ways) { return stretches(line[1], [ways]).length; }).length;
      if (many > most) { most = many; chosen = { anchor: line[0], text: line[1], spans: spans }; }
    });
    if (chosen) return chosen;
    words.forEach(function (ways) {
      ways.forEach(function (way) {
        var value = valued(text, way);
        if (!value || chosen) return;
        var line = value[2] >= 0 ? text.lines[value[2]][1] : text.summary, at = line.indexOf(value[3]);
        chosen = { anchor: value[1], text: line, spans: at < 0 ? [] : [[at, at + value[3].length]], value: value[1] };
      });
    });
    return chosen;
  }

  function item(text, words) {
    var line = element("li", "story"), link = element("a"), place = best(text, words);
    var meta = element("p", "story__meta"), parts = text.date.split("-").map(Number);
    var href = root + "articles/" + text.slug + ".html";
    marked(link, text.title, stretches(text.title, words));
    meta.appendChild(element("time", "", parts[0] + "年" + parts[1] + "月" + parts[2] + "日")).setAttribute("datetime", text.date);
    if (text.column) meta.appendChild(document.createTextNode(" · " + text.column));
    line.appendChild(link);
    line.appendChild(said(text, place));
    line.appendChild(meta);
    if (place && place.anchor) {
      href += "#" + encodeURIComponent(place.anchor);
      if (place.spans.length && !place.value && "fragmentDirective" in document) {
        var span = sentence(place.text, place.spans[0][0], place.spans[0][1]);
        href += ":~:text=" + encodeURIComponent(place.text.slice(span[0], span[1]).trim()).replace(/-/g, "%2D");
      }
    }
    link.href = href;
    return line;
  }

  function said(text, place) {
    var into = element("p", "story__summary");
    if (!place) { into.textContent = text.summary; return into; }
    if (!place.spans.length) { into.textContent = place.text; return into; }
    var hit = place.spans[0], span = sentence(place.text, hit[0], hit[1]);
    var from = Math.max(span[0], hit[0] - LONGEST), to = Math.min(span[1], hit[1] + 2 * LONGEST);
    if (/[\udc00-\udfff]/.test(place.text.charAt(from))) from += 1;
    if (/[\udc00-\udfff]/.test(place.text.charAt(to))) to += 1;
    if (from > span[0]) into.appendChild(document.createTextNode("……"));
    marked(into, place.text.slice(from, to), place.spans.filter(function (one) { return one[0] >= from && one[1] <= to; })
      .map(function (one) { return [one[0] - from, one[1] - from]; }));
    if (to < span[1]) into.appendChild(document.createTextNode("……"));
    return into;
  }

  // ---- one search

  function asked() {
    var query = new URLSearchParams(location.search), made = { q: query.get("q") || "" };
    made.page = Math.max(1, Math.floor(Number(query.get("page"))) || 1);
    made.words = wordsOf(made.q);
    made.sure = made.words.every(function (ways) { return ways.every(function (way) { return way.length <= LENGTH; }); });
    made.short = made.words.some(function (ways) { return ways[0].length < 2; });
    filters.forEach(function (name) {
      var value = query.get(name) || "";
      made[name] = [].some.call(fields[name].options, function (option) { return option.value === value; }) ? value : "";
    });
    return made;
  }

  function address(wish, page) {
    var words = new URLSearchParams();
    words.set("q", wish.q);
    filters.forEach(function (name) { if (wish[name]) words.set(name, wish[name]); });
    if (page > 1) words.set("page", page);
    return location.pathname + "?" + words.toString();
  }

  function begin() {
    var wish = asked(), own = search = { wish: wish, lists: [], hits: [], listed: 0, shown: Promise.resolve() };
    fields.q.value = wish.q;
    filters.forEach(function (name) { fields[name].value = wish[name]; });
    results.textContent = "";
    results.removeAttribute("data-ready");
    results.removeAttribute("data-count");
    results.setAttribute("start", (wish.page - 1) * PAGE + 1);
    pager.textContent = "";
    pager.hidden = true;
    document.title = wish.words.length ? wish.q.slice(0, 40) + "｜" + named : named;
    if (!wish.words.length || wish.short) {
      results.setAttribute("data-ready", "");
      return say(form.getAttribute(wish.short ? "data-short" : "data-empty"));
    }
    say("正在找……");
    Promise.all(segments.map(function (segment, at) {
      return found(segment, wish).then(function (hits) {
        own.lists[at] = hits;
        list(own);
      });
    })).then(function () { return own.shown; }).then(function () { finish(own); }).catch(function () { fail(own); });
  }

  // Lists what is known of the page: the hits of the newest segments, as far as they have all answered.
  function list(own) {
    while (own.lists[own.listed]) own.hits = own.hits.concat(own.lists[own.listed++]);
    var from = (own.wish.page - 1) * PAGE + (own.begun || 0), to = own.wish.page * PAGE;
    own.hits.slice(from, to).forEach(function (hit) {
      own.begun = (own.begun || 0) + 1;
      var before = own.shown, text = own.first ? own.first.then(function () { return textOf(hit); }) : own.first = textOf(hit);
      text.catch(function () {}); // said where all of it is waited for
      own.shown = before.then(function () { return text; }).then(function (text) {
        if (own === search) results.appendChild(item(text, own.wish.words));
      });
      own.shown.catch(function () {});
    });
  }

  function finish(own) {
    if (own !== search) return; // the reader has asked for something else meanwhile
    var count = own.hits.length, last = Math.max(1, Math.ceil(count / PAGE));
    results.setAttribute("data-count", count);
    results.setAttribute("data-ready", "");
    if (!count) {
      say("没有找到“" + own.wish.q.slice(0, 40) + "”。" + form.getAttribute("data-none"));
    } else {
      say("找到", count, "篇" + (last > 1 ? "，第" + own.wish.page + "页，共" + last + "页。" : "。"));
      if (own.wish.page > last) say("共找到", count, "篇，没有第" + own.wish.page + "页。");
    }
    if (last > 1) {
      leaf(own, Math.min(own.wish.page - 1, last), "上一页");
      leaf(own, own.wish.page + 1 <= last ? own.wish.page + 1 : 0, "下一页");
      pager.hidden = false;
    }
  }

  function leaf(own, page, text) {
    if (page < 1) return;
    var link = element("a", "pager__link", text);
    link.href = address(own.wish, page);
    pager.appendChild(link);
  }

  function fail(own) {
    if (own === search) say(form.getAttribute("data-failed"));
  }

  function say(text, count, more) {
    status.textContent = text;
    if (count === undefined) return;
    var number = element("span", "", String(count));
    number.setAttribute("data-count", count);
    status.appendChild(number);
    status.appendChild(document.createTextNode(more));
  }

  function go(where) {
    history.pushState(null, "", where);
    begin();
  }

  function wanted() {
    var wish = { q: fields.q.value };
    filters.forEach(function (name) { wish[name] = fields[name].value; });
    return wish;
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    go(address(wanted(), 1));
  });
  filters.forEach(function (name) {
    fields[name].addEventListener("change", function () { go(address(wanted(), 1)); });
  });
  pager.addEventListener("click", function (event) {
    var link = event.target;
    if (!link.href || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.href);
    status.focus();
    status.scrollIntoView();
  });
  window.addEventListener("popstate", begin);
  begin();
})();

// Shows what the reader asks for in titles, summaries and bodies: the articles that contain it, newest first, each with
// its sentence. `search/ask.js`, which stands in the page, knows which they are.
// Without scripts the page's links to topics, columns and the archive are there.
(function () {
  "use strict";
  var LONGEST = 60; // characters of a sentence that stand on each side of what was asked for
  var form = document.getElementById("search");
  var results = document.querySelector("[data-results]");
  var searching = window.searching;
  if (!form || !results || !searching || !history.pushState) return;
  var PAGE = searching.page, filters = searching.filters, fold = searching.fold, textOf = searching.textOf;
  var root = form.getAttribute("data-root");
  var fields = form.elements;
  var status = document.getElementById("search-status");
  var pager = document.getElementById("search-pager");
  var named = document.title;
  var search;

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
        var value = searching.valued(text, way);
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

  // What the address asks; a filter that the page doesn't offer is none.
  function asked() {
    var made = searching.wish();
    filters.forEach(function (name) {
      var own = function (option) { return option.value === made[name]; };
      if (![].some.call(fields[name].options, own)) made[name] = "";
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
    var wish = asked(), answer = searching.ask(wish);
    var own = search = { wish: wish, words: answer.words, lists: [], hits: [], listed: 0, shown: Promise.resolve() };
    fields.q.value = wish.q;
    filters.forEach(function (name) { fields[name].value = wish[name]; });
    results.textContent = "";
    results.removeAttribute("data-ready");
    results.removeAttribute("data-count");
    results.setAttribute("start", (wish.page - 1) * PAGE + 1);
    pager.textContent = "";
    pager.hidden = true;
    document.title = own.words.length ? wish.q.slice(0, 40) + "｜" + named : named;
    if (!own.words.length || answer.short) {
      results.setAttribute("data-ready", "");
      return say(form.getAttribute(answer.short ? "data-short" : "data-empty"));
    }
    say("正在找……");
    Promise.all(answer.lists.map(function (answered, at) {
      return answered.then(function (hits) {
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
        if (own === search) results.appendChild(item(text, own.words));
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

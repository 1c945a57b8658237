// What the search knows: a question in, the articles that contain it out, newest first. It stands in the page itself, before
// the style sheet, and begins at once with what the address asks: the index is on its way while the page is still being
// read. `search.js` shows what it finds. It asks for one small file of the index a segment (see docs/search.md) and for the
// texts of the articles that are shown.
(function (script) {
  "use strict";
  var PAGE = 10; // articles that are listed at a time
  var LENGTH = 6; // characters of an entry of the index
  var SOON = 4; // segments, the newest, whose files come before others
  var FILTERS = ["topic", "column", "year"];
  if (!window.fetch || !window.Promise || !window.URLSearchParams) return;
  var root = script.getAttribute("data-root");
  var index = JSON.parse(script.getAttribute("data-index"));
  var together = index[0];
  var segments = index.slice(1).map(function (row) {
    return { name: row[0], count: row[1], classes: row[2], parts: row[3] };
  });
  var files = {}, kept = {};

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

  // The file of the index with what begins as a word does; must do as plugins/fulltext/grams.py does.
  function bucket(segment, word) {
    var first = word.charCodeAt(0), second = word.charCodeAt(1);
    var kind = ((first & 255) * 167 + 13 ^ second) & 255 & (segment.classes - 1);
    var part = word.length < 3 ? "" : (first ^ second >> 8 ^ word.charCodeAt(2)) & (segment.parts - 1);
    return segment.name + "/" + (kind < 16 ? "0" : "") + kind.toString(16) + part.toString(16) + ".txt";
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
  function found(segment, words, filters) {
    var sets = words.map(function (ways) {
      return Promise.all(ways.map(function (word) { return holding(segment, word); })).then(either);
    });
    FILTERS.forEach(function (name) { if (filters[name]) sets.push(within(segment, name, filters[name])); });
    return Promise.all(sets).then(both).then(function (set) {
      var hits = [];
      for (var at = 0; at < set.length; at += 1) if (set[at]) hits.push({ segment: segment, article: at });
      return words.every(sure) ? hits : verified(hits, words);
    });
  }

  // Whether the index alone can tell.
  function sure(ways) {
    return ways.every(function (way) { return way.length <= LENGTH; });
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

  // ---- one question

  // What the address asks: a query, filters, a page.
  function wish() {
    var given = new URLSearchParams(location.search), made = { q: given.get("q") || "" };
    made.page = Math.max(1, Math.floor(Number(given.get("page"))) || 1);
    FILTERS.forEach(function (name) { made[name] = given.get(name) || ""; });
    return made;
  }

  // The words, and for each segment the promise of its hits; the last question is kept.
  function ask(asked) {
    var key = JSON.stringify([asked.q].concat(FILTERS.map(function (name) { return asked[name]; })));
    if (kept.key === key) return kept;
    var words = wordsOf(asked.q), short = words.some(function (ways) { return ways[0].length < 2; });
    var lists = words.length && !short ? segments.map(function (segment) { return found(segment, words, asked); }) : [];
    lists.forEach(function (list) { list.catch(function () { kept = {}; }); }); // so that it can be tried again
    kept = { key: key, words: words, short: short, lists: lists };
    return kept;
  }

  // Asks for the text that will be shown first, as soon as it is known which one.
  function hurry(lists, from) {
    if (lists.length) lists[0].then(function (hits) {
      if (from < hits.length) textOf(hits[from]).catch(function () {}); else hurry(lists.slice(1), from - hits.length);
    }, function () {});
  }

  window.searching = { filters: FILTERS, page: PAGE, wish: wish, ask: ask, textOf: textOf, fold: fold, valued: valued };
  if (location.search) hurry(ask(wish()).lists, (wish().page - 1) * PAGE);
})(document.currentScript);

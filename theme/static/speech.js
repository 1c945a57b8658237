// Reads an article aloud, sentence by sentence, with the sentence marked that is being read. site.js
// offers the buttons where there is a Chinese voice, and fetches this when one is reached for. Pausing remembers the sentence and starts it again: what browsers do when speech is paused
// differs, and some forget it.
(function () {
  "use strict";
  var box = document.querySelector("[data-speech]");
  var article = document.querySelector(".article");
  var speech = window.speechSynthesis;
  if (!box || !article || !speech || !window.SpeechSynthesisUtterance) return;
  var play = box.querySelector("[data-speech-play]"), stop = box.querySelector("[data-speech-stop]");
  var BLOCKS = ".article-head__title, .article-head__subtitle, .prose p, .prose li, .prose h2, .prose h3, .prose h4, " +
    ".prose th, .prose td, .prose figcaption";
  var SILENT = "sup, rt, rp, script, .footnote-backref, .footnotes, [hidden]";
  var ENDS = /[^。！？；!?;]*[。！？；!?;]+[”’」』）)]*|[^。！？；!?;]+$/g;
  var sentences = null, at = 0, turn = 0, speaking = false;

  // Written here because style checkers don't know the pseudo-element yet; a browser that does knows such sheets too.
  function dress() {
    if (!(window.CSS && CSS.highlights && window.Highlight) || !document.adoptedStyleSheets) return false;
    var sheet = new CSSStyleSheet();
    sheet.replaceSync("::highlight(read-aloud) { background-color: var(--wash); color: var(--mark); }");
    document.adoptedStyleSheets = [].concat(Array.prototype.slice.call(document.adoptedStyleSheets), sheet);
    return true;
  }
  var highlights = dress();

  function voice() {
    var found = speech.getVoices().filter(function (one) { return /^(zh|cmn)([-_]|$)/i.test(one.lang); });
    function rank(one) { return (/CN|Hans/i.test(one.lang) ? 0 : 2) + (one.localService ? 0 : 1); }
    return found.sort(function (a, b) { return rank(a) - rank(b); })[0];
  }

  // As a person would say it: voices stumble over signs, not over digits.
  function said(text) {
    return text.replace(/(\d),(?=\d{3})/g, "$1")
      .replace(/(\d)\s*[—–～~\-]+\s*(?=\d[\d.]*\s*[%万亿个年月日元人名户岁])/g, "$1至")
      .replace(/([\d.]+)[%％]/g, "百分之$1")
      .replace(/(\d+)\/(\d+)/g, "$2分之$1")
      .replace(/㎡/g, "平方米").replace(/℃/g, "摄氏度").replace(/\s+/g, " ").trim();
  }

  // The texts of a block with their nodes; blocks inside blocks are read by themselves.
  function nodes(block) {
    var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, null, false), found = [], node;
    while ((node = walker.nextNode())) {
      var parent = node.parentElement;
      if (parent.closest(BLOCKS) === block && !parent.closest(SILENT)) found.push(node);
    }
    return found;
  }

  function place(parts, offset, end) {
    for (var i = 0; i < parts.length; i += 1) {
      var length = parts[i].data.length;
      if (offset < length || (end && offset === length)) return [parts[i], offset];
      offset -= length;
    }
    return null;
  }

  function gathered() {
    var found = [];
    Array.prototype.forEach.call(article.querySelectorAll(BLOCKS), function (block) {
      if (block.closest(SILENT)) return;
      var parts = nodes(block), match;
      var text = parts.map(function (node) { return node.data; }).join("");
      ENDS.lastIndex = 0;
      while ((match = ENDS.exec(text)) && match[0]) {
        if (said(match[0])) {
          found.push({
            text: said(match[0]), block: block,
            start: place(parts, match.index, false), end: place(parts, match.index + match[0].length, true)
          });
        }
      }
    });
    return found;
  }

  function unmark() {
    if (highlights) CSS.highlights.delete("read-aloud");
    var marked = article.querySelector("[data-read-aloud]");
    if (marked) marked.removeAttribute("data-read-aloud");
  }

  function mark(sentence) {
    unmark();
    if (highlights && sentence.start && sentence.end) {
      var range = document.createRange();
      range.setStart(sentence.start[0], sentence.start[1]);
      range.setEnd(sentence.end[0], sentence.end[1]);
      CSS.highlights.set("read-aloud", new Highlight(range));
    } else {
      sentence.block.setAttribute("data-read-aloud", "");
    }
    var seen = sentence.block.getBoundingClientRect();
    if (seen.top < 0 || seen.bottom > innerHeight) sentence.block.scrollIntoView({ block: "center" });
  }

  function show() {
    play.textContent = speaking ? "暂停" : at ? "继续" : "听全文";
    if (!speaking && !at && document.activeElement === stop) play.focus();
    stop.hidden = !speaking && !at;
  }

  function next(mine) {
    if (mine !== turn) return;
    if (at >= sentences.length) { end(); return; }
    var sentence = sentences[at], words = new SpeechSynthesisUtterance(sentence.text);
    words.voice = voice() || null;
    words.lang = words.voice ? words.voice.lang : "zh-CN";
    words.onend = function () {
      if (mine !== turn) return;
      at += 1;
      next(mine);
    };
    words.onerror = function () { if (mine === turn) pause(); };
    mark(sentence);
    speech.speak(words);
  }

  function pause() {
    turn += 1; // what still comes of the sentence that is broken off is of no interest
    speaking = false;
    speech.cancel();
    show();
  }

  function end() {
    at = 0;
    pause();
    unmark();
  }

  play.addEventListener("click", function () {
    if (speaking) { pause(); return; }
    sentences = sentences || gathered();
    speaking = true;
    turn += 1;
    show();
    next(turn);
  });
  stop.addEventListener("click", end);
  addEventListener("pagehide", end);
})();

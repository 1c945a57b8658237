// Has what is visited kept for reading without a network, and offers to read aloud. It comes when the page has been
// painted, see boot.js.
(function () {
  "use strict";

  // This page was here before the worker took over: sw.js is told of it.
  var own = document.currentScript;
  function tell(registration) {
    var loaded = performance.getEntriesByType("resource").map(function (entry) { return entry.name; });
    registration.active.postMessage([location.href].concat(loaded));
  }
  if (own && window.isSecureContext && "serviceWorker" in navigator) {
    var first = !navigator.serviceWorker.controller;
    navigator.serviceWorker.register(new URL("../sw.js", own.src)).then(function () {
      return first ? navigator.serviceWorker.ready.then(tell) : undefined;
    }).catch(function () { /* read on without */ });
  }

  // Reading aloud is offered where there is a Chinese voice; what reads comes when the reader reaches for it.
  var aloud = document.querySelector("[data-speech]"), speech = window.speechSynthesis;
  var REACHING = ["pointerover", "touchstart", "focusin", "click"];
  var asked = false, wanted = false;
  function offer() {
    aloud.hidden = !speech.getVoices().some(function (voice) { return /^(zh|cmn)([-_]|$)/i.test(voice.lang); });
  }
  function reach(event) {
    wanted = wanted || event.type === "click";
    if (asked) return;
    asked = true;
    var script = document.createElement("script");
    script.src = aloud.getAttribute("data-speech");
    script.onload = function () {
      REACHING.forEach(function (name) { aloud.removeEventListener(name, reach); });
      if (wanted) aloud.querySelector("[data-speech-play]").click();
    };
    script.onerror = function () { asked = false; }; // so that it can be tried again
    document.head.appendChild(script);
  }
  if (aloud && speech && window.SpeechSynthesisUtterance) {
    REACHING.forEach(function (name) { aloud.addEventListener(name, reach); });
    offer();
    if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
  }
})();

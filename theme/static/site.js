// Remembers what the reader chose in the masthead: enlarged view (长者版) and colour scheme. Without this script
// the same controls work for the page at hand, through :has() in tokens.css.
(function () {
  "use strict";
  var root = document.documentElement;

  function recall(key) {
    try { return localStorage.getItem(key) || ""; } catch (refused) { return ""; }
  }

  function keep(key, value) {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch (refused) { /* a browser that keeps nothing still shows the choice on this page */ }
  }

  function show(key, value) {
    if (value) root.setAttribute("data-" + key, value);
    else root.removeAttribute("data-" + key);
  }

  function bind(key, control, read, write) {
    if (!control) return;
    function recalled() {
      var value = recall(key);
      write(value);
      show(key, value);
    }
    recalled();
    control.addEventListener("change", function () {
      keep(key, read());
      show(key, read());
    });
    addEventListener("storage", recalled); // the choice was made in another tab
    addEventListener("pageshow", recalled); // or before coming back to this page
  }

  var large = document.getElementById("view-large");
  var scheme = document.getElementById("scheme");
  bind("view", large,
    function () { return large.checked ? "large" : ""; },
    function (value) { large.checked = value === "large"; });
  bind("scheme", scheme,
    function () { return scheme.value; },
    function (value) { scheme.value = value === "light" || value === "dark" ? value : ""; });

  // What is visited stays readable without a network, see sw.js. This page was here before the worker took over.
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
})();

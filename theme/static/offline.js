// Lists the pages that sw.js keeps, the one visited last first.
(function () {
  "use strict";
  var place = document.querySelector("[data-kept]");
  if (!place || !window.caches) return;

  function named(cache, request) {
    return cache.match(request).then(function (response) { return response.text(); }).then(function (text) {
      var title = new DOMParser().parseFromString(text, "text/html").title;
      return { address: request.url, title: title.replace(/｜[^｜]*$/, "") || request.url };
    });
  }

  function show(pages) {
    var list = place.querySelector("ul");
    pages.reverse().forEach(function (page) {
      var item = document.createElement("li"), link = document.createElement("a");
      link.href = page.address;
      link.textContent = page.title;
      item.appendChild(link);
      list.appendChild(item);
    });
    place.hidden = !pages.length;
  }

  var root = new URL("../", document.currentScript.src).pathname;
  caches.open("hub " + root + " pages").then(function (cache) {
    return cache.keys().then(function (requests) {
      return Promise.all(requests.map(function (request) { return named(cache, request); }));
    });
  }).then(show).catch(function () { /* nothing is kept here */ });
})();

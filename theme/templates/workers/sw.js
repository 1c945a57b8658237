// Keeps what was visited, so that it can be read without a network. Pages come from the network wherever it answers
// in time, so that nobody reads yesterday's page on a good line; what has a fingerprint in its name comes from the
// cache. This file changes only with the theme and the site's furniture ({{ edition }}).
(function () {
  "use strict";
  var SHELL = [
{% for name in ["style.css", "article.css", "site.js", "offline.js"] %}
    "{{ static(name) }}",
{% endfor %}
    "{{ url("/offline/") }}"
  ];
  var OFFLINE = "{{ url("/offline/") }}";
  var PATIENCE = 4000; // milliseconds for a page that is kept; one that is not is waited for
  var LARGEST = 1500000; // bytes: downloads are not kept
  var scope = self.registration.scope;
  var THEME = name("theme"), PAGES = name("pages"), IMAGES = name("images");
  var most = {};
  most[THEME] = 60;
  most[PAGES] = 120;
  most[IMAGES] = 120;

  function name(kind) { return "hub " + new URL(scope).pathname + " " + kind; }

  function nothing() { return undefined; }

  function bare(address) { return address.split(/[?#]/)[0]; }

  function ours(address) { return address.indexOf(scope) === 0; }

  function fingerprinted(address) { return /^(theme|images)\//.test(address.slice(scope.length)); }

  function home(address) { return address.slice(scope.length).indexOf("images/") === 0 ? IMAGES : THEME; }

  // The oldest go; what an offline page needs stays.
  function trim(cache, limit) {
    return cache.keys().then(function (requests) {
      var loose = requests.filter(function (request) { return SHELL.indexOf(new URL(request.url).pathname) < 0; });
      return Promise.all(loose.slice(0, Math.max(0, loose.length - limit)).map(function (request) {
        return cache.delete(request);
      }));
    });
  }

  function keep(where, address, response) {
    if (!response.ok || response.redirected || response.type !== "basic") return undefined;
    if (Number(response.headers.get("content-length")) > LARGEST) return undefined;
    return caches.open(where).then(function (cache) {
      return cache.put(address, response).then(function () { return trim(cache, most[where]); });
    });
  }

  function isPage(response) {
    return (response.headers.get("content-type") || "").indexOf("text/html") === 0;
  }

  function fixed(event) {
    var address = bare(event.request.url);
    return caches.match(address).then(function (kept) {
      return kept || fetch(event.request).then(function (response) {
        event.waitUntil(Promise.resolve(keep(home(address), address, response.clone())).catch(nothing));
        return response;
      });
    });
  }

  // From the network first; what is kept, if that fails or takes too long. What comes late is kept all the same.
  function fresh(event, where, otherwise) {
    var address = bare(event.request.url);
    var kept = caches.match(address);
    var coming = fetch(event.request, { cache: "no-cache" }); // else a browser may answer out of its own store
    event.waitUntil(coming.then(function (response) {
      if (where === PAGES && !isPage(response)) return undefined;
      return keep(where, address, response.clone());
    }).catch(nothing));
    var answered = coming.then(function (response) {
      return response.status < 500 ? response : kept.then(function (page) { return page || response; });
    }, function (failure) {
      return kept.then(function (page) { return page || otherwise(failure); });
    });
    var patience = new Promise(function (resolve) { setTimeout(resolve, PATIENCE); });
    return Promise.race([answered, patience.then(function () {
      return kept.then(function (page) { return page || answered; });
    })]);
  }

  function offline() { return caches.match(OFFLINE).then(function (page) { return page || Response.error(); }); }

  function fail(failure) { throw failure; }

  // A page that was open before this worker took over says what it consists of.
  function take(address) {
    if (!ours(address)) return undefined;
    return fetch(address, { credentials: "same-origin" }).then(function (response) {
      var where = fingerprinted(bare(address)) ? home(address) : isPage(response) ? PAGES : "";
      return where ? keep(where, bare(address), response) : undefined;
    }).catch(nothing);
  }

  addEventListener("install", function (event) {
    event.waitUntil(caches.open(THEME).then(function (cache) {
      return cache.addAll(SHELL.map(function (address) { return new Request(address, { cache: "no-cache" }); }));
    }).then(function () { return self.skipWaiting(); }));
  });

  addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });

  addEventListener("message", function (event) {
    if (Array.isArray(event.data)) event.waitUntil(Promise.all(event.data.map(take)));
  });

  addEventListener("fetch", function (event) {
    var request = event.request;
    if (request.method !== "GET" || !ours(request.url) || request.headers.has("range")) return;
    if (fingerprinted(request.url)) event.respondWith(fixed(event));
    else if (request.mode === "navigate") event.respondWith(fresh(event, PAGES, offline));
    else if (request.destination === "image") event.respondWith(fresh(event, IMAGES, fail));
  });
})();

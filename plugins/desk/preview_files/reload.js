// Reloads when another build than the one that this page shows is on disk; reconnects by itself.
"use strict";
const shown = document.currentScript.dataset.build;
const builds = new EventSource("/.hub/builds");
builds.onmessage = (event) => {
  if (event.data !== shown) location.reload();
};
// A page kept for the back button must not hold one of the few connections that a browser opens to a host.
addEventListener("pagehide", () => builds.close());
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

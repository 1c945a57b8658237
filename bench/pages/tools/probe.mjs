// One browser, many pages: a job as JSON on standard input, a line of JSON a page on standard output.
//
// Job: {chromium, origin, modes, lighthouse, pages: [{kind, path}]}. Each page is first opened as a telephone on a slow
// line would open it, from an empty cache, for what it weighs and asks for; then searched by axe in every mode and
// width; then opened without JavaScript; then judged by Lighthouse (its mobile setting) as often as the job says.
// No other host is reached, whatever a page asks for.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";
import lighthouse from "lighthouse";

const job = JSON.parse(readFileSync(0, "utf8"));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const PHONE = { width: 360, height: 800, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const WIDTHS = [PHONE, { width: 1280, height: 900 }];

function part(response, type) {
  if (/^image\//.test(response.mimeType)) return "image";
  if (type === "Document") return "html";
  return { Stylesheet: "css", Script: "js", Font: "font", Image: "image" }[type] || "data";
}

async function visiting(browser, visit, options = {}) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(options.viewport || PHONE);
    if (options.scripts === false) await page.setJavaScriptEnabled(false);
    return await visit(page, await page.createCDPSession());
  } finally {
    await context.close();
  }
}

const SHIFTS = () => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
};

// Requests begun before the first paint, with the page itself; how far things moved; what lies outside the window.
const PAINTED = () => {
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  const first = paint ? paint.startTime : Infinity;
  const begun = performance.getEntriesByType("resource").filter((entry) => entry.startTime < first);
  return {
    before_paint: 1 + begun.length,
    blocking: performance.getEntriesByType("resource").filter((entry) => entry.renderBlockingStatus === "blocking").length,
    moved: window.shifted,
  };
};

async function weigh(browser, address) {
  return visiting(browser, async (page, session) => {
    const asked = new Map(), outside = new Set(), said = [];
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", LINE);
    session.on("Network.requestWillBeSent", ({ requestId, request }) => {
      if (/^https?:/.test(request.url) && !request.url.startsWith(job.origin)) outside.add(new URL(request.url).host);
      else if (/^https?:/.test(request.url)) asked.set(requestId, { url: request.url, bytes: 0, part: "data" });
    });
    session.on("Network.responseReceived", ({ requestId, response, type }) => {
      const one = asked.get(requestId);
      if (one) Object.assign(one, { bytes: Number(response.headers["Content-Length"] || 0), part: part(response, type) });
    });
    page.on("console", (message) => {
      if (["error", "warn", "warning"].includes(message.type())) said.push(message.text());
    });
    page.on("pageerror", (error) => said.push(String(error)));
    await page.evaluateOnNewDocument(SHIFTS);
    await page.goto(address, { waitUntil: "networkidle0" });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const weight = { html: 0, css: 0, js: 0, font: 0, image: 0, data: 0 };
    for (const one of asked.values()) weight[one.part] += one.bytes;
    const painted = await page.evaluate(PAINTED);
    return { weight, requests: asked.size, ...painted, outside: [...outside], console: said };
  });
}

const ENLARGE = () => {
  const box = document.getElementById("view-large");
  if (box && !box.checked) box.click();
  return Boolean(box);
};

async function prepared(page, session, mode) {
  const features = [
    { name: "prefers-color-scheme", value: mode === "dark" ? "dark" : "light" },
    { name: "forced-colors", value: mode === "forced" ? "active" : "none" },
    { name: "prefers-reduced-motion", value: "reduce" },
  ];
  await session.send("Emulation.setEmulatedMedia", { features });
  return mode !== "large" || page.evaluate(ENLARGE);
}

// What axe finds in each mode, at both widths; of a page that can't be enlarged, null.
async function axe(browser, address) {
  const found = {};
  for (const viewport of WIDTHS) {
    await visiting(browser, async (page, session) => {
      await page.goto(address, { waitUntil: "load" });
      for (const mode of job.modes) {
        if (!(await prepared(page, session, mode))) { found[mode] = null; continue; }
        await page.evaluate(AXE);
        const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
        const lines = violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} (${rule.impact}) ${node.target}`));
        found[mode] = [...(found[mode] || []), ...lines.map((line) => `${viewport.width}: ${line}`)];
      }
    }, { viewport });
  }
  return found;
}

const BARE = () => {
  const main = document.querySelector("main, [role=main]") || document.body;
  const root = document.scrollingElement;
  return {
    characters: main.innerText.replace(/\s/g, "").length,
    links: [...document.querySelectorAll("a[href]")].filter((link) => link.checkVisibility()).length,
    wider: Math.max(0, root.scrollWidth - window.innerWidth),
  };
};

async function bare(browser, address) {
  return visiting(browser, async (page) => {
    await page.goto(address, { waitUntil: "load" });
    return page.evaluate(BARE);
  }, { scripts: false });
}

function judged({ lhr }) {
  const value = (id) => lhr.audits[id].numericValue;
  const refs = Object.values(lhr.categories).flatMap((category) => category.auditRefs);
  const short = refs.filter((ref) => ref.weight && lhr.audits[ref.id].score !== null && lhr.audits[ref.id].score < 1);
  return {
    scores: CATEGORIES.map((id) => Math.round(100 * lhr.categories[id].score)),
    fcp: value("first-contentful-paint"), lcp: value("largest-contentful-paint"),
    cls: value("cumulative-layout-shift"), tbt: value("total-blocking-time"), si: value("speed-index"),
    short: [...new Set(short.map((ref) => ref.id))],
  };
}

async function run() {
  const browser = await puppeteer.launch({ executablePath: job.chromium, args: ARGUMENTS });
  const port = Number(new URL(browser.wsEndpoint()).port);
  const options = { port, output: "json", logLevel: "silent", onlyCategories: CATEGORIES };
  try {
    for (const { kind, path } of job.pages) {
      const address = job.origin + path;
      const found = { kind, path, ...(await weigh(browser, address)) };
      found.axe = await axe(browser, address);
      found.bare = await bare(browser, address);
      found.lighthouse = [];
      for (let round = 0; round < job.lighthouse; round += 1) found.lighthouse.push(judged(await lighthouse(address, options)));
      process.stdout.write(JSON.stringify(found) + "\n");
    }
  } finally {
    await browser.close();
  }
}

await run();

// Opens a page of cards in Chromium: switches a card by keyboard and by mouse, compares two, looks at a phone's width and without scripting, and prints
// the sheets. Prints what it saw as JSON: the test that called it judges.
// Usage: node cards.mjs CHROMIUM PAGE [FOLDER FOR SCREENSHOTS AND PDFS]
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, page, folder] = process.argv.slice(2);
const address = pathToFileURL(page).href;
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"] });
const errors = [];
const requests = [];
const open = async (width, height, hash = "", javaScriptEnabled = true) => {
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled });
  const tab = await context.newPage();
  tab.on("console", (m) => (m.type() === "error" || m.type() === "warning") && errors.push(m.text()));
  tab.on("pageerror", (e) => errors.push(e.message));
  tab.on("request", (r) => requests.push(r.url()));
  await tab.goto(address + hash);
  return tab;
};
const counts = (tab) => tab.$$eval(".count .n", (all) => all.map((n) => n.textContent));
const setting = (tab) => tab.textContent(".setting");
const wide = (tab) =>
  tab.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
    outside: [...document.querySelectorAll("main *")]
      .filter((e) => e.checkVisibility() && !e.closest(".scroll, .stages, svg") && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((e) => e.outerHTML.slice(0, 90)),
  }));
const pages = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page(?![s\w])/g) ?? []).length;

const seen = {};
const desk = await open(1280, 900);
seen.before = await counts(desk);
seen.deskWidth = await wide(desk);
seen.firstScreen = await desk.evaluate(() => [...document.querySelectorAll("h1, .lead p, .switches label")].every((e) => e.getBoundingClientRect().bottom <= innerHeight));
await desk.focus("input[data-card='0']");
await desk.keyboard.press("Space");
seen.after = await counts(desk);
seen.setting = await setting(desk);
seen.outline = await desk.evaluate(() => getComputedStyle(document.activeElement.closest("label")).outlineStyle);
if (folder) await desk.screenshot({ path: `${folder}/off.png` });
await desk.click("[data-all='']");
seen.none = await counts(desk);
seen.noneSetting = await setting(desk);
await desk.click("[data-all='1']");
seen.again = await counts(desk);
seen.pairsShown = await desk.$$eval(".pair", (all) => all.filter((p) => p.checkVisibility()).map((p) => p.dataset.pair));
await desk.selectOption("#first", "2");
seen.pairsChosen = await desk.$$eval(".pair", (all) => all.filter((p) => p.checkVisibility()).map((p) => p.dataset.pair));
if (folder) await desk.screenshot({ path: `${folder}/desk.png`, fullPage: true });

const phone = await open(390, 844);
seen.phoneWidth = await wide(phone);
if (folder) await phone.screenshot({ path: `${folder}/phone.png` });
if (folder) await phone.screenshot({ path: `${folder}/phone-whole.png`, fullPage: true });

const still = await open(1280, 900, "", false);
seen.withoutScripting = await still.evaluate(() => ({
  settings: document.querySelectorAll("tr[data-on]").length,
  pairs: document.querySelectorAll(".pair:not([hidden])").length,
  note: document.querySelector("noscript") !== null,
}));

for (const sheet of ["plan", "lesson"]) {
  const tab = await open(794, 1123, `#${sheet}`);
  const pdf = await tab.pdf({ preferCSSPageSize: true, ...(folder ? { path: `${folder}/${sheet}.pdf` } : {}) });
  seen[sheet] = pages(pdf);
}
await browser.close();
console.log(JSON.stringify({ ...seen, errors, requests: requests.filter((r) => !r.startsWith("file:") && !r.startsWith("data:")) }));

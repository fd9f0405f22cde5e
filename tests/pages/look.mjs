// Opens a page in Chromium at a desk's width and a phone's, and prints what it saw as JSON: the test that called it judges.
// Usage: node look.mjs CHROMIUM PAGE [FOLDER FOR SCREENSHOTS]
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, page, folder] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"] });
const seen = [];
for (const [name, width, height, media] of [["desk", 1280, 900, "screen"], ["phone", 390, 844, "screen"], ["paper", 718, 1000, "print"]]) {
  const tab = await browser.newPage({ viewport: { width, height } });
  const errors = [];
  const requests = [];
  tab.on("console", (m) => (m.type() === "error" || m.type() === "warning") && errors.push(m.text()));
  tab.on("pageerror", (e) => errors.push(e.message));
  tab.on("request", (r) => requests.push(r.url()));
  await tab.emulateMedia({ media });
  await tab.goto(pathToFileURL(page).href);
  const looked = await tab.evaluate(() => {
    const shown = (e) => e.checkVisibility();
    const inside = (a, b) => a.left >= b.left - 1.5 && a.right <= b.right + 1.5 && a.top >= b.top - 1.5 && a.bottom <= b.bottom + 1.5;
    const apart = (a, b) => a.right - 1 <= b.left || b.right - 1 <= a.left || a.bottom - 3 <= b.top || b.bottom - 3 <= a.top;
    const figures = [...document.querySelectorAll("figure")].map((figure) => {
      const pictures = [...figure.querySelectorAll("svg")].filter(shown);
      const texts = pictures.flatMap((p) => [...p.querySelectorAll("text")]).map((t) => ({ text: t.textContent, box: t.getBoundingClientRect() }));
      const frame = pictures[0]?.getBoundingClientRect();
      return {
        title: figure.querySelector("figcaption")?.textContent ?? "",
        pictures: pictures.length,
        marks: pictures.reduce((n, p) => n + p.querySelectorAll("path, line, rect, circle, polygon, polyline").length, 0),
        words: texts.length,
        alt: pictures.every((p) => (p.getAttribute("aria-label") ?? "").length > 20),
        rows: figure.querySelectorAll("table tbody tr").length,
        outside: texts.filter((t) => frame && !inside(t.box, frame)).map((t) => t.text),
        overlapping: texts.flatMap((a, i) => texts.slice(i + 1).filter((b) => !apart(a.box, b.box)).map((b) => `${a.text} / ${b.text}`)),
      };
    });
    const wide = [...document.querySelectorAll("main *")].filter((e) => shown(e) && !e.closest(".scroll, svg") && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
    return { figures, pageWidth: document.documentElement.scrollWidth, tables: document.querySelectorAll("table").length, tooWide: wide.map((e) => e.outerHTML.slice(0, 80)) };
  });
  if (folder) await tab.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  seen.push({ name, width, errors, requests: requests.filter((r) => !r.startsWith("file:") && !r.startsWith("data:")), ...looked });
  await tab.close();
}
await browser.close();
console.log(JSON.stringify(seen));

import { intervalRows } from "./interval-rows.js";
import { family, familyMark, ink, isNarrow, label, onFamily, paper, rect, textWidth } from "./style.js";

const bar = { top: 4, height: 40 };

/** Rules, people, events, luck: one bar of families, and a row with its interval for every part but luck, which the bar has and which would
 *  press all others together. */
export const attribution = ({ families, parts }, width) => {
  const narrow = isNarrow(width);
  const whole = families.reduce((sum, f) => sum + Math.max(0, f.value), 0);
  const elements = [];
  let x = 0;
  for (const f of families) {
    const w = whole > 0 ? (width * Math.max(0, f.value)) / whole : 0;
    if (w <= 0) continue;
    elements.push(rect(x, bar.top, w, bar.height, { fill: family[f.kind], stroke: paper, lineWidth: 2 }));
    const size = narrow ? 11 : 13;
    const fits = textWidth(f.text, size - 1) + 14 < w;
    if (textWidth(f.name, size, true) + 14 < w) {
      elements.push(label(x + 8, bar.top + (fits ? 14 : 21), f.name, { fontSize: size, fontWeight: 700, fill: onFamily[f.kind] }));
      if (fits) elements.push(label(x + 8, bar.top + 29, f.text, { fontSize: size - 1, fill: onFamily[f.kind] }));
    }
    x += w;
  }
  // The families too small for a name in the bar, and those that worked against the outcome, are named in the legend.
  let [lx, ly] = [0, bar.top + bar.height + 16];
  for (const f of families) {
    const text = `${f.name} ${f.text}`;
    const w = 18 + textWidth(text, 12) + 14;
    if (lx > 0 && lx + w > width) [lx, ly] = [0, ly + 18];
    elements.push(rect(lx, ly - 5, 11, 11, { fill: family[f.kind], stroke: ink, lineWidth: 0.5 }, 2));
    elements.push(label(lx + 17, ly + 1, text, { fontSize: 12 }));
    lx += w;
  }
  const shown = parts.filter((p) => p.kind !== "luck");
  const rows = shown.map((p) => ({ ...p, colour: familyMark[p.kind], strong: p.strong }));
  const low = Math.min(-2, ...shown.map((p) => p.low - 1));
  const high = Math.max(10, ...shown.map((p) => p.high + 1));
  const { height, ...option } = intervalRows(rows, width, { low, high, top: ly + 24, colour: ink });
  return { height, option: { ...option, graphic: { elements } } };
};

import { blue, ink, isNarrow, label, paper, textWidth, vermilion, wrap } from "./style.js";

/**
 * Who fills whose seats. What the statute builds goes up, tier by tier; what the office does with its powers bends back down
 * at the right, so that a closed circle is seen as one.
 */
export const charterMap = ({ organs, arrows }, width) => {
  const narrow = isNarrow(width);
  const size = narrow ? 11 : 13;
  const n = organs.length;
  const statute = arrows.filter((a) => !a.ofOffice && a.from !== a.to);
  const tier = tiersOf(n, statute);
  const count = 1 + Math.max(0, ...tier);
  const rows = Array.from({ length: count }, (_, t) => organs.map((_, i) => i).filter((i) => tier[i] === t));
  const margin = arrows.some((a) => a.ofOffice) ? (narrow ? 44 : 176) : 20;
  order(rows, statute, organs);

  // Boxes as wide as their words, wrapped where a tier would not fit.
  const box = organs.map(() => null);
  // Arrows to organs beside the office arch over them.
  const arches = arrows.filter((a) => a.ofOffice && a.from !== a.to && tier[a.from] === tier[a.to] && tier[a.to] === count - 1).length;
  let height = 14 + (arches ? 26 + 9 * arches : 0);
  const between = narrow ? 58 : 64;
  for (let t = count - 1; t >= 0; t--) {
    const room = (width - margin - (narrow ? 8 : 22) * (rows[t].length - 1) - 4) / rows[t].length;
    const texts = rows[t].map((i) => wrap(organs[i].name, size, Math.max(54, room - 18), true));
    const notes = rows[t].map((i) => (organs[i].note ? wrap(organs[i].note, size - 2, Math.max(54, room - 12)) : []));
    const widths = rows[t].map((_, k) => 18 + Math.max(...texts[k].map((x) => textWidth(x, size, true)), ...notes[k].map((x) => textWidth(x, size - 2))));
    const tall = 14 + Math.max(...rows[t].map((_, k) => texts[k].length * (size + 3) + notes[k].length * (size + 1)));
    const total = widths.reduce((a, b) => a + b, 0);
    const space = Math.max(4, Math.min(narrow ? 14 : 44, (width - margin - 4 - total) / Math.max(1, rows[t].length - 1)));
    let x = 2 + Math.max(0, (width - margin - 4 - total - space * (rows[t].length - 1)) / 2);
    rows[t].forEach((i, k) => {
      box[i] = { x, y: height, w: widths[k], h: tall, lines: texts[k], notes: notes[k] };
      x += widths[k] + space;
    });
    height += tall + between;
  }
  height += 14 - between;

  const elements = [];
  const words = [];
  // On a phone there is no room beside an arrow: a letter there, the words below.
  const key = [];
  const lettered = (text) => (narrow ? letters[key.push(text) - 1] : text);
  for (const a of [...arrows].sort((x, y) => x.inCircle - y.inCircle)) {
    if (a.ofOffice && a.from !== a.to) continue;
    const [f, g] = [box[a.from], box[a.to]];
    const colour = a.ofOffice ? vermilion : a.inCircle ? blue : ink;
    const style = { stroke: colour, lineWidth: a.inCircle ? 3 : 1.2, opacity: a.inCircle ? 1 : 0.4, fill: null };
    if (a.from === a.to) {
      const [x, y] = [f.x + f.w, f.y + f.h / 2];
      curve(elements, [x, y - 8], [x + 46, y - 34], [x + 46, y + 34], [x + 2, y + 8], style, colour);
      words.push({ x: x + 40, y, text: lettered(a.text), colour, align: "left" });
      continue;
    }
    const up = g.y < f.y;
    const spread = (b, other) => b.x + b.w / 2 + Math.max(-b.w * 0.32, Math.min(b.w * 0.32, (other.x + other.w / 2 - b.x - b.w / 2) * 0.18));
    const start = [spread(f, g), up ? f.y : f.y + f.h];
    const end = [spread(g, f), up ? g.y + g.h + 3 : g.y - 3];
    const bend = (end[1] - start[1]) * 0.5;
    curve(elements, start, [start[0], start[1] + bend], [end[0], end[1] - bend], end, style, colour);
    if (a.inCircle) words.push({ x: (start[0] + end[0]) / 2 + 9, y: (start[1] + end[1]) / 2 + (end[0] > start[0] + 20 ? 9 : 0), text: narrow ? a.text.replace(/^.*\((.*)\)$/, "$1") : a.text, colour, align: "left" });
  }
  officeArrows({ arrows: arrows.filter((a) => a.ofOffice && a.from !== a.to), box, tier, width, narrow, elements, words, lettered });
  organs.forEach((o, i) => {
    const b = box[i];
    elements.push({
      type: "rect",
      silent: true,
      shape: { x: b.x, y: b.y, width: b.w, height: b.h, r: 5 },
      style: { fill: o.isOffice ? vermilion : paper, stroke: o.isOffice ? vermilion : o.inCircle ? blue : ink, lineWidth: o.inCircle || o.isOffice ? 2.5 : 1 },
    });
    const tall = b.lines.length * (size + 3) + b.notes.length * (size + 1);
    b.lines.forEach((text, k) =>
      elements.push(label(b.x + b.w / 2, b.y + (b.h - tall) / 2 + (k + 0.5) * (size + 3), text, { fontSize: size, fontWeight: 700, align: "center", fill: o.isOffice ? "#fff" : ink })),
    );
    b.notes.forEach((text, k) =>
      elements.push(label(b.x + b.w / 2, b.y + (b.h - tall) / 2 + b.lines.length * (size + 3) + (k + 0.5) * (size + 1), text, { fontSize: size - 2, align: "center", fill: o.isOffice ? "#fff" : ink, opacity: 0.9 })),
    );
  });
  for (const w of words) {
    const room = w.align === "left" ? width - w.x - 2 : narrow ? 140 : 190;
    const tooFar = w.align === "left" && room < 52 && w.text.length > 2;
    const lines = wrap(w.text, narrow ? 10 : 12, tooFar ? 60 : room, true);
    lines.forEach((text, k) =>
      elements.push(
        label(tooFar ? width - 2 : w.x, w.y + (k - (lines.length - 1) / 2) * 14, text, {
          fontSize: narrow ? 10 : 12,
          fontWeight: 700,
          align: tooFar ? "right" : w.align,
          fill: w.colour,
          stroke: paper,
          lineWidth: 4,
        }),
      ),
    );
  }
  for (const text of key.flatMap((k, i) => wrap(`${letters[i]}  ${k}`, 11, width - 6))) {
    elements.push(label(0, height + 6, text, { fontSize: 11, fill: vermilion, fontWeight: 700 }));
    height += 15;
  }
  return { height: height + (key.length ? 6 : 0), option: { graphic: { elements } } };
};

// The longest way from a tier that nobody fills; arrows that would close a circle do not count.
function tiersOf(n, arrows) {
  const out = Array.from({ length: n }, (_, i) => [...new Set(arrows.filter((a) => a.from === i).map((a) => a.to))]);
  const state = Array(n).fill(0);
  const back = new Set();
  const visit = (i) => {
    state[i] = 1;
    for (const j of out[i]) {
      if (state[j] === 1) back.add(`${i} ${j}`);
      else if (state[j] === 0) visit(j);
    }
    state[i] = 2;
  };
  const filled = new Set(arrows.map((a) => a.to));
  for (const i of [...Array(n).keys()].sort((a, b) => filled.has(a) - filled.has(b) || a - b)) if (state[i] === 0) visit(i);
  const tier = Array(n).fill(0);
  for (let round = 0; round < n; round++)
    for (let i = 0; i < n; i++) for (const j of out[i]) if (!back.has(`${i} ${j}`)) tier[j] = Math.max(tier[j], tier[i] + 1);
  return tier;
}

// Within a tier: the office at the right, beside it those of its circle, the others near whom they come from.
function order(rows, arrows, organs) {
  const place = organs.map(() => 0);
  for (const row of rows) {
    const key = (i) => {
      const from = arrows.filter((a) => a.to === i && rows.indexOf(row) > 0).map((a) => place[a.from]);
      return from.length ? from.reduce((a, b) => a + b, 0) / from.length : 0;
    };
    const rank = (i) => (organs[i].isOffice ? 2 : organs[i].inCircle ? 1 : 0);
    row.sort((a, b) => rank(a) - rank(b) || key(a) - key(b) || a - b);
    row.forEach((i, k) => (place[i] = k / Math.max(1, row.length - 1)));
  }
}

// What the office does to others: out at its right, along a lane for each tier, in from the right; the other boxes of the tier from above.
// What it does is written at the height of the tier.
function officeArrows({ arrows, box, tier, width, narrow, elements, words, lettered }) {
  if (arrows.length === 0) return;
  const from = box[arrows[0].from];
  const home = tier[arrows[0].from];
  const style = (a) => ({ stroke: vermilion, lineWidth: a.inCircle ? 3 : 1.6, fill: null, lineDash: a.inCircle ? null : [5, 4] });
  arrows
    .filter((a) => tier[a.to] === home)
    .forEach((a, k) => {
      const to = box[a.to];
      const [x1, x2] = [from.x + from.w / 2 - 8 * k, to.x + to.w / 2];
      const y = Math.min(from.y, to.y) - 15 - 9 * k;
      route(elements, [[x1, from.y], [x1, y], [x2, y], [x2, to.y - 3]], style(a));
      words.push({ x: (x1 + x2) / 2, y: y - 9, text: a.text, colour: vermilion, align: "center" });
    });
  const others = [...new Set(arrows.map((a) => tier[a.to]).filter((t) => t !== home))].sort((x, y) => Math.abs(home - x) - Math.abs(home - y));
  const reach = Math.max(...arrows.flatMap((a) => [box[a.from], box[a.to]]).map((b) => b.x + b.w));
  const step = narrow ? 7 : 14;
  const outer = reach + (narrow ? 9 : 22) + step * (others.length - 1);
  others.forEach((t, k) => {
    const lane = reach + (narrow ? 9 : 22) + step * k;
    const y = from.y + from.h * (1 - (k + 1) / (others.length + 1));
    const mine = arrows.filter((a) => tier[a.to] === t).sort((a, b) => a.inCircle - b.inCircle || box[b.to].x - box[a.to].x);
    const last = mine.reduce((right, a) => (box[a.to].x > box[right.to].x ? a : right));
    for (const a of mine) {
      const to = box[a.to];
      const start = [from.x + from.w, y];
      if (a === last) route(elements, [start, [lane, y], [lane, to.y + to.h / 2], [to.x + to.w + 3, to.y + to.h / 2]], style(a));
      else {
        const x = to.x + to.w * 0.8;
        route(elements, [start, [lane, y], [lane, to.y - 13], [x, to.y - 13], [x, to.y - 3]], style(a));
      }
    }
    const does = [...new Set(mine.flatMap((a) => a.text.replace(/ \(.*$/, "").split(", ")))].join(", ");
    const by = [...new Set(mine.flatMap((a) => a.text.replace(/^.*\((.*)\)$/, "$1").split(", ")))].sort(byNumber).join(", ");
    const [level, text] = [box[last.to].y + box[last.to].h / 2, `${does} (${by})`];
    words.push({ x: outer + (narrow ? 6 : 10), y: level, text: lettered(text), colour: vermilion, align: "left" });
  });
}

const letters = "ABCDEFGHIJ";

// C2 before C10.
const byNumber = (a, b) => (parseInt(a.replace(/\D+/, ""), 10) || 0) - (parseInt(b.replace(/\D+/, ""), 10) || 0) || (a < b ? -1 : 1);

// A way of straight pieces with round corners and a head.
function route(elements, corners, style) {
  const points = [corners[0]];
  for (let i = 1; i < corners.length - 1; i++) {
    const [before, at, after] = [corners[i - 1], corners[i], corners[i + 1]];
    const toward = (p, r) => {
      const d = Math.hypot(p[0] - at[0], p[1] - at[1]) || 1;
      return [at[0] + ((p[0] - at[0]) * Math.min(r, d / 2)) / d, at[1] + ((p[1] - at[1]) * Math.min(r, d / 2)) / d];
    };
    const [a, b] = [toward(before, 10), toward(after, 10)];
    for (let k = 0; k <= 6; k++) {
      const u = k / 6;
      points.push([0, 1].map((c) => (1 - u) * (1 - u) * a[c] + 2 * u * (1 - u) * at[c] + u * u * b[c]));
    }
  }
  const end = corners[corners.length - 1];
  points.push(end);
  elements.push({ type: "polyline", silent: true, shape: { points }, style });
  head(elements, corners[corners.length - 2], end, style.lineWidth > 2 ? 11 : 8, style.stroke, 1);
}

function curve(elements, start, c1, c2, end, style, colour) {
  elements.push({ type: "bezierCurve", silent: true, shape: { x1: start[0], y1: start[1], cpx1: c1[0], cpy1: c1[1], cpx2: c2[0], cpy2: c2[1], x2: end[0], y2: end[1] }, style });
  head(elements, c2, end, style.lineWidth > 2 ? 11 : 8, colour, style.opacity);
}

function head(elements, from, end, s, fill, opacity) {
  const length = Math.hypot(end[0] - from[0], end[1] - from[1]) || 1;
  const [dx, dy] = [(end[0] - from[0]) / length, (end[1] - from[1]) / length];
  elements.push({
    type: "polygon",
    silent: true,
    shape: { points: [end, [end[0] - dx * s - dy * s * 0.5, end[1] - dy * s + dx * s * 0.5], [end[0] - dx * s + dy * s * 0.5, end[1] - dy * s - dx * s * 0.5]] },
    style: { fill, opacity },
  });
}

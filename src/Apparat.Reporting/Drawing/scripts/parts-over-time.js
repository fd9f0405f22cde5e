import { drawn, ink, isNarrow, label, line, paper, rect, scale, series as colours, textWidth } from "./style.js";
import { timeAxis } from "./time-axis.js";

const rest = "#E4DFD2";

// Strokes over bands whose colours look alike in grey: pixels between them, and the dash of each.
const hatches = [null, null, { pitch: 5 }, null, { pitch: 4, dash: [2, 2] }, { pitch: 9 }];
const stroke = (i) => ({ stroke: ink, opacity: 0.5, lineWidth: 1, lineDash: hatches[i].dash ?? null });
const hatch = (i, pathData) => ({ type: "path", silent: true, shape: { pathData }, style: { fill: null, ...stroke(i) } });

/** Whose people hold what part of a body, month by month: bands one on the other, a panel a world. */
export const partsOverTime = ({ time, names, panels, rest: restName, unit }, width) => {
  const narrow = isNarrow(width);
  const all = [...names, restName];
  const colour = (i) => (i < names.length ? colours[i % colours.length] : rest);
  const gap = 22;
  const left = 34;
  const inner = narrow ? width - left - 6 : (width - left - 6 - gap * (panels.length - 1)) / panels.length;
  const tall = narrow ? 170 : 230;
  const legend = [];
  let [lx, ly] = [0, 8];
  all.forEach((name, i) => {
    const w = 17 + textWidth(name, 12) + 14;
    if (lx > 0 && lx + w > width) [lx, ly] = [0, ly + 18];
    legend.push(rect(lx, ly - 6, 11, 11, { fill: colour(i), stroke: ink, lineWidth: 0.5 }, 2));
    const pitch = i < names.length && hatches[i]?.pitch;
    for (let x = lx + 2; pitch && x < lx + 11; x += pitch) legend.push(line(x, ly - 6, x, ly + 5, stroke(i)));
    legend.push(label(lx + 17, ly, name, { fontSize: 12 }));
    lx += w;
  });
  const head = ly + 22;
  const grids = panels.map((_, k) => ({
    left: narrow ? left : left + k * (inner + gap),
    width: inner,
    top: head + 22 + (narrow ? k * (tall + 62) : 0),
    height: tall,
  }));
  const height = grids[grids.length - 1].top + tall + 30;

  const panel = (p, k) => (place) => {
    const shapes = [];
    const days = p.series[0].map((v) => v[0]);
    const below = days.map(() => 0);
    const texts = [];
    all.forEach((name, i) => {
      const part = days.map((_, d) => (i < names.length ? p.series[i][d][1] : Math.max(0, 100 - below[d])));
      const from = [...below];
      days.forEach((_, d) => (below[d] += part[d]));
      const points = [...days.map((day, d) => place(day, below[d])), ...days.map((day, d) => place(day, from[d])).reverse()];
      shapes.push({ type: "polygon", silent: true, shape: { points }, style: { fill: colour(i), stroke: paper, lineWidth: 1 } });
      if (i < names.length && hatches[i]) {
        const at = days.map((day, d) => [place(day, 0)[0], place(0, from[d])[1], place(0, below[d])[1]]);
        let [d, strokes] = [0, ""];
        for (let x = at[0][0] + hatches[i].pitch; x < at.at(-1)[0]; x += hatches[i].pitch) {
          while (at[d + 1][0] < x) d++;
          const part = (x - at[d][0]) / (at[d + 1][0] - at[d][0]);
          const [low, high] = [1, 2].map((n) => at[d][n] + part * (at[d + 1][n] - at[d][n]));
          if (low - high > 1) strokes += `M${x.toFixed(1)} ${low.toFixed(1)}V${high.toFixed(1)}`;
        }
        if (strokes) shapes.push(hatch(i, strokes));
      }
      const g = grids[k];
      const spot = roomFor(textWidth(name, 12, true) + 10, g, days.map((day, d) => ({ x: place(day, 0)[0], high: place(0, below[d])[1], low: place(0, from[d])[1] })));
      if (spot) {
        // Off the dotted line of the half, where the band leaves room.
        const half = place(0, 50)[1];
        const y = Math.abs(spot.y - half) < 11 && spot.room > 46 ? half - 14 : spot.y;
        texts.push(label(spot.x, y, name, { fontSize: 12, align: "center", fontWeight: 700, fill: i === 1 ? "#fff" : "#1d1b18", stroke: colour(i), lineWidth: 4 }));
      }
    });
    const half = place(0, 50)[1];
    shapes.push(line(grids[k].left, half, grids[k].left + inner, half, { stroke: "#1d1b18", lineWidth: 1, lineDash: [2, 3], opacity: 0.8 }));
    return [...shapes, ...texts];
  };
  return {
    height,
    option: {
      grid: grids,
      xAxis: panels.map((_, k) => timeAxis(time, inner, { gridIndex: k })),
      yAxis: panels.map((_, k) => scale(0, 100, [0, 50, 100], { gridIndex: k, axisLabel: { show: narrow || k === 0 } })),
      series: panels.map((p, k) => drawn(panel(p, k), { xAxisIndex: k, yAxisIndex: k, clip: false })),
      graphic: {
        elements: [
          ...legend,
          ...panels.map((p, k) => label(grids[k].left, grids[k].top - 12, p.title, { fontSize: 13, fontWeight: 700 })),
        ],
      },
    },
  };
};

// Where a name fits into a band: the place where it has the most room above and below over its whole length; null if there is none.
function roomFor(width, grid, band) {
  let best = null;
  for (const { x } of band) {
    if (x - width / 2 < grid.left || x + width / 2 > grid.left + grid.width) continue;
    const over = band.filter((b) => b.x >= x - width / 2 - 4 && b.x <= x + width / 2 + 4);
    const [top, bottom] = [Math.max(...over.map((b) => b.high)), Math.min(...over.map((b) => b.low))];
    if (bottom - top > (best?.room ?? 16) + 0.01) best = { x, y: (top + bottom) / 2, room: bottom - top };
  }
  return best;
}

import { drawn, ink, isNarrow, label, line, paper, rect, scale, series as colours, textWidth } from "./style.js";
import { timeAxis } from "./time-axis.js";

const rest = "#E4DFD2";

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
    legend.push(rect(lx, ly - 6, 11, 11, { fill: colour(i), stroke: ink, lineWidth: 0.5 }, 2), label(lx + 17, ly, name, { fontSize: 12 }));
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
      // The name stands where its band is thickest, if it fits there.
      const thick = part.reduce((best, v, d) => (v > part[best] + 1e-9 ? d : best), 0);
      const w = textWidth(name, 12, true);
      if ((part[thick] * tall) / 100 > 17 && w + 8 < inner) {
        const g = grids[k];
        const x = Math.min(g.left + g.width - w / 2 - 6, Math.max(g.left + w / 2 + 6, place(days[thick], 0)[0]));
        const here = days.reduce((best, day, d) => (Math.abs(place(day, 0)[0] - x) < Math.abs(place(days[best], 0)[0] - x) ? d : best), 0);
        if ((part[here] * tall) / 100 > 17) {
          const [y, half] = [place(0, from[here] + part[here] / 2)[1], place(0, 50)[1]];
          // Off the dotted line of the half, where the band leaves room.
          const clear = Math.abs(y - half) < 11 && (part[here] * tall) / 100 > 60 ? half - 16 : y;
          texts.push(label(x, clear, name, { fontSize: 12, align: "center", fontWeight: 700, fill: i === 1 ? "#fff" : "#1d1b18" }));
        }
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

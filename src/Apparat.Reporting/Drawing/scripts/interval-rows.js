import { drawn, ink, isNarrow, label, line, paper, scale, textWidth, ticks, wrap } from "./style.js";

const row = 28;
const axis = 30;

/**
 * Rows of a label, a dot with its interval on a common scale, and the number in words: wide with the label to the left,
 * narrow with the label above.
 * @returns {{ height: number, grid: object, xAxis: object, yAxis: object, series: object }}
 */
export const intervalRows = (rows, width, { low, high, top = 8, colour, gridIndex = 0 }) => {
  const narrow = isNarrow(width);
  const size = narrow ? 12 : 13;
  const number = 12 + Math.max(...rows.map((r) => textWidth(r.text, 12)));
  const left = narrow ? 4 : Math.min(width * 0.42, 14 + Math.max(...rows.map((r) => textWidth(r.label, size, r.strong))));
  const lines = rows.map((r) => (narrow ? wrap(r.label, size, width - 8, r.strong) : wrap(r.label, size, left - 12, r.strong)));
  const heights = lines.map((l) => (narrow ? l.length * 15 + 24 : Math.max(row, l.length * 15 + 8)));
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((a, b) => a + b, 0));
  const inner = heights.reduce((a, b) => a + b, 0);
  const plot = { left, right: narrow ? 14 : Math.max(14, number), top, height: inner };
  const at = ticks(low, high, narrow ? 4 : 6);

  const render = (place) => {
    const shapes = at.map((t) => line(place(t, 0)[0], top, place(t, 0)[0], top + inner, { stroke: ink, opacity: t === 0 ? 0.6 : 0.14, lineWidth: 1 }));
    rows.forEach((r, i) => {
      const y = top + tops[i] + (narrow ? lines[i].length * 15 + 11 : heights[i] / 2);
      lines[i].forEach((text, k) =>
        shapes.push(
          narrow
            ? label(0, top + tops[i] + 8 + k * 15, text, { fontSize: size, fontWeight: r.strong ? 700 : 400, stroke: paper, lineWidth: 4 })
            : label(left - 10, y + (k - (lines[i].length - 1) / 2) * 15, text, { fontSize: size, align: "right", fontWeight: r.strong ? 700 : 400 }),
        ),
      );
      shapes.push(
        narrow
          ? label(width, top + tops[i] + 8, r.text, { fontSize: 12, align: "right", stroke: paper, lineWidth: 4 })
          : label(width - plot.right + 12, y, r.text, { fontSize: 12, opacity: 0.85 }),
      );
      if (r.value == null) return;
      const fill = r.colour ?? colour;
      const x = place(Math.min(high, Math.max(low, r.value)), 0)[0];
      const ends = [r.low, r.high].map((v) => place(Math.min(high, Math.max(low, v)), 0)[0]);
      shapes.push(line(ends[0], y, ends[1], y, { stroke: fill, lineWidth: 4, lineCap: "round", opacity: 0.55 }));
      shapes.push({ type: "circle", silent: true, shape: { cx: x, cy: y, r: 5 }, style: { fill: r.hollow ? "var(--paper, #fff)" : fill, stroke: fill, lineWidth: 2 } });
    });
    return shapes;
  };

  return {
    height: top + inner + axis,
    grid: plot,
    xAxis: scale(low, high, at, { gridIndex, position: "bottom" }),
    yAxis: { type: "value", min: 0, max: 1, show: false, gridIndex },
    series: drawn(render, { xAxisIndex: gridIndex, yAxisIndex: gridIndex, clip: false }),
  };
};

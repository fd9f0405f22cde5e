import { blue, drawn, ink, isNarrow, label, rect, textWidth, wrap } from "./style.js";

/** Probabilities by row and column, the cell darker the likelier. */
export const matrix = ({ columns, rows, top: most }, width) => {
  const narrow = isNarrow(width);
  const size = narrow ? 11 : 13;
  const left = Math.min(width * 0.34, 14 + Math.max(...rows.map((r) => textWidth(r.label, size))));
  const cell = (width - left) / columns.length;
  const heads = columns.map((c) => wrap(c, size, cell - 8, true));
  const names = rows.map((r) => wrap(r.label, size, left - 12));
  const head = 8 + Math.max(...heads.map((h) => h.length)) * 15;
  const rowHeight = narrow ? 44 : 36;
  const height = head + rows.length * rowHeight + 4;
  const render = () => {
    const shapes = [];
    heads.forEach((lines, c) =>
      lines.forEach((text, k) => shapes.push(label(left + cell * (c + 0.5), head - 4 - (lines.length - k - 0.5) * 15, text, { fontSize: size, align: "center", fontWeight: 600 }))),
    );
    rows.forEach((r, i) => {
      const y = head + i * rowHeight;
      names[i].forEach((text, k) =>
        shapes.push(label(left - 10, y + rowHeight / 2 + (k - (names[i].length - 1) / 2) * 14, text, { fontSize: size, align: "right", fontWeight: r.strong ? 700 : 400 })),
      );
      r.cells.forEach((c, j) => {
        const shade = c.value == null ? 0 : Math.min(1, Math.max(0, c.value / most));
        shapes.push(rect(left + cell * j + 2, y + 2, cell - 4, rowHeight - 4, { fill: blue, opacity: 0.05 + 0.95 * shade }, 3));
        shapes.push(rect(left + cell * j + 2, y + 2, cell - 4, rowHeight - 4, { fill: null, stroke: ink, lineWidth: r.strong ? 1.5 : 0.5, opacity: r.strong ? 1 : 0.4 }, 3));
        // On a phone the number stands above its interval.
        const fill = shade > 0.87 ? "#fff" : ink;
        const middle = left + cell * (j + 0.5);
        const [number, interval] = c.text.split(" (");
        if (narrow && interval) {
          shapes.push(label(middle, y + 15, number, { fontSize: 13, align: "center", fill, fontWeight: 600 }));
          shapes.push(label(middle, y + 30, `(${interval}`, { fontSize: 10, align: "center", fill }));
        } else shapes.push(label(middle, y + rowHeight / 2, c.text, { fontSize: narrow ? 11 : 13, align: "center", fill }));
      });
    });
    return shapes;
  };
  return { height, option: { grid: { left: 0, right: 0, top: 0, bottom: 0 }, xAxis: { show: false, type: "value", min: 0, max: 1 }, yAxis: { show: false, type: "value", min: 0, max: 1 }, series: drawn(render) } };
};

import { drawn, ink, isNarrow, label, line, niceTop, paper, scale, series as colours, textWidth, ticks, wrap } from "./style.js";
import { lanes, timeAxis } from "./time-axis.js";

/** Values through time with their bands; dated events as thin lines across. */
export const linesOverTime = ({ time, lines, marks, unit }, width) => {
  const narrow = isNarrow(width);
  const most = niceTop(Math.max(1, ...lines.flatMap((l) => l.points.map((p) => p[3]))));
  const at = ticks(0, most, 5);
  const left = 12 + Math.max(...at.map((t) => textWidth(t, 12)));
  const right = narrow ? 8 : 18 + Math.max(...lines.map((l) => textWidth(l.name, 13, true)));
  const inner = width - left - right;
  const x = (day) => left + (inner * (day - time.from)) / (time.until - time.from);

  // On a phone events are numbered and named below.
  const named = lanes(marks.map((m, i) => ({ x: x(m.at) - 3, day: m.at, text: narrow ? String(i + 1) : m.text })), width, 11);
  const laneCount = named.length ? 1 + Math.max(...named.map((m) => m.lane)) : 0;
  const legend = narrow ? lines.length * 18 : 0;
  const top = 22 + legend + laneCount * 15;
  const plot = narrow ? 220 : 280;
  const key = narrow ? marks.flatMap((m, i) => wrap(`${i + 1}  ${m.text}`, 11, width - 8)) : [];
  const height = top + plot + 34 + key.length * 15;

  const colour = (i) => colours[i % colours.length];
  const bands = (place) => {
    const shapes = at.map((t) => line(left, place(0, t)[1], width - right, place(0, t)[1], { stroke: ink, opacity: 0.14 }));
    for (const m of named)
      shapes.push(line(x(m.day), top - 4 - (laneCount - 1 - m.lane) * 15, x(m.day), top + plot, { stroke: ink, opacity: 0.45, lineWidth: 1, lineDash: [2, 3] }));
    lines.forEach((l, i) => {
      const points = [...l.points.map((p) => place(p[0], p[3])), ...l.points.map((p) => place(p[0], p[2])).reverse()];
      shapes.push({ type: "polygon", silent: true, shape: { points }, style: { fill: colour(i), opacity: 0.22 } });
    });
    return shapes;
  };
  const words = (place) => {
    const shapes = [label(0, 8, unit, { fontSize: 12, opacity: 0.75 })];
    named.forEach((m) => shapes.push(label(m.at, top - 12 - (laneCount - 1 - m.lane) * 15, m.text, { fontSize: 11, stroke: paper, lineWidth: 3 })));
    key.forEach((text, i) => shapes.push(label(0, top + plot + 40 + i * 15, text, { fontSize: 11 })));
    if (narrow)
      lines.forEach((l, i) => {
        const y = 27 + i * 18;
        shapes.push(line(0, y, 24, y, { stroke: colour(i), lineWidth: 2.5, lineDash: l.dashed ? [6, 4] : null }), label(30, y, l.name, { fontSize: 12 }));
      });
    else {
      // Names stand beside the ends of their lines, pushed apart where lines end together.
      let last = -Infinity;
      lines
        .map((l, i) => ({ name: l.name, i, y: place(0, l.points.at(-1)[1])[1] }))
        .sort((a, b) => a.y - b.y)
        .forEach((l) => {
          last = Math.max(last + 16, l.y);
          shapes.push(label(width - right + 8, last, l.name, { fontSize: 13, fontWeight: 700, fill: colour(l.i) }));
        });
    }
    return shapes;
  };
  return {
    height,
    option: {
      grid: { left, right, top, height: plot },
      xAxis: timeAxis(time, inner),
      yAxis: scale(0, most, at),
      series: [
        drawn(bands, { clip: false }),
        ...lines.map((l, i) => ({
          type: "line",
          name: l.name,
          showSymbol: false,
          data: l.points.map((p) => [p[0], p[1]]),
          lineStyle: { color: colour(i), width: 2.5, type: l.dashed ? [6, 4] : "solid" },
        })),
        drawn(words, { clip: false }),
      ],
    },
  };
};

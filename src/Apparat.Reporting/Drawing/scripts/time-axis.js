import { ink, scale, textWidth } from "./style.js";

/** The axis of days: a tick at the first day of each year, thinned out where they would touch. */
export const timeAxis = ({ from, until, years }, inner, extra = {}) => {
  const apart = (inner * 365.25) / Math.max(1, until - from);
  const each = Math.max(1, Math.ceil((textWidth("2000", 12) + 10) / apart));
  const shown = years.filter((_, i) => i % each === 0);
  const names = new Map(shown.map((y) => [y.at, y.text]));
  return scale(from, until, shown.map((y) => y.at), {
    axisLabel: { formatter: (value) => names.get(value) ?? "" },
    axisLine: { show: true, onZero: false, lineStyle: { color: ink, width: 1, opacity: 0.5 } },
    axisTick: { show: true, customValues: shown.map((y) => y.at), lineStyle: { color: ink, opacity: 0.5 } },
    ...extra,
  });
};

/** Text put into lanes so that none covers another. */
export const lanes = (items, width, size) => {
  const ends = [];
  return items.map((item) => {
    const w = textWidth(item.text, size) + 10;
    const x = Math.max(0, Math.min(item.x, width - w));
    let lane = ends.findIndex((end) => end <= x);
    if (lane < 0) lane = ends.length;
    ends[lane] = x + w;
    return { ...item, at: x, lane };
  });
};

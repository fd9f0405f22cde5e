import { intervalRows } from "./interval-rows.js";
import { blue, niceTop } from "./style.js";

/** Probabilities side by side, each with its interval. */
export const intervalDots = ({ rows }, width) => {
  const top = Math.max(...rows.map((r) => r.high ?? 0), 1);
  const { height, ...option } = intervalRows(rows, width, { low: 0, high: niceTop(top), colour: blue });
  return { height, option };
};

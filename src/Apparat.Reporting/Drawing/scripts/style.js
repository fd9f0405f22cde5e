// What all charts share: type, colours told apart by everyone (Okabe and Ito 2008) and in grey, and the width of text.

// Faces of one set of widths, so that a picture is laid out alike wherever it is opened.
export const font = "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif";
export const ink = "currentColor";
export const paper = "var(--paper, #fff)";
export const blue = "#0072B2";
export const vermilion = "#D55E00";

/** Lines and bands, the first being the subject. */
export const series = [vermilion, blue, "#009E73", "#E69F00", "#56B4E9", "#CC79A7", "#7A6A00", "#5B5B8C"];

/** Families of parts; in grey from dark to light. */
export const family = { baseline: "#6B6B6B", rules: blue, people: "#E69F00", events: "#6FC7A6", luck: "#DDD8CA" };
/** The same for small marks on paper. */
export const familyMark = { ...family, people: "#D48F00", events: "#2B8F6B", luck: "#8E8775" };
export const onFamily = { baseline: "#fff", rules: "#fff", people: "#1d1b18", events: "#1d1b18", luck: "#1d1b18" };

/** A phone. */
export const isNarrow = (width) => width < 500;

// Widths of the printable ASCII characters in thousandths of the size (Helvetica, Adobe font metrics).
const widths =
  "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
    .split(" ")
    .map(Number);

/** Width of a text in pixels, a little generous. */
export const textWidth = (text, size, bold = false) =>
  [...typeset(text)].reduce((sum, c) => sum + (widths[c.charCodeAt(0) - 32] ?? 600), 0) * size * (bold ? 0.00112 : 0.00104);

/** A text broken into lines no wider than that, where its words allow. */
export const wrap = (text, size, width, bold = false) => {
  const lines = [];
  for (const word of String(text).split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && textWidth(longer, size, bold) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
};

/** Signs as print has them: a minus is longer than a hyphen. */
export const typeset = (text) => String(text).replace(/(^|[\s(])-(?=\d)/g, "$1\u2212").replace(/'/g, "\u2019");

/** A text for a custom series or a graphic. */
export const label = (x, y, text, style = {}) => ({
  type: "text",
  x,
  y,
  silent: true,
  style: { text: typeset(text), fontFamily: font, fontSize: 12, fill: ink, verticalAlign: "middle", ...style },
});

export const line = (x1, y1, x2, y2, style) => ({ type: "line", silent: true, shape: { x1, y1, x2, y2 }, style: { fill: null, ...style } });

export const rect = (x, y, width, height, style, r = 0) => ({ type: "rect", silent: true, shape: { x, y, width, height, r }, style });

/** A round top for a scale that starts at 0. */
export const niceTop = (value) => [1, 2, 5, 10, 20, 30, 40, 50, 60, 80, 100].find((top) => top >= value) ?? value;

/** Round ticks between two numbers. */
export const ticks = (low, high, most) => {
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100].find((s) => (high - low) / s <= most) ?? (high - low) / most;
  const all = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9; k++) all.push(Math.round(k * step * 1e6) / 1e6);
  return all;
};

/** The plain axis of a scale: ticks named, thin lines across. */
export const scale = (low, high, at, extra = {}) => ({
  type: "value",
  min: low,
  max: high,
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { color: ink, fontSize: 12, customValues: at, hideOverlap: false, showMinLabel: true, showMaxLabel: true, formatter: typeset, ...extra.axisLabel },
  splitLine: { show: false },
  ...Object.fromEntries(Object.entries(extra).filter(([key]) => key !== "axisLabel")),
});

/** A custom series that draws everything once, in the pixels of its grid. */
export const drawn = (render, extra = {}) => ({
  type: "custom",
  data: [0],
  renderItem: (params, api) => ({ type: "group", silent: true, children: render((x, y) => api.coord([x, y])) }),
  ...extra,
});

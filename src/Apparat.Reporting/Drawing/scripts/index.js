// Entry of the bundle: Apache ECharts drawing SVG without a browser. One file a kind of chart; each makes an option from a
// specification and a width. ChartPress.cs calls draw().
import * as echarts from "echarts/core";
import { CustomChart, LineChart } from "echarts/charts";
import { GraphicComponent, GridComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import { attribution } from "./attribution.js";
import { charterMap } from "./charter-map.js";
import { intervalDots } from "./interval-dots.js";
import { linesOverTime } from "./lines-over-time.js";
import { matrix } from "./matrix.js";
import { partsOverTime } from "./parts-over-time.js";
import { font, textWidth } from "./style.js";

echarts.use([LineChart, CustomChart, GridComponent, GraphicComponent, SVGRenderer]);
// Text is measured by the same table everywhere, so that the same numbers give the same bytes.
echarts.setPlatformAPI({ measureText: (text, css) => ({ width: textWidth(text, parseFloat(/([\d.]+)px/.exec(css ?? "")?.[1] ?? "12")) }) });

const kinds = { attribution, charterMap, intervalDots, linesOverTime, matrix, partsOverTime };

/**
 * @param {string} kind a chart's kind
 * @param {string} json its specification
 * @param {number} width in pixels; the height follows from the content
 * @param {string} id unique on the page: prefix of every id inside the picture
 * @returns {string} SVG
 */
globalThis.draw = (kind, json, width, id) => {
  const { height, option } = kinds[kind](JSON.parse(json), width);
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height: Math.ceil(height) });
  chart.setOption({ animation: false, silent: true, textStyle: { fontFamily: font, color: "currentColor" }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  // ECharts numbers its charts; the page names them.
  return svg
    .replace(/<style\s*>[\s\S]*?<\/style>/g, "")
    .replace(/ class="zr\d+-cls-\d+"/g, "")
    .replace(/ pointer-events="[^"]*"/g, "")
    .replace(/\bzr\d+-/g, `${id}-`);
};

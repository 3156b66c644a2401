// Draws every figure of a staff page with plotly.js. The page holds the figure as JSON: data, and a layout whose
// colours are names of custom properties, var(--ink). Without this script the table beside each chart says the same.
"use strict";

(() => {
  // plotly.js 4 offers to send a chart to its makers' site unless it is told not to.
  const CONFIG = Object.freeze({
    displayModeBar: false,
    displaylogo: false,
    showSendToCloud: false,
    plotlyServerURL: "",
    responsive: true,
  });

  const coloured = (value, page) => {
    if (typeof value === "string") {
      const name = /^var\((--[a-z-]+)\)$/.exec(value);
      return name ? page.getPropertyValue(name[1]).trim() : value;
    }
    if (Array.isArray(value)) return value.map((item) => coloured(item, page));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, coloured(item, page)]));
  };

  const draw = (chart) => {
    const figure = JSON.parse(document.getElementById(chart.dataset.figure).textContent);
    const { data, layout } = coloured(figure, getComputedStyle(document.documentElement));
    chart.hidden = false;
    return Plotly.react(chart, data, layout, CONFIG);
  };

  const drawAll = () => document.querySelectorAll(".chart").forEach(draw);

  drawAll();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
})();

"use strict";
// Draws every figure of a report from the JSON beside it, and redraws it to the paper's width for printing.
(() => {
  const PAPER_WIDTH = 655; // CSS pixels between the margins of an A4 page, as report.css sets them
  const SETTINGS = { responsive: true, displayModeBar: false, displaylogo: false, scrollZoom: false };
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const plots = () => document.querySelectorAll(".plot.drawn");

  // Plotly speaks English by itself; to register it again would take away parts that it needs.
  const registerCalendar = (language) => {
    if (language === "en") return;
    Plotly.register({ moduleType: "locale", name: language, dictionary: {}, format: read("calendar") });
  };

  // A figure that cannot be drawn keeps its text, and the others are drawn all the same.
  const draw = async (plot, language) => {
    const text = [...plot.childNodes];
    try {
      const { data, layout } = read(plot.dataset.drawing);
      plot.replaceChildren();
      plot.classList.add("drawn");
      await Plotly.newPlot(plot, data, { ...layout, autosize: true }, { ...SETTINGS, locale: language });
    } catch (error) {
      plot.classList.remove("drawn");
      plot.replaceChildren(...text);
      console.error(error);
    }
  };

  const toPaper = () => plots().forEach((plot) => Plotly.relayout(plot, { autosize: false, width: PAPER_WIDTH }));
  const toScreen = () => plots().forEach((plot) => Plotly.relayout(plot, { autosize: true, width: null }));
  const openDetails = () => document.querySelectorAll("details").forEach((one) => { one.open = true; });

  if (typeof Plotly === "undefined") return; // the text in place of each figure stays
  const language = document.documentElement.lang;
  registerCalendar(language);
  document.querySelectorAll(".plot").forEach((plot) => draw(plot, language));
  window.addEventListener("beforeprint", () => { toPaper(); openDetails(); });
  window.addEventListener("afterprint", toScreen);
})();

"use strict";
// Draws every figure of a report from the JSON beside it, and redraws it to the paper's width for printing.
(() => {
  const PAPER_WIDTH = 655; // CSS pixels between the margins of an A4 page, as report.css sets them
  const PAPER_HEIGHT = 835; // of them between head and foot, less the title and the note of a figure
  const LEAST_SCALE = 0.5; // letters of 13 px are then 5 pt high; below that a figure goes over two pages
  const NARROW = 560; // CSS pixels below which a drawing of two forms takes the narrow one
  const SETTINGS = { responsive: true, displayModeBar: false, displaylogo: false, scrollZoom: false };
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const plots = () => document.querySelectorAll(".plot.drawn");

  // Plotly speaks English by itself; to register it again would take away parts that it needs.
  const registerCalendar = (language) => {
    if (language === "en") return;
    Plotly.register({ moduleType: "locale", name: language, dictionary: {}, format: read("calendar") });
  };

  // A drawing of shapes and words may have a second form for telephones in its layout.
  const formsOf = (data, { meta, height, shapes, annotations, yaxis }) => meta && meta.narrow && {
    narrow: meta.narrow,
    wide: { y: meta.narrow.y && data.map((trace) => trace.y), height, shapes, annotations, "yaxis.range": yaxis.range },
  };
  const form = (plot, width) => (plot.forms ? structuredClone(plot.forms[width < NARROW ? "narrow" : "wide"]) : {});

  const lay = (plot, { y, ...layout }, size) => Plotly.update(plot, y ? { y } : {}, { ...layout, ...size });

  // A figure that cannot be drawn keeps its text, and the others are drawn all the same.
  const draw = async (plot, language) => {
    const text = [...plot.childNodes];
    try {
      const { data, layout } = read(plot.dataset.drawing);
      plot.replaceChildren();
      plot.classList.add("drawn");
      plot.forms = formsOf(...structuredClone([data, layout]));
      await Plotly.newPlot(plot, data, { ...layout, autosize: true }, { ...SETTINGS, locale: language });
      await refit(plot);
    } catch (error) {
      plot.classList.remove("drawn");
      plot.replaceChildren(...text);
      console.error(error);
    }
  };

  // A figure higher than a page is drawn wider and then smaller, so that it stands on one page.
  const scaleOf = (height) => {
    const scale = Math.min(1, PAPER_HEIGHT / height);
    return scale < LEAST_SCALE ? 1 : scale;
  };
  const toPaper = () => plots().forEach((plot) => {
    const shape = form(plot, PAPER_WIDTH);
    const scale = scaleOf(shape.height ?? plot.layout.height);
    plot.style.zoom = scale;
    lay(plot, shape, { autosize: false, width: Math.floor(PAPER_WIDTH / scale) });
  });
  const toScreen = () => plots().forEach((plot) => {
    plot.style.zoom = "";
    lay(plot, form(plot, plot.clientWidth), { autosize: true, width: null });
  });
  const refit = (plot) => plot.forms && lay(plot, form(plot, plot.clientWidth), {});
  const openDetails = () => document.querySelectorAll("details").forEach((one) => { one.open = true; });

  if (typeof Plotly === "undefined") return; // the text in place of each figure stays
  const language = document.documentElement.lang;
  registerCalendar(language);
  document.querySelectorAll(".plot").forEach((plot) => draw(plot, language));
  window.addEventListener("resize", () => plots().forEach(refit));
  window.addEventListener("beforeprint", () => { toPaper(); openDetails(); });
  window.addEventListener("afterprint", toScreen);
})();

"use strict";
// Draws every figure of a report from the JSON beside it, and redraws it to the paper's width for printing.
(() => {
  const PAPER_WIDTH = 655; // CSS pixels between the margins of an A4 page, as report.css sets them
  const PAPER_HEIGHT = 950; // of them between head and foot, less the room around a figure
  const LINE = 20; // of them that a line of a figure's title or note takes, and the letters in it
  const LETTERS = 88;
  const PAPER_SCALE = 0.84; // letters of 13 px are then 8 pt high, as those of the tables
  const LEAST_SCALE = 0.5; // and 5 pt high; below that a figure goes over two pages
  const NARROW = 560; // CSS pixels below which a drawing of two forms takes the narrow one
  const SETTINGS = { responsive: true, displayModeBar: false, displaylogo: false, scrollZoom: false };
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const plots = () => document.querySelectorAll(".plot.drawn");

  // Plotly speaks English by itself; to register it again would take away parts that it needs.
  const registerCalendar = (language) => {
    if (language === "en") return;
    Plotly.register({ moduleType: "locale", name: language, dictionary: {}, format: read("calendar") });
  };

  // A drawing may have a second form for telephones in its layout: values by their paths, and the places down.
  const part = (layout, path) => path.split(".").reduce((whole, name) => whole && whole[name], layout);
  const formsOf = (data, layout) => {
    const narrow = layout.meta && layout.meta.narrow;
    if (!narrow) return null;
    const own = (path) => (path === "y" ? data.map((trace) => trace.y) : part(layout, path));
    return { narrow, wide: Object.fromEntries(Object.keys(narrow).map((path) => [path, own(path)])) };
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

  // On paper a figure is drawn wider and then smaller; one higher than a page so small that it stands on one.
  const linesOf = (text) => (text ? Math.ceil(text.textContent.length / LETTERS) : 0);
  const wordsOf = (figure) => 1 + linesOf(figure.querySelector(".exhibit-title")) + linesOf(figure.querySelector("figcaption"));
  const scaleOf = (height, room) => {
    const scale = Math.min(PAPER_SCALE, room / height);
    return scale < LEAST_SCALE ? PAPER_SCALE : scale;
  };
  const toPaper = () => plots().forEach((plot) => {
    const shape = form(plot, PAPER_WIDTH);
    const room = PAPER_HEIGHT - LINE * wordsOf(plot.closest("figure"));
    const scale = scaleOf(shape.height ?? plot.layout.height, room);
    plot.style.zoom = scale;
    lay(plot, shape, { autosize: false, width: Math.floor(PAPER_WIDTH / scale) });
  });
  const toScreen = () => plots().forEach((plot) => {
    plot.style.zoom = "";
    lay(plot, form(plot, plot.clientWidth), { autosize: true, width: null });
  });
  const refit = (plot) => plot.forms && lay(plot, form(plot, plot.clientWidth), {});
  const openDetails = () => document.querySelectorAll("details").forEach((one) => { one.open = true; });

  // A table wider than its place says that it goes on sideways, also one that its reader has just unfolded.
  const tellWidth = ({ target }) => target.classList.toggle("sideways", target.scrollWidth > target.clientWidth + 1);
  const widths = new ResizeObserver((changed) => changed.forEach(tellWidth));
  document.querySelectorAll(".scroll").forEach((one) => widths.observe(one));

  if (typeof Plotly === "undefined") return; // the text in place of each figure stays
  const language = document.documentElement.lang;
  registerCalendar(language);
  document.querySelectorAll(".plot").forEach((plot) => draw(plot, language));
  window.addEventListener("resize", () => plots().forEach(refit));
  window.addEventListener("beforeprint", () => { toPaper(); openDetails(); });
  window.addEventListener("afterprint", toScreen);
})();

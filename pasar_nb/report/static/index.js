"use strict";
// Search and filters of the index; without this script every district stays in sight.
(() => {
  const byId = (id) => document.getElementById(id);
  const [search, province, status] = [byId("cari"), byId("provinsi"), byId("status")];
  const rows = [...document.querySelectorAll("tr[data-code]")];
  const cards = [...document.querySelectorAll("details[data-code]")];

  // Accents and spaces do not matter: every word that is typed must be found somewhere in the row.
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map(rows.map((row) => [row, plain(row.dataset.search)]));

  const fits = (row, words) =>
    words.every((word) => texts.get(row).includes(word)) &&
    (!province.value || row.dataset.province === province.value) &&
    (!status.value || row.dataset.status.split(" ").includes(status.value));

  const filter = () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const shown = new Set();
    for (const row of rows) {
      row.hidden = !fits(row, words);
      if (!row.hidden) shown.add(row.dataset.code);
    }
    for (const card of cards) card.hidden = card.dataset.code !== "" && !shown.has(card.dataset.code);
    byId("jumlah").value = shown.size;
    byId("kosong").hidden = shown.size > 0;
  };

  const openTarget = () => {
    const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let place = target; place; place = place.parentElement) if (place.tagName === "DETAILS") place.open = true;
    target.scrollIntoView();
  };

  document.querySelector(".filters").hidden = false;
  document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
  for (const field of [search, province, status]) field.addEventListener("input", filter);
  window.addEventListener("hashchange", openTarget);
  openTarget();
  filter(); // the browser may have kept what was typed before a reload
})();

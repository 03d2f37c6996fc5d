/* A long table in a form: rows narrowed by words, and one choice for all rows that are shown. Hidden rows are sent too. */
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();

for (const box of document.querySelectorAll("[data-narrowed]")) {
  const tools = box.querySelector("[data-narrow-tools]");
  if (!tools) continue;
  tools.hidden = false;
  const rows = [...box.querySelectorAll("[data-narrow-row]")].map((row) => [row, plain(row.cells[0].textContent)]);
  const count = tools.querySelector("[data-narrow-count]");
  const narrow = tools.querySelector("[data-narrow]");
  narrow.addEventListener("input", () => {
    const words = plain(narrow.value).split(/\s+/).filter(Boolean);
    for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
    for (const table of box.querySelectorAll("table")) table.hidden = !table.querySelector("[data-narrow-row]:not([hidden])");
    count.textContent = words.length ? `${rows.filter(([row]) => !row.hidden).length} trong ${rows.length} dòng` : "";
  });
  narrow.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  const give = tools.querySelector("[data-narrow-give]");
  give.addEventListener("change", () => {
    for (const [row] of rows) {
      const select = row.querySelector("select");
      if (!row.hidden && select && give.value) select.value = give.value;
    }
  });
}

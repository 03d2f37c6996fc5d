/* Lists: arrows move between rows, Enter opens, Space picks; picked rows show the bulk bar; the previewed row is marked. */
const rows = (list) => [...list.querySelectorAll("[data-row]")];

document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.("[data-row]");
  if (!row || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
  const all = rows(row.closest("[data-list]"));
  const next = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (next) {
    event.preventDefault();
    const other = all[all.indexOf(row) + next];
    (other?.querySelector("a[href], button") ?? other)?.focus();
  } else if (event.key === " " && !event.target.matches("input, button")) {
    const pick = row.querySelector("[data-pick]");
    if (!pick) return;
    event.preventDefault();
    pick.click();
  }
});

function count(list) {
  const picks = [...list.querySelectorAll("[data-pick]")];
  const picked = picks.filter((one) => one.checked);
  for (const one of picks) one.closest("[data-row]")?.classList.toggle("cd-picked", one.checked);
  const bar = list.querySelector("[data-bulk]");
  if (!bar) return;
  bar.hidden = picked.length === 0;
  const words = bar.querySelector("[data-bulk-count]");
  if (words) words.textContent = `Đã chọn ${picked.length}`;
  for (const all of list.querySelectorAll("[data-pick-all]")) {
    all.checked = picked.length > 0 && picked.length === picks.length;
    all.indeterminate = picked.length > 0 && picked.length < picks.length;
  }
}

document.addEventListener("change", (event) => {
  const list = event.target.closest("[data-list]");
  if (!list) return;
  if (event.target.matches("[data-pick-all]")) for (const one of list.querySelectorAll("[data-pick]")) one.checked = event.target.checked;
  if (event.target.matches("[data-pick], [data-pick-all]")) count(list);
});
document.addEventListener("click", (event) => {
  const clear = event.target.closest("[data-bulk-clear]");
  if (clear) {
    const list = clear.closest("[data-list]");
    for (const one of list.querySelectorAll("[data-pick]")) one.checked = false;
    count(list);
  }
  const row = event.target.closest("[data-row]");
  const link = row?.querySelector("[data-preview]");
  if (row && link && !event.target.closest("a, button, input, label, select")) link.click();
});
document.addEventListener("htmx:beforeRequest", (event) => {
  const row = event.target.closest?.("[data-preview]")?.closest("[data-row]");
  if (!row) return;
  for (const one of rows(row.closest("[data-list]"))) one.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
});
for (const list of document.querySelectorAll("[data-list]")) if (list.querySelector("[data-pick]:checked")) count(list);

/* Rows of the reading: arrows move, the row in hand opens its details and its passage; F8 goes to the next doubt;
   what was in hand stays in hand when the server answers with new rows. */
const reading = document.getElementById("reading");
const narrow = matchMedia("(max-width: 767.98px)");
const inHand = { key: "", cell: 0, order: [], place: 1 };

const rows = () => [...reading.querySelectorAll("[role=tabpanel]:not([hidden]) [data-row-key]")].filter((row) => row.getClientRects().length);
const keyOf = (row) => row.dataset.rowKey;
const byKey = (key) => reading.querySelector(`[data-row-key="${CSS.escape(key)}"]`);
const cells = (row) => [...row.querySelectorAll("button, input:not([type=hidden]), select, textarea")].filter((one) => one.getClientRects().length && !one.closest("[data-opened], details"));

function tell(node) {
  if (node?.dataset.end) document.dispatchEvent(new CustomEvent("cd:passage", { detail: [Number(node.dataset.start), Number(node.dataset.end)] }));
}

function take(row) {
  if (keyOf(row) === inHand.key && row.hasAttribute("aria-current")) return;
  for (const one of reading.querySelectorAll("[data-row-key][aria-current], [data-keys-now]")) {
    one.removeAttribute("aria-current");
    one.removeAttribute("data-keys-now");
  }
  for (const more of reading.querySelectorAll(".cd-review-more:not([hidden])")) more.hidden = true;
  row.setAttribute("aria-current", "true");
  if (row.matches("[data-place]")) {
    row.setAttribute("data-keys-now", "");
    inHand.place = Number(row.dataset.place);
  }
  const more = row.dataset.more && document.getElementById(row.dataset.more);
  if (more) more.hidden = false;
  inHand.key = keyOf(row);
  tell(row);
}

const rowOf = (node) => {
  const row = node.closest("[data-row-key]");
  if (row) return row;
  const more = node.closest(".cd-review-more");
  return more && reading.querySelector(`[data-more="${more.id}"]`);
};

function choose(tab) {
  if (tab.getAttribute("aria-selected") !== "true") tab.click();
}

function go(row, cell = 0) {
  const panel = row.closest("[role=tabpanel]");
  choose(document.querySelector(`[aria-controls="${panel.id}"]`));
  document.body.classList.remove("cd-show-paper");
  const target = row.matches("[data-place]") ? row : (cells(row)[cell] ?? cells(row)[0] ?? row);
  target.focus({ preventScroll: true });
  take(row);
  row.scrollIntoView({ block: narrow.matches ? "center" : "nearest" });
}

function step(by) {
  const all = rows();
  const at = all.findIndex((row) => keyOf(row) === inHand.key);
  const next = at < 0 ? all[0] : all[at + by];
  if (next) go(next, inHand.cell);
}

function nextDoubt() {
  const doubts = [...reading.querySelectorAll("[data-place]")].sort((one, other) => one.dataset.place - other.dataset.place);
  const now = byKey(inHand.key)?.dataset.place;
  const from = now ? Number(now) + 1 : inHand.place;
  const next = doubts.find((doubt) => Number(doubt.dataset.place) >= from) ?? doubts[0];
  if (next) go(next);
}

reading.addEventListener("focusin", (event) => {
  const row = rowOf(event.target);
  if (!row) return;
  const at = cells(row).indexOf(event.target);
  if (at >= 0) inHand.cell = at;
  take(row);
  if (event.target !== row && event.target.dataset.end) tell(event.target);
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.closest("input, textarea, select, [role=tab], dialog, details[open]")) return;
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by && !event.target.closest("#paper")) {
    event.preventDefault();
    step(by);
  }
  const aside = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const row = aside && rowOf(event.target);
  if (row) {
    const all = cells(row);
    const next = all[all.indexOf(event.target) + aside];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-next-doubt]")) nextDoubt();
  if (event.target.closest("[data-show-paper]")) document.body.classList.toggle("cd-show-paper");
  const link = event.target.closest("[data-go-row]");
  if (link) {
    event.preventDefault();
    const row = byKey(link.dataset.goRow);
    if (row) go(row);
  }
  const passage = event.target.closest("[data-passage]");
  if (passage) {
    if (narrow.matches) document.body.classList.add("cd-show-paper");
    tell(passage.dataset.end ? passage : passage.closest("[data-end]"));
  }
  const tab = event.target.closest("[data-tab]");
  if (tab) {
    document.body.classList.remove("cd-show-paper");
    const address = new URL(location.href);
    address.searchParams.set("phan", tab.dataset.tab);
    history.replaceState(history.state, "", address);
  }
});

document.addEventListener("cd:open-item", (event) => {
  const holding = [...reading.querySelectorAll("[data-row-key][data-end]")].filter((row) => Number(row.dataset.start) <= event.detail && Number(row.dataset.end) > event.detail);
  const width = (row) => Number(row.dataset.end) - Number(row.dataset.start);
  const row = holding.sort((one, other) => width(one) - width(other))[0];
  if (row) go(row);
});

document.addEventListener("htmx:beforeRequest", () => {
  inHand.order = [...reading.querySelectorAll("[data-row-key]")].map(keyOf);
});

/* New rows came: the same row, else the one after it, else the one before it. */
function keep() {
  const at = inHand.order.indexOf(inHand.key);
  const near = at < 0 ? [] : [...inHand.order.slice(at), ...inHand.order.slice(0, at).reverse()];
  const settled = inHand.key.startsWith("doubt-") && !byKey(inHand.key);
  const key = near.find((one) => byKey(one) && !(settled && one.startsWith("doubt-")));
  const row = key && byKey(key);
  inHand.key = "";
  const lost = document.activeElement === document.body || !document.activeElement;
  if (row && row.getClientRects().length) {
    if (lost) go(row, inHand.cell);
    else take(row);
  }
}
let waiting = 0;
document.addEventListener("htmx:oobAfterSwap", () => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    document.dispatchEvent(new CustomEvent("cd:reading-changed"));
    keep();
  });
});

const asked = new URL(location.href).searchParams.get("phan");
const first = asked && document.querySelector(`[data-tab="${CSS.escape(asked)}"]`);
if (first) choose(first);

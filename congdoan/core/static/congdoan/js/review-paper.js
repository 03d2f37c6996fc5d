/* The paper of a review: tints the passages that were taken, shows the one in hand, turns pages, zooms, takes selected words.
   The reading at right names passages by `data-start` and `data-end`; `cd:passage` on the document asks to show one. */
const paper = document.getElementById("paper");
const reading = document.getElementById("reading");
const number = (node, name) => Number(node.dataset[name]);
const shown = (node) => node.offsetParent !== null || node.getClientRects().length > 0;
let hand = null;

function spans() {
  const found = [];
  for (const node of reading.querySelectorAll("[data-start][data-end]:not([data-heading], [data-skipped], [data-place])")) {
    found.push([number(node, "start"), number(node, "end")]);
    for (const also of node.dataset.also?.trim().split(" ") ?? []) found.push(also.split("-").map(Number));
  }
  return found;
}

/* Cuts from..to where a span begins or ends: [from, to, class] for each piece. */
function pieces(from, to, taken) {
  const inside = taken.filter(([start, end]) => start < to && end > from);
  const current = hand && hand[0] < to && hand[1] > from ? [hand] : [];
  const cuts = new Set([from, to]);
  for (const [start, end] of [...inside, ...current]) {
    if (start > from) cuts.add(start);
    if (end < to) cuts.add(end);
  }
  const order = [...cuts].sort((one, other) => one - other);
  return order.slice(0, -1).map((start, at) => {
    const covers = ([a, b]) => a <= start && b >= order[at + 1];
    return [start, order[at + 1], current.some(covers) ? "cd-passage cd-passage-now" : inside.some(covers) ? "cd-passage" : ""];
  });
}

function paintText(taken) {
  for (const line of paper.querySelectorAll("p[data-start]")) {
    const text = line.textContent;
    const from = number(line, "start");
    const parts = pieces(from, from + text.length, taken).map(([start, end, css]) => {
      const words = text.slice(start - from, end - from);
      if (!css) return document.createTextNode(words);
      const mark = document.createElement("span");
      mark.className = css;
      mark.textContent = words;
      return mark;
    });
    line.replaceChildren(...parts);
  }
}

/* Where character `at` of a printed line stands: letters are not equally wide. */
const pen = document.createElement("canvas").getContext("2d");
pen.font = '20px "Liberation Serif", "Times New Roman", serif';
function along(line, at) {
  const text = line.textContent;
  const part = pen.measureText(text.slice(0, at)).width / Math.max(pen.measureText(text).width, 1);
  return Number(line.getAttribute("x")) + part * number(line, "width");
}

function paintPages(taken) {
  for (const marks of paper.querySelectorAll("[data-marks]")) {
    marks.replaceChildren();
    for (const line of marks.parentNode.querySelectorAll("text")) {
      const [from, to] = [number(line, "start"), number(line, "end")];
      for (const [start, end, css] of pieces(from, to, taken)) {
        if (!css) continue;
        const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        const [left, right] = [along(line, start - from), along(line, end - from)];
        rect.setAttribute("class", css);
        rect.setAttribute("x", left - 2);
        rect.setAttribute("y", number(line, "y") - 3);
        rect.setAttribute("width", right - left + 4);
        rect.setAttribute("height", number(line, "height") + 6);
        marks.append(rect);
      }
    }
  }
}

function paint() {
  if (!paper) return;
  const taken = spans();
  paintText(taken);
  paintPages(taken);
}

function lineAt(offset) {
  const lines = [...paper.querySelectorAll("[data-view-of]:not([hidden]) [data-start]")];
  return lines.filter((line) => number(line, "start") <= offset).pop() ?? lines[0];
}

function show(start, end) {
  hand = [start, end];
  paint();
  const line = lineAt(start);
  if (!line || !shown(paper)) return;
  const place = line.getBoundingClientRect();
  const frame = paper.getBoundingClientRect();
  if (paper.scrollHeight <= paper.clientHeight) line.scrollIntoView({ block: "center" });
  else if (place.top < frame.top + 40 || place.bottom > frame.bottom - 60) paper.scrollTop += place.top - frame.top - frame.height / 3;
}

/* Offset in the paper's text of a point in the page. */
function offsetOf(node, at) {
  const line = (node.nodeType === 1 ? node : node.parentElement)?.closest("[data-start]");
  if (!line || !paper.contains(line)) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, at);
  return number(line, "start") + before.toString().length;
}

function selected() {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  const [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  return start !== null && end !== null && end > start ? [start, end] : null;
}

const add = document.querySelector("[data-add-selected]");
document.addEventListener("selectionchange", () => {
  if (add) add.hidden = !selected();
});
add?.addEventListener("mousedown", (event) => event.preventDefault());
add?.addEventListener("click", () => {
  const place = selected();
  if (!place) return;
  document.dispatchEvent(new CustomEvent("cd:take", { detail: place }));
  getSelection().removeAllRanges();
});

paper?.addEventListener("click", (event) => {
  if (selected()) return;
  const line = event.target.closest("[data-start]");
  if (!line) return;
  let offset = number(line, "start");
  const point = document.caretRangeFromPoint?.(event.clientX, event.clientY);
  if (point && line.contains(point.startContainer)) offset = offsetOf(point.startContainer, point.startOffset) ?? offset;
  document.dispatchEvent(new CustomEvent("cd:open-item", { detail: offset }));
});

const sheets = () => [...paper.querySelectorAll("[data-view-of]:not([hidden]) [data-page]")];
function pageNow() {
  const top = paper.getBoundingClientRect().top + 120;
  return sheets().filter((sheet) => sheet.getBoundingClientRect().top <= top).pop() ?? sheets()[0];
}
paper?.addEventListener("scroll", () => {
  const label = document.querySelector("[data-page-now]");
  const page = pageNow();
  if (label && page) label.textContent = page.dataset.page;
});

function turn(step) {
  const all = sheets();
  const next = all[all.indexOf(pageNow()) + step];
  if (next) paper.scrollTop += next.getBoundingClientRect().top - paper.getBoundingClientRect().top - 8;
}

function see(kind) {
  const at = hand;
  for (const view of paper.querySelectorAll("[data-view-of]")) view.hidden = view.dataset.viewOf !== kind;
  for (const button of document.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === kind));
  if (at) show(...at);
}

document.addEventListener("click", (event) => {
  const turned = event.target.closest("[data-turn]");
  if (turned) turn(Number(turned.dataset.turn));
  const view = event.target.closest("[data-view]");
  if (view) see(view.dataset.view);
  const zoom = event.target.closest("[data-zoom]");
  if (zoom) {
    const large = paper.classList.toggle("cd-review-large");
    zoom.querySelector("[data-zoom-label]").textContent = large ? "Thu nhỏ" : "Phóng to";
  }
});
document.addEventListener("cd:passage", (event) => paper && show(...event.detail));
document.addEventListener("cd:reading-changed", paint);
paint();

/* Changing the reading: a small form opens in the cell (F2, Enter, or a click on the cell in hand), Enter saves, Escape leaves.
   When somebody else was first, both versions stand in the form and nothing typed is lost. */
const reading = document.getElementById("reading");
const page = (address) => fetch(address, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
let pressed = null;

function focusIn(form) {
  const field = form.querySelector("[role=combobox]") ?? form.querySelector("input:not([type=hidden]), textarea, select") ?? form.querySelector("button");
  field?.focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest" });
  if (field?.matches("textarea, input")) field.setSelectionRange?.(field.value.length, field.value.length);
}

async function bring(address) {
  const answer = await page(address);
  const text = await answer.text();
  if (!answer.ok) return document.getElementById("toasts").insertAdjacentHTML("beforeend", text);
  leave();
  const form = within(text);
  form.dataset.opened = address;
  put(form);
  htmx.process(form);
  focusIn(form);
}

const within = (text) => {
  const box = document.createElement("template");
  box.innerHTML = text;
  return box.content.querySelector("form");
};

/* Beside what opens it, found by its address: rows may have come anew since it was pressed. */
function put(form) {
  const address = CSS.escape(form.dataset.opened);
  const openers = [...document.querySelectorAll(`[data-cell="${address}"], [data-asks="${address}"], [data-form-at="${address}"]`)];
  const opener = openers.find((one) => one.checkVisibility()) ?? openers[0];
  if (!opener?.dataset.cell) return slotOf(opener ?? reading).replaceChildren(form);
  opener.after(form);
  opener.setAttribute("aria-expanded", "true");
  if (form.getBoundingClientRect().right > innerWidth - 8) form.classList.add("cd-cell-form-left");
}

function leave() {
  const form = reading.querySelector("[data-opened]");
  if (!form) return;
  const button = form.previousElementSibling?.matches?.("[data-cell]") ? form.previousElementSibling : form.closest("[data-place]");
  form.remove();
  button?.removeAttribute("aria-expanded");
  button?.focus();
}

function slotOf(node) {
  const line = node.closest(".cd-review-section");
  if (line) return line.nextElementSibling.querySelector("[data-asked]");
  const own = node.closest("tr.cd-review-row")?.querySelector("[data-asked]");
  return own ?? node.closest("[data-place]")?.querySelector("[data-asked]") ?? document.querySelector("#tasks-body > [data-asked]");
}

function take(start, end) {
  const form = document.getElementById("add-from-text");
  form.elements.start.value = start;
  form.elements.end.value = end;
  form.requestSubmit();
}

function split(button) {
  const form = button.closest("form");
  const field = form.querySelector("textarea");
  if (field.value !== field.defaultValue) return say(form, "Lưu nội dung vừa sửa trước khi tách.");
  const values = { at: field.selectionStart, revision: form.elements.revision.value };
  return htmx.ajax("POST", button.dataset.split, { source: form, values, swap: "none" });
}

function say(form, text) {
  const line = document.createElement("p");
  line.className = "cd-error";
  line.setAttribute("role", "alert");
  line.textContent = text;
  form.querySelector("[data-slot]").replaceChildren(line);
}

document.addEventListener("pointerdown", (event) => {
  const button = event.target.closest("[data-cell]");
  pressed = button && document.activeElement === button ? button : null;
});
document.addEventListener("click", (event) => {
  const cell = event.target.closest("[data-cell]");
  if (cell && (event.detail === 0 || pressed === cell || cell.closest(".cd-review-more"))) bring(cell.dataset.cell);
  const asks = event.target.closest("[data-asks], [data-form-at]");
  if (asks) {
    asks.closest("details")?.removeAttribute("open");
    bring(asks.dataset.asks ?? asks.dataset.formAt);
  }
  if (event.target.closest("[data-cancel]")) leave();
  if (event.target.closest("[data-newest]")) {
    leave();
    htmx.ajax("GET", location.pathname, { swap: "none" });
  }
  const cut = event.target.closest("[data-split]");
  if (cut) split(cut);
  const also = event.target.closest("[data-open-cell]");
  if (also) bring(also.closest(".cd-review-more").querySelector(`[data-cell$="/${also.dataset.openCell}/"]`).dataset.cell);
  const passage = event.target.closest("[data-take-passage]")?.closest("[data-start]");
  if (passage) take(passage.dataset.start, passage.dataset.end);
});
document.addEventListener("cd:take", (event) => take(...event.detail));

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("[data-opened]");
  if (form) {
    const list = event.target.closest("[data-combo]")?.querySelector("[role=listbox]:not([hidden])");
    if (event.key === "Escape" && !list) leave();
    const plain = event.key === "Enter" && !event.shiftKey && event.target.matches("textarea") && (event.ctrlKey || event.target.rows < 4);
    if (plain) {
      event.preventDefault();
      form.requestSubmit();
    }
    return;
  }
  if (event.key !== "F2") return;
  const row = reading.querySelector("[data-row-key][aria-current]");
  const cell = event.target.closest("[data-cell]") ?? row?.querySelector("[data-cell]");
  if (cell) {
    event.preventDefault();
    bring(cell.dataset.cell);
  }
});

/* 409: what the other one made of it, beside what was typed; saving again keeps one's own. */
async function bothVersions(form, text) {
  const slot = form.querySelector("[data-slot]");
  slot.innerHTML = text;
  if (!form.dataset.again) return;
  const fresh = within(await (await page(form.dataset.again)).text());
  form.elements.revision.value = fresh.elements.revision.value;
  const now = document.createElement("p");
  now.className = "cd-help";
  now.textContent = `Bản hiện tại: ${fresh.dataset.now}`;
  const other = document.createElement("button");
  Object.assign(other, { type: "button", className: "cd-button cd-button-row", textContent: "Lấy bản hiện tại" });
  other.dataset.newest = "";
  slot.append(now, other);
  form.querySelector(".cd-button-main").textContent = "Giữ bản của tôi";
}

/* An answer draws the rows anew: a form that somebody opened while waiting for it stays open, with what is typed in it.
   The form that was answered goes; one that was left before its answer is no longer part of the page and says nothing. */
let answered = null;
let kept = null;
document.addEventListener("htmx:beforeSwap", (event) => {
  answered = event.detail.requestConfig.elt;
  queueMicrotask(() => { answered = null; });
});
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const form = reading.querySelector("[data-opened]");
  if (form && form !== answered && event.target.contains(form)) kept = { form, focused: form.contains(document.activeElement) && document.activeElement };
});
document.addEventListener("htmx:oobAfterSwap", () => {
  if (!kept) return;
  const { form, focused } = kept;
  kept = null;
  put(form);
  htmx.process(form);
  if (focused) focused.focus({ preventScroll: true });
});

/* Words typed into a unit picker that name no unit are not dropped in silence. */
document.addEventListener("htmx:beforeRequest", (event) => {
  const form = event.detail.elt.closest?.("[data-opened]");
  const picker = form?.querySelector("[role=combobox]");
  if (!picker?.value.trim()) return;
  event.preventDefault();
  say(form, `“${picker.value.trim()}” chưa được chọn. Chọn một dòng trong danh sách, hoặc xóa chữ này.`);
  picker.focus();
});
document.addEventListener("htmx:beforeSwap", (event) => {
  const form = event.detail.requestConfig.elt.closest?.("[data-review-form]");
  const { status, responseText } = event.detail.xhr;
  if (!form || ![409, 422].includes(status)) return;
  event.detail.shouldSwap = false;
  event.detail.isError = false;
  if (status === 409) bothVersions(form, responseText);
  else if (responseText.includes("<form")) {
    const again = within(responseText);
    again.dataset.opened = form.dataset.opened;
    form.replaceWith(again);
    htmx.process(again);
    (again.querySelector("[aria-invalid=true]") ?? again.querySelector("input:not([type=hidden]), textarea"))?.focus();
  } else {
    form.querySelector("[data-slot]").innerHTML = responseText;
    form.querySelector("input:not([type=hidden]), textarea, select")?.setAttribute("aria-invalid", "true");
  }
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.requestConfig?.elt?.closest?.("[data-header-field]");
  if (!form || event.detail.xhr.status !== 200) return;
  const field = form.elements[form.dataset.headerField];
  form.elements.seen.value = field.value;
  field.removeAttribute("aria-invalid");
  form.querySelector("[data-slot]").replaceChildren();
});

/* Filters that apply themselves, one sending at a time, a warning before typed text is lost, choices, days. */
const turnedOff = new Set();
const turnOff = (field) => {
  if (field.disabled) return;
  field.disabled = true;
  turnedOff.add(field);
};

document.addEventListener("change", (event) => {
  const filter = event.target.closest("[data-filter]");
  if (filter && !event.target.matches("[type=search], [type=text]")) filter.requestSubmit();
  if (event.target.matches(".cd-radio")) mark(event.target);
  if (event.target.matches("[data-date]")) tidy(event.target);
  touch(event);
});
document.addEventListener("input", touch);

function touch(event) {
  const form = event.target.closest("form[data-guard]");
  if (form) form.dataset.dirty = "yes";
}

function mark(radio) {
  for (const one of document.getElementsByName(radio.name)) one.closest(".cd-choice")?.classList.toggle("cd-choice-on", one.checked);
}
for (const radio of document.querySelectorAll(".cd-choice .cd-radio:checked")) mark(radio);
document.addEventListener("htmx:load", (event) => {
  for (const radio of event.detail.elt.querySelectorAll(".cd-choice .cd-radio:checked")) mark(radio);
});

function tidy(input) {
  const parts = input.value.trim().match(/^(\d{1,2})[\s/.-]?(\d{1,2})[\s/.-]?(\d{4})$/);
  if (parts) input.value = `${parts[1].padStart(2, "0")}/${parts[2].padStart(2, "0")}/${parts[3]}`;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented) return;
  if (form.matches("[data-filter]")) {
    for (const field of form.elements) if (field.name && !field.value) turnOff(field);
    return;
  }
  delete form.dataset.dirty;
  if (form.method === "get" || form.matches("[hx-post]")) return;
  setTimeout(() => {
    for (const send of form.querySelectorAll("button:not([type=button])")) turnOff(send);
  });
});

addEventListener("pageshow", () => {
  for (const field of turnedOff) field.disabled = false;
  turnedOff.clear();
});

/* htmx calls an answer with a redirect not successful, and a refused form (422) successful: the status alone is right. */
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt.closest?.("form[data-guard]");
  const { status } = event.detail.xhr;
  if (form && (status < 200 || status >= 400)) form.dataset.dirty = "yes";
});

addEventListener("beforeunload", (event) => {
  if (document.querySelector("form[data-guard][data-dirty]")) event.preventDefault();
});

const wrong = document.querySelector("form [aria-invalid=true]");
if (wrong) wrong.focus();

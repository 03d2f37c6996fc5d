/* Keeps what is typed into a form with data-draft-key on this machine until the form is sent. Passwords and files are not kept. */
const PREFIX = "congdoan-draft:";
const kept = (form) => [...form.elements].filter((field) => field.name && !["password", "file", "hidden", "submit"].includes(field.type));

function save(form) {
  const values = kept(form)
    .filter((field) => !["checkbox", "radio"].includes(field.type) || field.checked)
    .map((field) => [field.name, field.value]);
  localStorage.setItem(PREFIX + form.dataset.draftKey, JSON.stringify(values));
  const note = form.querySelector("[data-draft-note]");
  if (note) note.textContent = `Đã giữ lúc ${new Date().toTimeString().slice(0, 5)}`;
}

function restore(form) {
  const text = localStorage.getItem(PREFIX + form.dataset.draftKey);
  if (!text || form.querySelector("[aria-invalid=true]")) return;
  for (const [name, value] of JSON.parse(text)) {
    for (const field of kept(form).filter((one) => one.name === name && !("asked" in one.dataset))) {
      if (["checkbox", "radio"].includes(field.type)) field.checked = field.checked || field.value === value;
      else field.value = value;
    }
  }
  const note = form.querySelector("[data-draft-note]");
  if (note) note.textContent = "Đã lấy lại phần viết dở";
  for (const radio of form.querySelectorAll("input:checked")) radio.dispatchEvent(new Event("change", { bubbles: true }));
}

/* htmx calls an answer with a redirect not successful, and a refused form (422) successful: the status alone is right. */
const wasTaken = (xhr) => xhr.status >= 200 && xhr.status < 400;
const forget = (form) => localStorage.removeItem(PREFIX + form.dataset.draftKey);
const timers = new WeakMap();

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-draft-key]");
  if (!form) return;
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => save(form), 600));
});
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-draft-key]");
  if (!form) return;
  clearTimeout(timers.get(form));
  if (form.matches("[hx-post]")) save(form);
  else forget(form);
});
/* A form may be sent as it is left, without a submit: what was typed is kept now, and forgotten before the answer brings it anew.
   What a field only asks for, as suggestions, sends nothing. */
const formSent = ({ elt, requestConfig }) => (requestConfig.verb === "get" ? null : elt.closest?.("form[data-draft-key]"));
document.addEventListener("htmx:beforeRequest", (event) => {
  const form = formSent(event.detail);
  if (!form) return;
  clearTimeout(timers.get(form));
  save(form);
});
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const form = formSent(event.detail);
  if (form && wasTaken(event.detail.xhr)) forget(form);
});
for (const form of document.querySelectorAll("form[data-draft-key]")) restore(form);
document.addEventListener("htmx:load", (event) => {
  for (const form of event.detail.elt.querySelectorAll("form[data-draft-key]")) restore(form);
});

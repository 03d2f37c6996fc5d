/* Keeps what is typed into a form with data-draft-key on this machine until the form was taken. Passwords and files are not kept.
   It is the typist's alone: whoever signs in after a session that ran out sees nothing of it, and nothing outlives a sign-out.
   Of any other form what was sent is kept in its tab: who goes back from a page that says what went wrong has all of it again,
   also where the browser itself keeps nothing of a page that must not be stored. */
const SENT = "congdoan-sent", person = document.body.dataset.person;
const placeOf = (form) => `congdoan-draft:${person}:${form.dataset.draftKey}`;
const kept = (form) =>
  [...form.elements].filter(
    (field) => field.name && field.autocomplete !== "one-time-code" && !["password", "file", "hidden", "submit"].includes(field.type),
  );

const valuesOf = (form) =>
  kept(form)
    .filter((field) => !["checkbox", "radio"].includes(field.type) || field.checked)
    .map((field) => [field.name, field.value]);

function save(form) {
  localStorage.setItem(placeOf(form), JSON.stringify(valuesOf(form)));
  const note = form.querySelector("[data-draft-note]");
  if (note) note.textContent = `Đã giữ lúc ${new Date().toTimeString().slice(0, 5)}`;
}

function restore(form) {
  const text = localStorage.getItem(placeOf(form));
  if (!text || form.querySelector("[aria-invalid=true]")) return;
  fill(form, JSON.parse(text));
  const note = form.querySelector("[data-draft-note]");
  if (note) note.textContent = "Đã lấy lại phần viết dở";
}

function fill(form, values) {
  for (const [name, value] of values) {
    for (const field of kept(form).filter((one) => one.name === name && !("asked" in one.dataset))) {
      if (["checkbox", "radio"].includes(field.type)) field.checked = field.checked || field.value === value;
      else field.value = value;
    }
  }
  for (const radio of form.querySelectorAll("input:checked")) radio.dispatchEvent(new Event("change", { bubbles: true }));
}

/* A whole form on its way: whether it was taken is known from the page that comes. */
const here = () => location.pathname + location.search;
const forms = () => [...document.forms].filter((form) => form.method === "post" && !form.querySelector("[type=password]"));
const keep = (sent) => sessionStorage.setItem(SENT, JSON.stringify(sent));
const noteSent = (form) =>
  keep({ page: here(), place: forms().indexOf(form), draft: "draftKey" in form.dataset && placeOf(form), person, values: valuesOf(form) });

function settle() {
  const text = sessionStorage.getItem(SENT);
  if (!text) return;
  const sent = JSON.parse(text);
  const cameBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward" && sent.page === here();
  if (cameBack || document.querySelector("[data-refused]")) {
    keep({ ...sent, refused: true });
    if (cameBack && !sent.draft && sent.person === person && forms()[sent.place]) fill(forms()[sent.place], sent.values);
  } else if (!sent.refused || document.body.matches(".cd-outside")) {
    sessionStorage.removeItem(SENT);
    if (sent.draft && !sent.refused) localStorage.removeItem(sent.draft);
  }
}
settle();

/* htmx calls an answer with a redirect not successful, and a refused form (422) successful: the status alone is right. */
const wasTaken = (xhr) => xhr.status >= 200 && xhr.status < 400;
const forget = (form) => localStorage.removeItem(placeOf(form));
const timers = new WeakMap();

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-draft-key]");
  if (!form) return;
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => save(form), 600));
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  clearTimeout(timers.get(form));
  if (form.matches("[data-draft-key]")) save(form);
  if (!event.defaultPrevented && !form.matches("[hx-post]") && forms().includes(form)) noteSent(form);
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

/* Suggestions under the search field of the top bar: asked while typing, arrows choose, Enter opens, Escape closes. */
const input = document.querySelector(".cd-top [data-search]");
const form = input?.form;
const place = document.createElement("div");
let timer = 0;

function options() {
  return [...place.querySelectorAll("[role=option]")];
}

function shut() {
  place.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function point(option) {
  for (const one of options()) one.setAttribute("aria-selected", String(one === option));
  if (!option) return input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

async function suggest() {
  const asked = input.value.trim();
  if (asked.length < 2) return shut();
  const address = new URL("goi-y/", form.action);
  address.searchParams.set("q", asked);
  const answer = await fetch(address, { headers: { "HX-Request": "true" }, credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok || asked !== input.value.trim() || document.activeElement !== input) return;
  place.innerHTML = await answer.text();
  place.hidden = false;
  input.setAttribute("aria-expanded", "true");
}

function pressed(event) {
  const all = options();
  const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
  if (event.key === "Escape" && !place.hidden) shut();
  else if (event.key === "ArrowDown" && place.hidden) suggest();
  else if (event.key === "ArrowDown") point(all[at + 1] ?? all[0]);
  else if (event.key === "ArrowUp" && !place.hidden) point(all[at - 1] ?? all[all.length - 1]);
  else if (event.key === "Enter" && !place.hidden && all[at]) all[at].click();
  else return;
  event.preventDefault();
}

if (form) {
  place.className = "cd-suggestions";
  place.id = "suggestions";
  place.setAttribute("role", "listbox");
  place.setAttribute("aria-label", "Gợi ý");
  place.hidden = true;
  form.append(place);
  const says = { role: "combobox", "aria-expanded": "false", "aria-controls": "suggestions", "aria-autocomplete": "list" };
  for (const [name, value] of Object.entries(says)) input.setAttribute(name, value);
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, 200);
  });
  input.addEventListener("keydown", pressed);
  input.addEventListener("blur", () => setTimeout(shut, 150));
}

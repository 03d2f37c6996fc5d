/* Combobox: asks the server while typing (without tones, by abbreviation), arrows and Enter choose, Backspace takes back. */
const parts = (node) => {
  const combo = node.closest("[data-combo]");
  return combo && { combo, input: combo.querySelector("[role=combobox]"), list: combo.querySelector("[role=listbox]"), box: combo.querySelector(".cd-combo-box") };
};
const options = (list) => [...list.querySelectorAll("[role=option]")];
const waiting = new WeakMap();

async function suggest({ combo, input, list }) {
  const address = new URL(combo.dataset.combo, location.href);
  address.searchParams.set("q", input.value.trim());
  const asked = input.value;
  const answer = await fetch(address, { headers: { "HX-Request": "true" }, credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok || asked !== input.value) return;
  list.innerHTML = await answer.text();
  const chosen = new Set([...combo.querySelectorAll("[data-token] input")].map((one) => one.value));
  for (const option of options(list)) if (chosen.has(option.dataset.value)) option.remove();
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  point({ input, list }, options(list)[0]);
}

function point({ input, list }, option) {
  for (const one of options(list)) one.setAttribute("aria-selected", String(one === option));
  if (option) {
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else input.removeAttribute("aria-activedescendant");
}

function shut({ input, list }) {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function choose(found, option) {
  const { combo, input, box } = found;
  const token = combo.querySelector("template").content.firstElementChild.cloneNode(true);
  token.querySelector("input").value = option.dataset.value;
  token.querySelector("button").setAttribute("aria-label", `Bỏ ${option.dataset.label}`);
  token.prepend(option.dataset.label);
  if (!("multiple" in combo.dataset)) for (const one of box.querySelectorAll("[data-token]")) one.remove();
  box.insertBefore(token, input);
  input.value = "";
  shut(found);
  input.focus();
  changed(combo, option.dataset.value);
}

function changed(combo, value) {
  combo.dispatchEvent(new CustomEvent("cd:chosen", { bubbles: true, detail: { value } }));
  combo.closest("form[data-filter]")?.requestSubmit();
}

document.addEventListener("input", (event) => {
  const found = event.target.matches("[role=combobox]") && parts(event.target);
  if (!found) return;
  clearTimeout(waiting.get(found.combo));
  waiting.set(found.combo, setTimeout(() => suggest(found), 180));
});
document.addEventListener("keydown", (event) => {
  const found = event.target.matches?.("[role=combobox]") && parts(event.target);
  if (!found) return;
  const all = options(found.list);
  const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" && found.list.hidden) suggest(found);
  else if (event.key === "ArrowDown") point(found, all[at + 1] ?? all[0]);
  else if (event.key === "ArrowUp") point(found, all[at - 1] ?? all[all.length - 1]);
  else if (event.key === "Enter" && !found.list.hidden && all[at]) choose(found, all[at]);
  else if (event.key === "Escape" && !found.list.hidden) shut(found);
  else if (event.key === "Backspace" && !found.input.value) {
    const last = [...found.box.querySelectorAll("[data-token]")].pop();
    last?.remove();
    if (last) changed(found.combo, "");
    return;
  } else return;
  event.preventDefault();
});
document.addEventListener("mousedown", (event) => {
  const option = event.target.closest("[data-combo] [role=option]");
  if (option) {
    event.preventDefault();
    choose(parts(option), option);
  }
});
document.addEventListener("click", (event) => {
  const remove = event.target.closest("[data-combo] [data-remove]");
  if (!remove) return;
  const { combo, input } = parts(remove);
  remove.closest("[data-token]").remove();
  input.focus();
  changed(combo, "");
});
document.addEventListener("focusout", (event) => {
  const found = event.target.matches?.("[role=combobox]") && parts(event.target);
  if (found) shut(found);
});

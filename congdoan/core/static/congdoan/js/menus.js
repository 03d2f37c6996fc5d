/* Menus (details), the folding navigation, tabs inside a page, folding rows, showing a password, phone camera. */
const close = (menu) => {
  menu.open = false;
};

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(event.target)) close(menu);
  }
  const toggle = event.target.closest("[data-nav-toggle]");
  const open = toggle ? !document.body.classList.contains("cd-nav-open") : false;
  if (toggle || !event.target.closest(".cd-nav")) {
    document.body.classList.toggle("cd-nav-open", open);
    for (const one of document.querySelectorAll("[data-nav-toggle]")) one.setAttribute("aria-expanded", String(open));
  }
  const tab = event.target.closest("[role=tab]");
  if (tab) choose(tab);
  const fold = event.target.closest("[data-fold]");
  if (fold) turn(fold);
  const reveal = event.target.closest("[data-reveal]");
  if (reveal) show(reveal);
});

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest("details[data-menu]");
  if (event.key === "Escape") {
    document.body.classList.remove("cd-nav-open");
    if (menu?.open) {
      close(menu);
      menu.querySelector("summary").focus();
    }
  }
  if (menu?.open && ["ArrowDown", "ArrowUp"].includes(event.key)) step(event, [...menu.querySelectorAll("a, button")]);
  const tab = event.target.closest("[role=tab]");
  if (tab && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
    const tabs = [...tab.closest("[role=tablist]").querySelectorAll("[role=tab]")];
    const next = tabs[(tabs.indexOf(tab) + (event.key === "ArrowRight" ? 1 : -1) + tabs.length) % tabs.length];
    next.focus();
    choose(next);
  }
});

function step(event, items) {
  const at = items.indexOf(document.activeElement);
  const next = items[at + (event.key === "ArrowDown" ? 1 : -1)] ?? items[event.key === "ArrowDown" ? 0 : items.length - 1];
  event.preventDefault();
  next?.focus();
}

function choose(tab) {
  for (const one of tab.closest("[role=tablist]").querySelectorAll("[role=tab]")) {
    const chosen = one === tab;
    one.setAttribute("aria-selected", String(chosen));
    one.tabIndex = chosen ? 0 : -1;
    const panel = document.getElementById(one.getAttribute("aria-controls"));
    if (panel) panel.hidden = !chosen;
  }
  tab.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function turn(fold) {
  const open = fold.getAttribute("aria-expanded") !== "true";
  fold.setAttribute("aria-expanded", String(open));
  for (const id of fold.getAttribute("aria-controls").split(" ")) {
    const part = document.getElementById(id);
    if (part) part.hidden = !open;
  }
}

function show(reveal) {
  const input = reveal.parentElement.querySelector("input");
  const hidden = input.type === "password";
  input.type = hidden ? "text" : "password";
  reveal.textContent = hidden ? "Ẩn" : "Hiện";
  input.focus();
}

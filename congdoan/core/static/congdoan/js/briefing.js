/* A briefing: one page at a time, by arrow keys, Page Up and Down, Home and End; the address keeps the page. */
const root = document.querySelector("[data-briefing]");
const slides = [...document.querySelectorAll("[data-slide]")];
const back = root.querySelector("[data-briefing-back]");
const on = root.querySelector("[data-briefing-on]");
const full = root.querySelector("[data-briefing-full]");
const place = root.querySelector("[data-briefing-place]");
let here = 0;

function show(number, focus = true) {
  here = Math.min(Math.max(number, 0), slides.length - 1);
  slides.forEach((slide, at) => slide.classList.toggle("cd-slide-now", at === here));
  back.disabled = here === 0;
  on.disabled = here === slides.length - 1;
  place.textContent = `${here + 1}/${slides.length}`;
  history.replaceState(history.state, "", `#${slides[here].id}`);
  if (focus) slides[here].focus({ preventScroll: true });
  scrollTo(0, 0);
}

function asked() {
  const found = slides.findIndex((slide) => `#${slide.id}` === location.hash);
  return Math.max(found, 0);
}

const keys = {
  ArrowRight: () => here + 1,
  PageDown: () => here + 1,
  ArrowLeft: () => here - 1,
  PageUp: () => here - 1,
  Home: () => 0,
  End: () => slides.length - 1,
};

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || !keys[event.key]) return;
  event.preventDefault();
  show(keys[event.key]());
});
back.addEventListener("click", () => show(here - 1));
on.addEventListener("click", () => show(here + 1));
full.addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()));
addEventListener("hashchange", () => show(asked()));

root.classList.add("cd-briefing-paged");
back.hidden = on.hidden = false;
full.hidden = !document.fullscreenEnabled;
show(asked(), false);

/* Tells the stylesheet how high the page header is, so that table heads and the right column stick right below it. */
const head = document.querySelector("[data-sticky-head]");
if (head) {
  const measure = () => {
    const fixed = getComputedStyle(head).position === "sticky";
    document.documentElement.style.setProperty("--cd-head-height", fixed ? `${head.offsetHeight}px` : "0px");
  };
  new ResizeObserver(measure).observe(head);
  measure();
}

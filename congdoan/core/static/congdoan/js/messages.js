/* Messages close with their button; those that float and are not errors leave after ten seconds. */
document.addEventListener("click", (event) => {
  const close = event.target.closest("[data-close]");
  if (close) close.closest(".cd-message, dialog")?.remove();
});

const floating = document.getElementById("toasts");
if (floating) {
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node.nodeType === 1 && node.getAttribute("role") !== "alert") setTimeout(() => node.remove(), 10000);
      }
    }
  }).observe(floating, { childList: true });
}

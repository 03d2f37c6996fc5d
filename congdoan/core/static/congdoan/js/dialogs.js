/* Asks before what cannot be undone. On a button, link or form:
   data-confirm="question" data-confirm-text="consequence" data-confirm-verb="verb"; data-confirm-danger for removal.
   data-open="id" opens the dialog of that id; a dialog put into the page by htmx with data-dialog opens by itself.
   No module, and first of all: on a slow line a button may be pressed before the other scripts are there. */
"use strict";
{
  let asking = null;

  function ask(node, go) {
    const dialog = document.getElementById("confirm");
    if (!dialog) return; // the page is still on its way
    asking = go;
    document.getElementById("confirm-title").textContent = node.dataset.confirm;
    document.getElementById("confirm-text").textContent = node.dataset.confirmText ?? "";
    const yes = dialog.querySelector("[data-confirm-yes]");
    yes.textContent = node.dataset.confirmVerb ?? node.textContent.trim();
    yes.className = `cd-button ${"confirmDanger" in node.dataset ? "cd-button-danger" : "cd-button-main"}`;
    dialog.showModal();
  }

  document.addEventListener("htmx:confirm", (event) => {
    const node = event.detail.elt.closest("[data-confirm]") ?? event.detail.triggeringEvent?.submitter?.closest("[data-confirm]");
    if (!node) return;
    event.preventDefault();
    ask(node, () => event.detail.issueRequest(true));
  });

  document.addEventListener("submit", (event) => {
    const node = event.submitter?.closest("[data-confirm]") ?? event.target.closest("[data-confirm]");
    const byHtmx = event.target.matches("[hx-post], [hx-get], [hx-put], [hx-delete], [hx-patch]");
    if (byHtmx && !window.htmx) event.preventDefault();
    if (!node || byHtmx || event.target.dataset.confirmed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(node, () => {
      event.target.dataset.confirmed = "yes";
      event.target.requestSubmit(event.submitter);
    });
  }, true);

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-confirm-no]")) event.target.closest("dialog").close();
    if (event.target.closest("[data-confirm-yes]")) {
      event.target.closest("dialog").close();
      asking?.();
      asking = null;
    }
    const open = event.target.closest("[data-open]");
    if (open) document.getElementById(open.dataset.open)?.showModal();
    if (event.target.closest("[data-dismiss]")) event.target.closest("dialog")?.close();
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    for (const one of document.querySelectorAll("dialog[data-dialog]:not([open])")) {
      if (event.detail.elt.contains(one) || one === event.detail.elt) one.showModal();
    }
  });
}

/* A page that says what went wrong: what was sent was not taken, and the way back. No module, so that both hold from
   the moment that the page is seen: who leaves it at once keeps the draft (drafts.js). */
"use strict";
{
  const SENT = "congdoan-sent";
  const sent = sessionStorage.getItem(SENT);
  if (sent) sessionStorage.setItem(SENT, JSON.stringify({ ...JSON.parse(sent), refused: true }));
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-back]")) history.back();
  });
}

/* Where tabs do not fit beside each other, the present one is in view when the page opens. */
for (const tab of document.querySelectorAll(".cd-tabs .cd-tab[aria-current]")) {
  const row = tab.closest(".cd-tabs");
  row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}

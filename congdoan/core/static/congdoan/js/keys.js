/* `/` goes to search. A page names its own keys with data-key on a button or link: data-key="F8", "1", "Ctrl+z". */
const typing = (node) => node.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

function pressed(event) {
  const prefix = event.ctrlKey || event.metaKey ? "Ctrl+" : "";
  return prefix + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.defaultPrevented) return;
  const key = pressed(event);
  if (typing(event.target) && !key.startsWith("F")) return;
  if (key === "/") {
    const search = document.querySelector("[data-search]");
    if (!search || search.offsetParent === null) return;
    event.preventDefault();
    search.focus();
    search.select();
    return;
  }
  const scope = event.target.closest("[data-keys]") ?? document.querySelector("[data-keys-now]") ?? document;
  const named = scope.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? document.querySelector(`[data-key="${CSS.escape(key)}"]:not([data-keys] *)`);
  if (named && named.offsetParent !== null) {
    event.preventDefault();
    named.click();
  }
});

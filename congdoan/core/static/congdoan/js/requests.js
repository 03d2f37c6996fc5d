/* htmx: the CSRF header, answers that refuse (403, 404, 409, 422 without a form), and a lost network. */
const token = () => document.querySelector("meta[name=csrf-token]")?.content ?? "";

/* Beside the form that asked, where it has a place for it; else in the open dialog, else floating. */
export function report(node, asked) {
  const beside = asked?.closest?.("form")?.querySelector(".cd-work-error");
  if (beside) beside.replaceChildren(node);
  else (document.querySelector("dialog[open] .cd-messages") ?? document.getElementById("toasts")).append(node);
  node.scrollIntoView({ block: "nearest" });
}

export function message(text, kind = "late") {
  const node = document.createElement("div");
  node.className = `cd-message cd-message-${kind}`;
  node.setAttribute("role", kind === "late" ? "alert" : "status");
  const words = document.createElement("span");
  words.className = "cd-message-text";
  words.textContent = text;
  node.append(words);
  return node;
}

function button(label, act) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = "cd-link";
  node.textContent = label;
  node.addEventListener("click", act);
  return node;
}

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = token();
});

document.addEventListener("htmx:responseError", (event) => {
  const { xhr, elt } = event.detail;
  if (xhr.status === 503 && elt.matches("[hx-trigger*=every]")) return; // asks again by itself
  const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
  const said = page.querySelector(".cd-message");
  const number = xhr.getResponseHeader("X-Request-Number");
  const usual = `Chưa thực hiện được. Thử lại sau; nếu vẫn lỗi, báo số yêu cầu ${number ?? ""}.`;
  report(said ? document.importNode(said, true) : message(usual), elt);
});

function lost(event) {
  const { elt, requestConfig } = event.detail;
  if (requestConfig.verb === "get" && elt.matches("[hx-trigger*=every]")) return;
  const node = message("Chưa gửi được vì mất mạng. Nội dung vẫn còn trên trang.");
  node.append(
    button("Gửi lại", () => {
      node.remove();
      const form = elt.matches("form") ? elt : null;
      if (form) form.requestSubmit();
      else elt.click();
    }),
  );
  report(node);
}
document.addEventListener("htmx:sendError", lost);
document.addEventListener("htmx:timeout", lost);

document.addEventListener("htmx:afterSwap", (event) => {
  const wrong = event.detail.target.querySelector?.("[aria-invalid=true]");
  if (wrong) wrong.focus();
});

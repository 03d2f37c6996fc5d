/* Drop zone: drag, paste, choose or photograph; says the name, the size and what is too large; shows the sending. */
const size = (bytes) => (bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1).replace(".", ",").replace(",0", "")} MB`);
const input = (zone) => zone.querySelector("input[type=file]");

function show(zone) {
  const list = zone.querySelector(".cd-drop-list");
  list.textContent = "";
  for (const file of input(zone).files) {
    const line = document.createElement("li");
    const tooLarge = file.size > Number(zone.dataset.limit);
    line.textContent = `${file.name} · ${size(file.size)}`;
    if (tooLarge) {
      line.textContent += `: lớn hơn ${zone.dataset.limitWords}. Chọn tệp nhỏ hơn.`;
      line.className = "cd-late";
    }
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "cd-link cd-push";
    drop.textContent = "Bỏ tệp";
    drop.addEventListener("click", () => put(zone, [...input(zone).files].filter((one) => one !== file), false));
    line.append(drop);
    list.append(line);
  }
  input(zone).setCustomValidity([...input(zone).files].some((file) => file.size > Number(zone.dataset.limit)) ? `Tệp lớn hơn ${zone.dataset.limitWords}. Chọn tệp nhỏ hơn.` : "");
}

function put(zone, files, add = true) {
  const field = input(zone);
  const all = new DataTransfer();
  const before = add && field.multiple ? [...field.files] : [];
  for (const file of [...before, ...files].slice(field.multiple ? 0 : -1)) all.items.add(file);
  field.files = all.files;
  show(zone);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("change", (event) => {
  const zone = event.target.closest("[data-drop]");
  if (zone && event.target.type === "file") show(zone);
});
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const zone = event.target.closest?.("[data-drop]");
    if (!zone) return;
    event.preventDefault();
    zone.classList.toggle("cd-drop-over", kind === "dragover");
    if (kind === "drop" && event.dataTransfer.files.length) put(zone, event.dataTransfer.files);
  });
}
document.addEventListener("paste", (event) => {
  const files = event.clipboardData?.files ?? [];
  const zone = event.target.closest?.("form")?.querySelector("[data-drop]") ?? document.querySelector("[data-drop]");
  if (!files.length || !zone) return;
  event.preventDefault();
  put(zone, files);
});
document.addEventListener("click", (event) => {
  const camera = event.target.closest("[data-camera]");
  if (!camera) return;
  const taker = Object.assign(document.createElement("input"), { type: "file", accept: "image/*", capture: "environment" });
  taker.addEventListener("change", () => put(camera.closest("[data-drop]"), taker.files));
  taker.click();
});
document.addEventListener("htmx:xhr:progress", (event) => {
  const bar = event.target.querySelector?.("[data-drop] progress");
  if (!bar || !event.detail.lengthComputable || !event.target.querySelector("[data-drop] input")?.files.length) return;
  bar.classList.remove("cd-unseen");
  bar.value = (event.detail.loaded / event.detail.total) * 100;
});

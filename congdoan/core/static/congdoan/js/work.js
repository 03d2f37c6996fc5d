/* Reporting on a task: what the figures come to, a doubt about a figure at once, the words of the buttons. Printing. */
const read = (text) => {
  const bare = text.trim().replace(/\s/g, "");
  if (bare === "") return NaN;
  if (bare.includes(",")) return Number(bare.replaceAll(".", "").replace(",", "."));
  return Number(/^-?\d{1,3}(\.\d{3})+$/.test(bare) ? bare.replaceAll(".", "") : bare);
};
const write = (value) => value.toLocaleString("vi-VN", { maximumFractionDigits: 2 });

function doubt(field, finishes) {
  const [value, last, total] = [read(field.value), Number(field.dataset.last), Number(field.dataset.total)];
  if (Number.isNaN(value)) return field.value.trim() ? `“${field.value}” không phải là số.` : "";
  if (value > total) return `${field.dataset.name}: ${write(value)} lớn hơn tổng số ${write(total)}.`;
  if (value < last) return `${field.dataset.name}: ${write(value)} nhỏ hơn lần trước, ${write(last)}. Nhập số cộng dồn.`;
  return finishes && value < total ? `${field.dataset.name}: mới đạt ${write(value)}/${write(total)} mà báo đã xong.` : "";
}

function update(form) {
  const status = form.querySelector("[name=status]:checked")?.value;
  const fields = [...form.querySelectorAll("[data-figure]")];
  const doubts = fields.map((field) => doubt(field, status === "done")).filter(Boolean);
  const sure = form.querySelector("[data-work-sure]");
  if (sure) {
    sure.hidden = doubts.length === 0;
    sure.querySelector("[data-work-doubt]").textContent = doubts.join(" ");
  }
  const [value, total] = fields.length ? [read(fields[0].value), Number(fields[0].dataset.total)] : [NaN, 0];
  const counted = status !== "obstacle" && !Number.isNaN(value) && total > 0;
  for (const place of document.querySelectorAll("[data-work-share]")) {
    place.innerHTML = counted ? `Tính ra <b>${write(Math.round((Math.min(value / total, 1)) * 1000) / 10)}%</b>` : "";
  }
  for (const place of document.querySelectorAll("[data-work-send]")) {
    place.textContent = status === "obstacle" ? "Gửi vướng mắc" : counted ? `Gửi báo cáo, đạt ${write(value)}/${write(total)}` : "Gửi báo cáo";
  }
}

for (const form of document.querySelectorAll("[data-work-report]")) {
  form.addEventListener("input", () => update(form));
  form.addEventListener("change", () => update(form));
  update(form);
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});

/* A matrix is for wide screens: a phone begins with the list. */
if (innerWidth < 768 && document.querySelector(".cd-matrix-box") && !new URLSearchParams(location.search).has("dang")) {
  const address = new URL(location);
  address.searchParams.set("dang", "danh-sach");
  location.replace(address);
}

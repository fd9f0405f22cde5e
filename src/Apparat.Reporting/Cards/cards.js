(() => {
  const rows = new Map([...document.querySelectorAll("tr[data-on]")].map((row) => [row.dataset.on, row]));
  const boxes = [...document.querySelectorAll("input[data-card]")];
  const setting = document.querySelector(".setting");
  const show = () => {
    const row = rows.get(boxes.map((box) => (box.checked ? "1" : "0")).join(""));
    const off = boxes.filter((box) => !box.checked).map((box) => box.value);
    const which = off.length === 0 ? "All cards are on" : off.length === boxes.length ? "All cards are off" : `Off: ${off.join(", ")}`;
    setting.textContent = row ? `${which}. Of 100 histories:` : `${which}. This setting was not played; apparat cards --all plays every one.`;
    for (const count of document.querySelectorAll(".count")) {
      const cell = row && row.cells[1 + Number(count.dataset.statement)];
      const [v, l, h] = cell ? [cell.dataset.v, cell.dataset.l, cell.dataset.h].map(Number) : [0, 0, 0];
      count.querySelector(".n").innerHTML = cell ? cell.innerHTML : "–";
      count.querySelector(".fill").style.width = `${v}%`;
      const range = count.querySelector(".range").style;
      range.left = `${l}%`;
      range.width = `${h - l}%`;
    }
  };
  for (const box of boxes) box.addEventListener("change", show);
  for (const button of document.querySelectorAll("[data-all]"))
    button.addEventListener("click", () => {
      for (const box of boxes) box.checked = button.dataset.all !== "";
      show();
    });

  const [first, second] = [document.getElementById("first"), document.getElementById("second")];
  const pairs = [...document.querySelectorAll(".pair")];
  const choose = () => {
    const wanted = [Number(first.value), Number(second.value)].sort((a, b) => a - b).join(" ");
    for (const pair of pairs) pair.hidden = pair.dataset.pair !== wanted;
    same.hidden = first.value !== second.value;
  };
  const all = document.getElementById("all-pairs");
  const same = document.createElement("p");
  same.textContent = "Choose two different cards.";
  all.after(same);
  all.open = true;
  document.documentElement.classList.add("live");
  first.addEventListener("change", choose);
  second.addEventListener("change", choose);
  choose();

  for (const link of document.querySelectorAll("[data-print]"))
    link.addEventListener("click", () => setTimeout(() => window.print(), 50));
})();

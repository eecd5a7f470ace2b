// The composer: rows are dragged into another order by their number. The buttons of each row do the same by keyboard.

const ROW = "[data-row]";
let dragged = null;

function rowsOf(form) {
  return [...form.querySelectorAll(ROW)];
}

function orderOf(form) {
  return rowsOf(form)
    .map((row) => row.dataset.row)
    .join(",");
}

function makeDraggable() {
  for (const number of document.querySelectorAll("form[data-arrange] .chosen-number")) number.draggable = true;
}

// The row stands where the pointer is while it is held, so that what is seen is what will be saved.
function place(event) {
  const row = event.target.closest?.(ROW);
  if (!dragged || !row || row === dragged) return;
  const box = row.getBoundingClientRect();
  const below = event.clientY > box.top + box.height / 2;
  row.parentNode.insertBefore(dragged, below ? row.nextSibling : row);
}

document.addEventListener("dragstart", (event) => {
  const number = event.target.closest?.("form[data-arrange] .chosen-number");
  if (!number) return;
  dragged = number.closest(ROW);
  dragged.classList.add("dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.row);
  event.dataTransfer.setDragImage(dragged, 20, 20);
});

document.addEventListener("dragover", (event) => {
  if (!dragged) return;
  event.preventDefault();
  place(event);
});

document.addEventListener("drop", (event) => {
  if (dragged) event.preventDefault();
});

document.addEventListener("dragend", () => {
  if (!dragged) return;
  const form = dragged.closest("form");
  dragged.classList.remove("dragged");
  dragged = null;
  const order = orderOf(form);
  if (order === form.elements.order.value) return;
  form.elements.order.value = order;
  form.requestSubmit(form.querySelector("button[value='save']"));
});

// What is saved in the middle of a long list leaves the reader where she is.
let kept = null;

document.addEventListener("submit", (event) => {
  if (event.target.matches(".composer form[data-send]")) kept = { top: scrollY, name: document.activeElement?.name };
});

function goOn() {
  const main = document.getElementById("main");
  if (kept && main.querySelector(".composer") && !main.querySelector("[data-focus]")) {
    const field = kept.name ? main.querySelector(`input[name="${CSS.escape(kept.name)}"]`) : null;
    (field ?? main).focus({ preventScroll: true });
    scrollTo({ top: kept.top, behavior: "instant" });
  }
  kept = null;
}

// A paper is printed by a button where there is a script to press it with.
function offerPrint() {
  for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
  for (const words of document.querySelectorAll("[data-no-print]")) words.hidden = true;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});

document.addEventListener("main:changed", () => {
  goOn();
  makeDraggable();
  offerPrint();
});

makeDraggable();
offerPrint();

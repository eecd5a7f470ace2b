// Puts items in order by moving them; the selects of the plain form keep the places and are what is sent.

function rowsOf(list) {
  return [...list.querySelectorAll(".place")];
}

function number(list) {
  const rows = rowsOf(list);
  rows.forEach((row, index) => {
    row.querySelector("select").value = String(index + 1);
    const [up, down] = row.querySelectorAll("button");
    up.disabled = index === 0;
    down.disabled = index === rows.length - 1;
  });
}

function move(list, row, step) {
  const rows = rowsOf(list);
  const place = rows.indexOf(row) + step;
  if (place < 0 || place >= rows.length) return;
  if (step < 0) rows[place].before(row);
  else rows[place].after(row);
  number(list);
  list.dataset.ordering = "moved";
  rows.forEach((other) => other.classList.toggle("moved", other === row));
  const text = row.querySelector("label").textContent;
  list.nextElementSibling.textContent = `${text}: place ${place + 1} of ${rows.length}`;
  row.querySelector("select").dispatchEvent(new Event("input", { bubbles: true }));
}

function mover(list, row, step, sign, word) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = sign;
  button.setAttribute("aria-label", `Move ${word}: ${row.querySelector("label").textContent}`);
  button.addEventListener("click", () => {
    move(list, row, step);
    (button.disabled ? row.querySelector("button:enabled") : button).focus();
  });
  return button;
}

function dress(list, row) {
  const moves = document.createElement("span");
  moves.className = "moves";
  moves.append(mover(list, row, -1, "↑", "up"), mover(list, row, 1, "↓", "down"));
  row.append(moves);
  row.querySelector("select").hidden = true;
  row.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.target.closest(".moves")) return;
    event.preventDefault();
    move(list, row, step);
    const [up, down] = row.querySelectorAll("button");
    const [wanted, other] = step < 0 ? [up, down] : [down, up];
    (wanted.disabled ? other : wanted).focus();
  });
}

// Rows that already have places stand in them; the rest follow as they were shown.
function sortByPlace(list) {
  const place = (row) => Number(row.querySelector("select").value) || Infinity;
  const rows = rowsOf(list);
  if (rows.some((row) => place(row) === Infinity)) return;
  list.append(...rows.sort((one, other) => place(one) - place(other)));
}

function dressAll() {
  for (const list of document.querySelectorAll("ul[data-ordering='']")) {
    list.dataset.ordering = "on";
    const live = document.createElement("p");
    live.className = "unseen";
    live.setAttribute("role", "status");
    list.after(live);
    if (rowsOf(list).every((row) => row.querySelector("select").value)) list.dataset.ordering = "moved";
    sortByPlace(list);
    rowsOf(list).forEach((row) => dress(list, row));
    number(list);
  }
}

// Sending an order that nobody touched may be a slip; sending it once more, or asking to be shown, is meant.
document.addEventListener(
  "submit",
  (event) => {
    const list = event.target.querySelector("ul[data-ordering=on]");
    if (!list || event.submitter?.name === "skip") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    list.dataset.ordering = "moved";
    const state = event.target.querySelector("[data-state]");
    state.textContent = "Nothing was moved yet. If this is your order, send it once more.";
  },
  true,
);

document.addEventListener("main:changed", dressAll);
dressAll();

// Keys of the review: a accept, e edit, r reject, s or the right arrow skip, u undo. They only press what the page shows.

const ACTS = { a: "a", e: "e", r: "r", s: "s", ArrowRight: "s", u: "u" };
const KEPT = "quizapp.keys";
const root = document.documentElement;

function isTyping(target) {
  return target.closest("input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable], details[open] summary") !== null;
}

function writeNote() {
  const note = document.querySelector("[data-review-note]");
  if (!note) return;
  const isOn = root.dataset.keys === "on";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button-link small";
  button.textContent = isOn ? "Switch keys off" : "Switch keys on";
  button.addEventListener("click", () => {
    root.dataset.keys = isOn ? "off" : "on";
    try {
      localStorage.setItem(KEPT, root.dataset.keys);
    } catch {
      // A browser that keeps nothing asks again on the next page.
    }
    writeNote();
    document.querySelector("[data-review-note] button").focus();
  });
  note.replaceChildren(isOn ? "Keys: a accept, e edit, r reject, s skip, u undo. " : "Keys are off. ", button);
  note.hidden = false;
}

document.addEventListener("keydown", (event) => {
  if (!document.querySelector("[data-review]") || root.dataset.keys !== "on") return;
  if (event.defaultPrevented || event.repeat || event.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTyping(event.target)) return;
  const act = document.querySelector(`main [data-act="${ACTS[event.key]}"]`);
  if (!act) return;
  event.preventDefault();
  act.click();
});

document.addEventListener("main:changed", writeNote);
writeNote();

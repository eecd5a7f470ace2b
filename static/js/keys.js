// Keys on a question: 1 to 9 choose, S and N say how sure one is, Enter sends or goes on.
// They can be switched off, and never act on typing.

const KEPT = "quizapp.keys";
const SURENESS = { s: "yes", n: "no" };
const root = document.documentElement;

function keysAreOn() {
  return root.dataset.keys === "on";
}

function keep(state) {
  root.dataset.keys = state;
  try {
    localStorage.setItem(KEPT, state);
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
}

function kept() {
  try {
    return localStorage.getItem(KEPT) ?? "on";
  } catch {
    return "on";
  }
}

function writeNote() {
  const note = document.querySelector("[data-keys-note]");
  if (!note) return;
  const choices = document.querySelectorAll("form[data-keys] input[name=chosen]").length;
  const choosing = choices ? `Keys 1 to ${Math.min(choices, 9)} choose, ` : "Keys ";
  const words = `${choosing}S says sure, N not sure, Enter sends. `;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button-link small";
  button.textContent = keysAreOn() ? "Switch keys off" : "Switch keys on";
  button.addEventListener("click", () => {
    keep(keysAreOn() ? "off" : "on");
    writeNote();
    document.querySelector("[data-keys-note] button").focus();
  });
  note.replaceChildren(keysAreOn() ? words : "Keys are off. ", button);
  note.hidden = false;
}

function isTyping(target) {
  return target.closest("input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]") !== null;
}

function isControl(target) {
  return target.closest("a, button, summary, select, textarea, input") !== null;
}

function choose(number) {
  const input = document.querySelectorAll("form[data-keys] input[name=chosen]")[number - 1];
  if (!input) return false;
  input.focus();
  input.click();
  return true;
}

// The same key once more takes back what was said.
function sayHowSure(value) {
  const said = document.querySelector(`form[data-keys] input[name=sure][value="${value}"]`);
  if (!said) return false;
  const input = said.checked ? document.querySelector("form[data-keys] input[name=sure][value='']") : said;
  input.focus();
  input.click();
  return true;
}

function goOn() {
  const next = document.querySelector("main [data-next]");
  const form = document.querySelector("main form[data-keys]");
  if (next) next.click();
  else if (form) form.requestSubmit();
  return Boolean(next || form);
}

function act(key, target) {
  if (/^[1-9]$/.test(key)) return choose(Number(key));
  const sureness = SURENESS[key.toLowerCase()];
  if (sureness) return sayHowSure(sureness);
  return key === "Enter" && !isControl(target) && goOn();
}

document.addEventListener("keydown", (event) => {
  if (!keysAreOn() || event.defaultPrevented || event.repeat) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
  if (act(event.key, event.target)) event.preventDefault();
});

document.addEventListener("main:changed", writeNote);
root.dataset.keys = kept();
writeNote();

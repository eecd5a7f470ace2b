// The editor: preview and item rules as one types, buttons of the form without a new page, words picked by selecting.

const PAUSE_MS = 500;
const KEEPS = ["save", "accept"];
let timer = 0;
let asking = null;
let isChanged = false;

const editor = () => document.querySelector("[data-editor]");
const form = () => document.getElementById("edit-form");

async function ask(act, button) {
  asking?.abort();
  asking = new AbortController();
  const fields = new FormData(form());
  fields.set("do", act);
  const reply = await fetch(form().action, {
    method: "POST",
    body: fields,
    headers: { Accept: "text/html-fragment, text/html" },
    signal: asking.signal,
  });
  if (!reply.ok) throw new Error(`${reply.status} for ${button ?? "the preview"}`);
  return new DOMParser().parseFromString(await reply.text(), "text/html");
}

function say(words) {
  const state = document.querySelector("[data-editor-state]");
  if (state) state.textContent = words;
}

// What is typed in stays as it is: only the preview, and the rules unless a reason is being written there.
async function refresh() {
  try {
    const fresh = await ask("preview");
    for (const part of fresh.querySelectorAll("[data-live]")) {
      const old = document.querySelector(`[data-live="${part.dataset.live}"]`);
      if (old && !old.contains(document.activeElement)) old.replaceChildren(...part.childNodes);
    }
    say("");
  } catch (error) {
    if (error.name !== "AbortError") say("The preview could not be renewed. What you typed is still here.");
  }
}

async function change(button) {
  const at = { top: scrollY, name: button.value };
  try {
    const fresh = (await ask(button.value, button.value)).querySelector("[data-editor]");
    editor().replaceWith(fresh);
    prepare();
    const next = form().querySelector("[autofocus]") ?? document.querySelector(`[data-editor] button[value="${CSS.escape(at.name)}"]`);
    scrollTo({ top: at.top, behavior: "instant" });
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  } catch (error) {
    if (error.name !== "AbortError") say("That did not work. What you typed is still here: try again.");
  }
}

function prepare() {
  for (const part of document.querySelectorAll("[data-pick], [data-key-hint]")) part.hidden = false;
}

function pickFor(target) {
  const select = document.querySelector("[data-target]");
  select.value = target;
  document.getElementById("picker").open = true;
  document.querySelector("[data-picker]").scrollIntoView({ block: "nearest" });
  document.querySelector("[data-find]").focus({ preventScroll: true });
}

document.addEventListener("input", (event) => {
  if (event.target.form !== form() || !editor() || event.target.closest("[data-picker]")) return;
  isChanged = true;
  clearTimeout(timer);
  timer = setTimeout(refresh, PAUSE_MS);
});

document.addEventListener("click", (event) => {
  const pick = event.target.closest("[data-pick]");
  if (pick) pickFor(pick.dataset.pick);
  const button = event.target.closest("button[name=do]");
  if (!button || button.form !== form() || KEEPS.includes(button.value)) return;
  event.preventDefault();
  clearTimeout(timer);
  if (!["preview", "find"].includes(button.value) && !button.value.startsWith("read")) isChanged = true;
  change(button);
});

document.addEventListener("keydown", (event) => {
  const isPressed = event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat && !event.isComposing;
  if (!isPressed || !editor()) return;
  event.preventDefault();
  form().querySelector("[data-primary]").click();
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return;
  if (event.key !== "Enter" || !event.target.matches("[data-find]")) return;
  event.preventDefault();
  document.querySelector("[data-find-button]").click();
});

document.addEventListener("submit", (event) => {
  if (event.target === form()) isChanged = false;
});

addEventListener("beforeunload", (event) => {
  if (isChanged && editor()) event.preventDefault();
});

if (editor()) prepare();

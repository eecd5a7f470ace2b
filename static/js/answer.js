// Sends an answer without leaving the page, and says truthfully whether it was saved.

const WAIT_MS = 20_000;
const REFUSED = "Not saved. Your answer is still here: wait a moment and try again.";
const LOST = "No word came back, so it may not be saved. Your answer is still here: check the connection and try again.";
let shownPath = location.pathname;

function say(form, words, failed = false) {
  const state = form.querySelector("[data-state]");
  if (!state) return;
  state.textContent = words;
  state.classList.toggle("failed", failed);
}

function fail(form, words) {
  form.dataset.failed = "yes";
  say(form, words, true);
}

function freshToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What the browser would send itself: the fields, and the button that was pressed where it says something.
function fieldsOf(form, button) {
  const fields = new FormData(form);
  if (button?.name) fields.append(button.name, button.value);
  return fields;
}

function ask(form, button) {
  return fetch(form.action, {
    method: "POST",
    body: fieldsOf(form, button),
    headers: { Accept: "text/html-fragment, text/html" },
    signal: AbortSignal.timeout?.(WAIT_MS),
  });
}

// What may be shown instead of the form: a page that has taken the answer in, or says why not and keeps it.
function isShowable(reply) {
  return reply.ok || [400, 401, 404, 409, 422].includes(reply.status);
}

function show(reply, html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const fresh = page.querySelector("main") ?? page.body;
  const main = document.getElementById("main");
  document.title = page.title;
  page.querySelector("title")?.remove();
  main.replaceChildren(...fresh.childNodes);
  const address = new URL(reply.headers.get("Content-Location") ?? reply.url, location.href);
  if (reply.ok && address.pathname !== location.pathname) history.pushState(null, "", address);
  shownPath = location.pathname;
  document.dispatchEvent(new CustomEvent("main:changed"));
}

async function send(form, button) {
  say(form, "Saving…");
  try {
    const reply = await ask(form, button);
    if (isShowable(reply)) show(reply, await reply.text());
    else fail(form, REFUSED);
  } catch {
    fail(form, LOST);
  }
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("form[data-send]")) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  const button = event.submitter ?? form.querySelector("button:not([type])");
  button?.setAttribute("aria-disabled", "true");
  await send(form, button);
  delete form.dataset.sending;
  button?.removeAttribute("aria-disabled");
});

// Sending the same answer again is the same save; an answer changed after a failed save is a new one.
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form?.matches("form[data-send]")) return;
  form.dataset.changed = "yes";
  if (form.dataset.failed) {
    if (form.elements.token) form.elements.token.value = freshToken();
    delete form.dataset.failed;
  }
  say(form, form.querySelector("[data-state]").dataset.state);
});

// Back and forward between swapped pages ask the server anew; a step to another part of the same page does not.
addEventListener("popstate", () => {
  if (location.pathname !== shownPath) location.reload();
});

// Leaving with an answer that is not saved deserves a question; where feedback comes at once, only if sending failed.
const UNSAVED = "form[data-failed], form[data-changed]:has([data-state]:not([data-state='']))";

addEventListener("beforeunload", (event) => {
  if (document.querySelector(UNSAVED)) event.preventDefault();
});

// Selecting words of a document or of a sentence: a small panel offers to ask about them.

const WIDE = matchMedia("(min-width: 40.01rem)");
const LONGEST = 400;
let panel = null;

// Places in a document are counted in characters as people see them, not in halves of them.
const length = (text) => [...text].length;

function isSaid(node) {
  return !node.parentElement.closest("small, .unseen, button, .facts");
}

function placeIn(base, container, offset) {
  const walker = document.createTreeWalker(base, NodeFilter.SHOW_TEXT);
  const until = document.createRange();
  until.setStart(base, 0);
  until.setEnd(container, offset);
  let place = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isSaid(node)) continue;
    if (node === container) return place + length(node.data.slice(0, offset));
    if (!until.intersectsNode(node)) break;
    place += length(node.data);
  }
  return place;
}

// A block says by its id where it begins; a sentence by its data.
function beginning(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const sentence = element.closest("[data-sentence]");
  if (sentence) return { base: sentence, start: Number(sentence.dataset.sentence), here: sentence.dataset.here };
  const block = element.closest("[data-marking] [id^=p]");
  if (!block || !/^p\d+$/.test(block.id)) return null;
  const base = block.querySelector("p, h2, h3") ?? block;
  if (!base.contains(element)) return null;
  return { base, start: Number(block.id.slice(1)), here: element.closest("[data-marking]").dataset.marking };
}

function selected() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const from = beginning(range.startContainer);
  const to = beginning(range.endContainer);
  const words = selection.toString().replace(/\s+/g, " ").trim();
  if (!from || !to || !words || words.length > LONGEST) return null;
  const start = from.start + placeIn(from.base, range.startContainer, range.startOffset);
  const end = to.start + placeIn(to.base, range.endContainer, range.endOffset);
  return end > start ? { start, end, words, here: from.here, box: range.getBoundingClientRect() } : null;
}

function address(found) {
  const url = new URL(found.here, location.href);
  url.searchParams.set("start", found.start);
  url.searchParams.set("end", found.end);
  url.searchParams.set("words", found.words);
  return url.pathname + url.search;
}

function makePanel() {
  const made = document.createElement("div");
  made.className = "mark-panel";
  made.setAttribute("role", "region");
  made.setAttribute("aria-label", "Selected words");
  const link = document.createElement("a");
  link.className = "button";
  link.append("Ask about this ", document.createElement("kbd"));
  link.lastChild.className = "key";
  link.lastChild.textContent = "m";
  made.append(link);
  document.body.append(made);
  return made;
}

function put(found) {
  panel ??= makePanel();
  panel.querySelector("a").href = address(found);
  panel.hidden = false;
  if (!WIDE.matches) {
    panel.style.removeProperty("inset-block-start");
    panel.style.removeProperty("inset-inline-start");
    return;
  }
  const left = Math.min(found.box.left, document.documentElement.clientWidth - panel.offsetWidth - 16);
  panel.style.insetBlockStart = `${found.box.bottom + scrollY + 8}px`;
  panel.style.insetInlineStart = `${Math.max(16, left) + scrollX}px`;
}

function look() {
  const found = selected();
  if (found) put(found);
  else if (panel) panel.hidden = true;
}

function isTyping(target) {
  return target.closest("input, select, textarea, [contenteditable]") !== null;
}

// The first suggestion takes the server longest: it begins when a hand begins to select.
function warm(event) {
  const element = event.target.nodeType === Node.ELEMENT_NODE ? event.target : event.target.parentElement;
  const text = element?.closest("[data-marking]");
  if (!text) return;
  document.removeEventListener("selectstart", warm);
  const url = new URL(text.dataset.marking, location.href);
  url.searchParams.set("passage", "0");
  fetch(url, { priority: "low" }).catch(() => {});
}

if (document.querySelector("[data-marking], [data-sentence]")) {
  document.addEventListener("selectstart", warm);
  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel) panel.hidden = true;
    if (event.key !== "m" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.documentElement.dataset.keys !== "on" || !panel || panel.hidden) return;
    event.preventDefault();
    panel.querySelector("a").click();
  });
}

// Whoever writes into a form of a question means to take it.
document.addEventListener("input", (event) => {
  const tick = event.target.closest("[data-mark-card]")?.querySelector("input[type=checkbox]");
  if (tick && event.target !== tick) tick.checked = true;
});

// Words selected in sentences of a document: where they stand, counted as the document counts.

// The document counts characters, a script counts pieces of them: signs outside the first plane are two pieces.
const lengthOf = (text) => Array.from(text).length;

function wordsAt(node) {
  const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  return element?.closest("[data-picker] [data-words]") ?? null;
}

function placeIn(words, node, offset) {
  const before = document.createRange();
  before.selectNodeContents(words);
  before.setEnd(node, offset);
  return Number(words.dataset.start) + lengthOf(before.toString());
}

function selectedPlace() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const first = wordsAt(range.startContainer);
  const last = wordsAt(range.endContainer);
  if (!first || !last || first.dataset.document !== last.dataset.document) return null;
  const start = placeIn(first, range.startContainer, range.startOffset);
  const end = placeIn(last, range.endContainer, range.endOffset);
  return end > start ? { place: `${first.dataset.document}:${start}-${end}`, text: selection.toString().trim() } : null;
}

// What to do with the words is their page's affair; null: nothing is selected any more.
document.addEventListener("selectionchange", () => {
  if (!document.querySelector("[data-picker]")) return;
  document.dispatchEvent(new CustomEvent("words:selected", { detail: selectedPlace() }));
});

// Selecting ends with a click, which would choose the whole sentence instead.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-picker] label") && selectedPlace()) event.preventDefault();
});

// A choice of its own among the sentences.
document.addEventListener("words:selected", ({ detail }) => {
  const choice = document.querySelector("[data-selection]");
  if (!choice || !detail) return;
  const radio = choice.querySelector("input");
  radio.value = detail.place;
  radio.checked = true;
  choice.querySelector("[data-selected-words]").textContent = detail.text;
  choice.hidden = false;
});

for (const hint of document.querySelectorAll("[data-scripted]")) hint.hidden = false;

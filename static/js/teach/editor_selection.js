// Words selected in the sentences of the editor: their place in the document goes into the form.

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

document.addEventListener("selectionchange", () => {
  const field = document.querySelector("[data-selected]");
  const chosen = field ? selectedPlace() : null;
  if (!chosen) return;
  field.value = chosen.place;
  document.querySelector("[data-take]").textContent = "Use the selected words";
  document.querySelector("[data-selection-note]").textContent = `Selected: “${chosen.text}”`;
});

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-picker] input[name=place]") || selectedPlace()) return;
  document.querySelector("[data-selected]").value = "";
  document.querySelector("[data-take]").textContent = "Use this sentence";
  document.querySelector("[data-selection-note]").textContent = "";
});

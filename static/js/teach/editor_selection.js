// Words selected in the sentences of the editor: their place in the document goes into the form.

let isSelecting = false;

document.addEventListener("words:selected", ({ detail }) => {
  const field = document.querySelector("[data-selected]");
  isSelecting = detail !== null;
  if (!field || !detail) return;
  field.value = detail.place;
  document.querySelector("[data-take]").textContent = "Use the selected words";
  document.querySelector("[data-selection-note]").textContent = `Selected: “${detail.text}”`;
});

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-picker] input[name=place]") || isSelecting) return;
  const field = document.querySelector("[data-selected]");
  if (!field) return;
  field.value = "";
  document.querySelector("[data-take]").textContent = "Use this sentence";
  document.querySelector("[data-selection-note]").textContent = "";
});

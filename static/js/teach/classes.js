// A new class lives by the clock of its teacher's browser unless she says otherwise; paper is one press away.

for (const place of document.querySelectorAll("[data-zone-guess]")) {
  const field = place.querySelector("input");
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (field.value === "UTC" && zone) field.value = zone;
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

for (const advice of document.querySelectorAll("[data-no-print]")) advice.hidden = true;

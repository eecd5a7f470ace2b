// Manners of every page: times in the reader's own zone, focus where it is due, one press for one act.

const DATE = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" };
const TIME = { hour: "2-digit", minute: "2-digit" };

function writeLocalTimes() {
  for (const time of document.querySelectorAll("time[data-local]")) {
    const shape = time.dataset.local === "time" ? TIME : DATE;
    time.textContent = new Date(time.dateTime).toLocaleString("en-GB", shape);
  }
}

// After a swap of the main part, the reader of a screen must hear what is new.
function focusNews() {
  const main = document.getElementById("main");
  const news = main.querySelector("[data-focus], [autofocus]") ?? main;
  news.focus({ preventScroll: true });
  if (news === main) scrollTo({ top: 0 });
  else news.scrollIntoView({ block: "center" });
}

document.addEventListener("main:changed", () => {
  writeLocalTimes();
  focusNews();
});

// A form that acts once does not act twice by a double press.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-once]")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});

// A page that the browser kept may be older than what was saved since.
addEventListener("pageshow", (event) => {
  for (const form of document.querySelectorAll("form[data-once]")) delete form.dataset.sent;
  if (event.persisted && document.querySelector("form[data-send]")) location.reload();
});

writeLocalTimes();

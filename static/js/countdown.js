// Counts a time limit down quietly: on screen each second, aloud only at the half, at five minutes and at one.

const GRACE_MS = 12_000;
let ticking = 0;

function minutesAndSeconds(left) {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function inWords(left) {
  const minutes = Math.floor(left / 60_000);
  const seconds = Math.round(left / 1000) % 60;
  const words = `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return seconds ? `${words} and ${seconds} seconds` : words;
}

// An answer changed and not sent yet goes in now; the server takes it for a few seconds more, then ends the attempt.
function timeIsOver(line) {
  line.querySelector("[data-say]").textContent = "The time is over.";
  const form = document.querySelector("form[data-send][data-changed]");
  if (form) form.requestSubmit();
  else setTimeout(() => line.isConnected && location.reload(), GRACE_MS);
}

function count(line, skew) {
  const deadline = Date.parse(line.dataset.deadline);
  const whole = deadline - Date.parse(line.dataset.started);
  let before = Infinity;
  const tick = () => {
    if (!line.isConnected) return clearInterval(ticking);
    const left = deadline - (Date.now() + skew);
    line.querySelector("[data-left]").textContent = `${minutesAndSeconds(left)} left`;
    for (const mark of [whole / 2, 300_000, 60_000]) {
      if (mark < whole && left <= mark && before > mark && before !== Infinity) {
        line.querySelector("[data-say]").textContent = `${inWords(mark)} left.`;
      }
    }
    before = left;
    if (left > 0) return undefined;
    clearInterval(ticking);
    return timeIsOver(line);
  };
  ticking = setInterval(tick, 1000);
  tick();
}

function addHide(line) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button-link small";
  button.textContent = "Hide the clock";
  button.addEventListener("click", () => {
    const left = line.querySelector("[data-left]");
    left.hidden = !left.hidden;
    button.textContent = left.hidden ? "Show the clock" : "Hide the clock";
  });
  line.append(button);
}

function start() {
  clearInterval(ticking);
  const line = document.querySelector("[data-deadline]");
  if (!line) return;
  addHide(line);
  // The server's clock decides; the reader's may be wrong.
  count(line, Date.parse(line.dataset.now) - Date.now());
}

document.addEventListener("main:changed", start);
start();

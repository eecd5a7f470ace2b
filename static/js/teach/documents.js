// Documents: files are judged before they are sent, and long work is looked at again by itself.

const EVERY = 1000;
const LONGEST = 5000;
const MEGABYTE = 1024 * 1024;

function whyNot(file, most) {
  const name = file.name.toLowerCase();
  if (file.size === 0) return `${file.name} is empty. Choose a file that holds text.`;
  if (file.size > most) {
    return `${file.name} has ${Math.round(file.size / MEGABYTE)} MB; at most ${most / MEGABYTE} MB can be read. Give it in parts.`;
  }
  if (name.endsWith(".doc")) return `${file.name} is an old Word file. Open it in Word and save it as .docx.`;
  if (/\.(png|jpe?g|gif|heic|tiff?)$/.test(name)) {
    return `${file.name} is a picture. What can be read is text: .txt, .html, .pdf or .docx.`;
  }
  return "";
}

function judge(input) {
  const wrong = [...input.files].map((file) => whyNot(file, Number(input.dataset.most))).filter(Boolean);
  const error = document.getElementById("files-error");
  error.textContent = wrong.join(" ");
  error.hidden = wrong.length === 0;
  input.toggleAttribute("aria-invalid", wrong.length > 0);
  input.setCustomValidity(wrong.join(" "));
  return wrong.length === 0;
}

// Before the manner of every page that remembers a form as sent.
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!form.matches("form[data-upload]")) return;
    const input = form.querySelector("input[type=file]");
    if (!judge(input)) {
      event.preventDefault();
      event.stopPropagation();
      input.focus();
      return;
    }
    const button = form.querySelector("button");
    if (!form.dataset.sent && input.files.length) button.textContent = "Sending…";
  },
  true,
);

document.addEventListener("change", (event) => {
  if (event.target.matches("form[data-upload] input[type=file]")) judge(event.target);
});

async function freshJob() {
  const response = await fetch(location.href, { headers: { Accept: "text/html-fragment" } });
  if (!response.ok || response.redirected) throw new Error(String(response.status));
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector("[data-job]");
}

// Only what changed is written, so that a screen reader says a step once.
function write(job, fresh) {
  const [old, now] = [job.querySelector(".job-progress"), fresh.querySelector(".job-progress")];
  const same = old && now && old.querySelector("[role=status]")?.textContent === now.querySelector("[role=status]")?.textContent;
  const bars = [old?.querySelector("progress"), now?.querySelector("progress")];
  if (!same || !bars[0] || !bars[1] || bars[0].hasAttribute("value") !== bars[1].hasAttribute("value")) return false;
  if (bars[1].hasAttribute("value")) {
    bars[0].max = bars[1].max;
    bars[0].value = bars[1].value;
    old.querySelector(".small").textContent = now.querySelector(".small").textContent;
  }
  return true;
}

async function follow(wait) {
  const job = document.querySelector("[data-job=running]");
  if (!job) return;
  let next = EVERY;
  try {
    const fresh = await freshJob();
    if (!fresh) return location.reload();
    if (fresh.dataset.job === "over") {
      job.replaceWith(fresh);
      fresh.querySelector("h1").focus();
      return;
    }
    if (!write(job, fresh)) {
      const inside = job.contains(document.activeElement);
      job.replaceWith(fresh);
      if (inside) fresh.querySelector("button")?.focus();
    }
  } catch {
    next = Math.min(wait * 2, LONGEST); // the server may be starting again; the work goes on
  }
  setTimeout(() => follow(next), next);
}

document.documentElement.dataset.script = "on";
if (document.querySelector("[data-job=running]")) setTimeout(() => follow(EVERY), EVERY);

// A place in another part of the text: ask for the part that holds it.
const parted = document.querySelector("[data-parted]");
const place = /^#p(\d+)$/.exec(location.hash);
if (parted && place && !document.getElementById(`p${place[1]}`)) {
  const url = new URL(location.href);
  if (!url.searchParams.has("at")) {
    url.searchParams.set("at", place[1]);
    location.replace(url);
  }
}

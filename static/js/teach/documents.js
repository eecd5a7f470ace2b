// Documents: files are judged before they are sent, and long work is looked at again by itself.

const EVERY = 1000;
const LONGEST = 5000;
const MEGABYTE = 1024 * 1024;

const HEAD = 1024;
const heads = new WeakMap(); // the first characters of chosen files, as far as they are read

function whyNot(file, most) {
  const name = file.name.toLowerCase();
  const head = heads.get(file) ?? "";
  if (file.size === 0) return "it is empty. Choose a file that holds text.";
  if (file.size > most) {
    return `it has ${Math.round(file.size / MEGABYTE)} MB; at most ${most / MEGABYTE} MB can be read. Give it in parts.`;
  }
  if (name.endsWith(".doc")) return "it is an old Word file. Open it in Word and save it as .docx.";
  if (/\.(png|jpe?g|gif|heic|tiff?)$/.test(name) || /^(\x89PNG|\xff\xd8\xff|GIF8)/.test(head)) {
    return "it is a picture. What can be read is text: .txt, .html, .pdf or .docx.";
  }
  if (name.endsWith(".pdf") && head && !head.includes("%PDF-") && !head.startsWith("PK") && !/^\s*</.test(head)) {
    return "it is named .pdf, but holds something else. Open it and save it again.";
  }
  return "";
}

// What is wrong with one file is that file's alone; the form is held back only where nothing is left to read.
function judge(input) {
  const files = [...input.files];
  const wrong = files.map((file) => [file, whyNot(file, Number(input.dataset.most))]).filter(([, why]) => why);
  const pasted = input.form.elements.text.value.trim() !== "";
  const none = wrong.length > 0 && (!input.multiple || (wrong.length === files.length && !pasted));
  const words = wrong.map(([file, why]) => `${none ? "" : "Will be left out: "}${file.name}: ${why}`);
  const error = document.getElementById("files-error");
  error.replaceChildren(...words.flatMap((line, n) => (n ? [document.createElement("br"), line] : [line])));
  error.hidden = wrong.length === 0;
  input.toggleAttribute("aria-invalid", none);
  input.setCustomValidity(none ? words.join(" ") : "");
  return !none;
}

async function readHeads(input) {
  for (const file of input.files) {
    if (heads.has(file)) continue;
    try {
      const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
      heads.set(file, String.fromCharCode(...bytes));
    } catch {
      heads.set(file, ""); // it cannot be read now; sending it will say so
    }
  }
  judge(input);
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
  if (!event.target.matches("form[data-upload] input[type=file]")) return;
  judge(event.target);
  readHeads(event.target);
});

// The name of one bank for all is asked for only where there is to be one.
function askName(banks) {
  const title = banks.querySelector("[name=bank_title]");
  title.closest(".field").hidden = banks.querySelector("[name=bank]").value !== "one";
}

const banks = document.querySelector("[data-banks]");
if (banks) {
  askName(banks);
  banks.addEventListener("change", () => askName(banks));
}

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

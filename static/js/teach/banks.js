// A bank's questions are found as one types; ticks say by themselves which questions are meant.

const PAUSE = 250;

function found(page) {
  return page.querySelector("[data-found]");
}

// The filter's counts change with what is found, but the field that is typed into stays as it is.
function takeCounts(form, fresh) {
  for (const select of form.querySelectorAll("select")) {
    const other = fresh.querySelector(`#${select.id}`);
    if (other && other !== document.activeElement) select.replaceChildren(...other.childNodes);
  }
}

for (const form of document.querySelectorAll("form[data-filter]")) {
  let waiting = 0;
  let latest = 0;

  async function find() {
    const words = new FormData(form);
    const query = new URLSearchParams([...words].filter(([, value]) => value !== ""));
    const address = `${form.getAttribute("action").split("#")[0]}?${query}`;
    const mine = ++latest;
    const chosen = new Map([...form.querySelectorAll("select")].map((select) => [select.id, select.value]));
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== latest) return;
      found(document).replaceWith(document.adoptNode(found(page)));
      takeCounts(form, page);
      for (const [id, value] of chosen) form.querySelector(`#${id}`).value = value;
      history.replaceState(null, "", address);
      document.dispatchEvent(new CustomEvent("found:changed"));
    } catch {
      form.submit(); // the page itself says what is wrong
    }
  }

  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(find, event.target.type === "search" ? PAUSE : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    find();
  });
}

document.addEventListener("change", (event) => {
  if (event.target.name !== "question") return;
  const ticked = event.target.form?.querySelector("input[name=scope][value=ticked]");
  if (ticked) ticked.checked = true;
});

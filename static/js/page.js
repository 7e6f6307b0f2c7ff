// What a page does beyond plain HTML: GOV.UK's own scripts, and after a swap by htmx the announcement and the focus.

const frontend = document.getElementById("govuk-frontend").href;
const status = document.getElementById("status");

async function start(scope) {
  const { initAll } = await import(frontend);
  initAll({ scope });
}

function announce(sentence, shown = false) {
  status.toggleAttribute("data-shown", shown);
  status.textContent = "";
  // A new text is read out only when it comes after an empty one.
  setTimeout(() => (status.textContent = sentence), 50);
}

function focus(element) {
  if (!element.hasAttribute("tabindex") && !element.matches("a[href], button, input, select, textarea")) {
    element.setAttribute("tabindex", "-1");
  }
  element.focus();
}

function within(part, selector) {
  return part.matches?.(selector) ? part : part.querySelector?.(selector);
}

function settled(part) {
  start(part);
  const said = within(part, "[data-announce]");
  if (said) announce(said.dataset.announce || said.textContent.trim());
  const target = within(part, "[data-focus]");
  if (target) focus(target);
}

// Advice on a text is polite: what says the same again is not read out again, and when none comes nobody is told.
function isAdvice(event) {
  return event.detail.target?.classList?.contains("advice") ?? false;
}

function adviceIn(html) {
  return new DOMParser().parseFromString(html, "text/html").querySelector(".advice__said")?.textContent.trim();
}

document.body.classList.add("js-enabled", "govuk-frontend-supported");
start(document);

document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) settled(event.detail.elt);
});
document.addEventListener("htmx:beforeSwap", (event) => {
  if (!isAdvice(event)) return;
  const said = adviceIn(event.detail.serverResponse);
  if (said === undefined || said === event.detail.target.textContent.trim()) event.detail.shouldSwap = false;
});
document.addEventListener("htmx:responseError", (event) => {
  if (!isAdvice(event)) announce(status.dataset.failed, true);
});
document.addEventListener("htmx:sendError", (event) => {
  if (!isAdvice(event)) announce(status.dataset.offline, true);
});

// Small kindnesses; every page is complete without this file.

const summary = document.querySelector(".govuk-error-summary");
if (summary) {
  summary.setAttribute("tabindex", "-1");
  summary.focus();
}

// A trembling finger presses twice: the second press within a second is not sent.
const pressed = new WeakMap();
document.addEventListener("submit", (event) => {
  const last = pressed.get(event.target) ?? -Infinity;
  if (event.timeStamp - last < 1000) {
    event.preventDefault();
    return;
  }
  pressed.set(event.target, event.timeStamp);
});

// "Print this page" is offered only where it can be done.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

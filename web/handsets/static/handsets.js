// Keeps the conversations fresh and lets one telephone send without emptying the others' boxes.
// Without this file the page works too: each form goes and comes back, and a link looks again.
"use strict";

const telephones = document.querySelector("[data-source]");
const EVERY_MS = 1500;

const replaceWhereOther = (shown, fresh) => {
  if (fresh && fresh.innerHTML !== shown.innerHTML) shown.replaceChildren(...fresh.childNodes);
};

const freshen = async () => {
  const answer = await fetch(telephones.dataset.source, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const screen of telephones.querySelectorAll("[data-live]")) {
    const newer = fresh.querySelector(`[data-live="${screen.dataset.live}"]`);
    const line = screen.closest(".telephone").querySelector(".number");
    const newerLine = newer?.closest(".telephone").querySelector(".number");
    replaceWhereOther(line, newerLine);
    replaceWhereOther(screen, newer);
  }
};

const lookAgain = () => freshen().catch(() => undefined);

const send = async (form) => {
  const box = form.querySelector("textarea");
  const body = box.value;
  const asked = { from: form.elements.from.value, body };
  box.value = "";
  box.focus();
  try {
    const answer = await fetch("/type", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(asked),
    });
    if (!answer.ok) throw new Error(answer.statusText);
  } catch {
    box.value = box.value || body;
  }
  await lookAgain();
  form.closest(".telephone").querySelector("[data-live]").scrollTop = 0;
};

telephones.addEventListener("submit", (event) => {
  if (!event.target.matches("form.type")) return;
  event.preventDefault();
  send(event.target);
});

telephones.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  if (!event.target.matches("form.type textarea")) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

telephones.querySelectorAll("[data-live]").forEach((screen) => {
  screen.setAttribute("aria-live", "polite");
});
setInterval(() => {
  if (!document.hidden) lookAgain();
}, EVERY_MS);

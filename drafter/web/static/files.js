// While files are read the page says so; a card that the address names is opened; a text is copied at once.
"use strict";

(() => {
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form.sending");
    if (!form) return;
    form.classList.add("is-busy");
    form.querySelectorAll(".busy-words").forEach((words) => { words.hidden = false; });
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form.sending.is-busy").forEach((form) => form.classList.remove("is-busy"));
  });
  const open = () => {
    const card = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (card && card.matches("details")) card.open = true;
  };
  window.addEventListener("hashchange", open);
  open();
  // Only where the browser lets a page copy: on this computer, or encrypted. Elsewhere the text is marked by hand.
  document.querySelectorAll("[data-copies]").forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const told = button.parentElement.querySelector("[data-copied]");
      navigator.clipboard.writeText(document.getElementById(button.dataset.copies).value).then(() => {
        told.textContent = told.dataset.copied;
      });
    });
  });
})();

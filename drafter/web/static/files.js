// While files are read the page says so; a card that the address names is opened.
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
})();

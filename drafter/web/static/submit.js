// One more comment to write: a copy of the first fields, empty.
"use strict";

(() => {
  const button = document.querySelector("button.add");
  const list = document.querySelector(".written");
  if (!button || !list) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const count = list.children.length + 1;
    const made = list.firstElementChild.cloneNode(true);
    made.querySelector(".which").textContent = String(count);
    made.querySelectorAll("[id]").forEach((field) => { field.id = `w${count}${field.id.slice(-1)}`; });
    made.querySelectorAll("[for]").forEach((label) => { label.htmlFor = `w${count}${label.htmlFor.slice(-1)}`; });
    made.querySelectorAll("textarea, input").forEach((field) => { field.value = ""; });
    made.querySelector("textarea").required = false;
    made.querySelector("select").selectedIndex = 0;
    list.append(made);
    made.querySelector("select").focus();
  });
})();

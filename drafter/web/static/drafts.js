// Drafts: jumping from change to change, the comments of the clause in view. Nothing here is needed to read.
"use strict";

(() => {
  const marks = { change: "[data-change]", figures: "[data-change][data-figures]", said: "[data-said]" };
  let here = null; // what was jumped to last

  document.documentElement.classList.add("scripted");

  const placed = () => (here && here.isConnected ? here : null);
  const visible = (each) => each.getBoundingClientRect().bottom > 60 && each.getBoundingClientRect().top < window.innerHeight;
  const below = (each) => each.getBoundingClientRect().top > 160;

  function jump(kind, step) {
    const all = [...document.querySelectorAll(marks[kind])];
    if (!all.length) return;
    const from = placed();
    const after = from
      ? (each) => Boolean(from.compareDocumentPosition(each) & (step > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING))
      : (each) => below(each) === step > 0;
    const found = all.filter(after);
    const next = step > 0 ? found[0] || all[0] : found[found.length - 1] || all[all.length - 1];
    here = next;
    next.scrollIntoView({ block: next.dataset.clause ? "center" : "start" });
    if (next.matches("[data-change]")) next.focus({ preventScroll: true });
    else show(next);
    const at = document.getElementById("at");
    if (at && kind === "change") at.textContent = `${all.indexOf(next) + 1}/${at.dataset.of}`;
  }

  // The comments of a clause, beside the text.
  const beside = document.getElementById("said");
  let shown = null;
  function show(clause) {
    if (!beside || shown === clause) return;
    if (shown) shown.classList.remove("in-view");
    shown = clause;
    clause.classList.add("in-view");
    const address = `${beside.dataset.address}?clause=${encodeURIComponent(clause.dataset.clause)}`;
    htmx.ajax("GET", address, { target: beside, swap: "innerHTML" });
    current(clause);
  }

  // In the tree, the clause or the nearest around it that stands there.
  function current(clause) {
    document.querySelectorAll(".contents a[aria-current]").forEach((each) => each.removeAttribute("aria-current"));
    const link = [...document.querySelectorAll(".contents a")].find((each) => decodeURIComponent(each.hash) === `#${clause.id}`);
    if (!link) return;
    link.setAttribute("aria-current", "true");
    const tree = link.closest(".contents");
    for (let up = link.closest("details"); up; up = up === tree ? null : up.parentElement.closest("details")) {
      if (up !== tree) up.open = true;
    }
    const place = link.getBoundingClientRect(), frame = tree.getBoundingClientRect();
    if (place.top < frame.top || place.bottom > frame.bottom) tree.scrollTop += place.top - frame.top - frame.height / 3;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-jump]");
    if (button) {
      jump(button.dataset.jump, Number(button.dataset.step));
      return;
    }
    const mark = event.target.closest(".said-mark");
    const clause = event.target.closest("[data-clause]");
    if (clause && beside && (mark || !event.target.closest("a"))) {
      if (mark) event.preventDefault();
      if (window.getSelection().isCollapsed || mark) {
        here = clause;
        show(clause);
      }
    }
  });
  function arrive() {
    const found = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (found && found.dataset.clause !== undefined) {
      here = found;
      show(found);
    }
  }
  window.addEventListener("hashchange", arrive);
  if (location.hash) window.addEventListener("load", arrive);

  // While one reads on, the comments of the topmost clause that has some.
  const spoken = document.querySelectorAll(".paper [data-said]");
  if (beside && spoken.length && window.matchMedia("(min-width: 56rem)").matches) {
    const inView = new Set();
    let waiting = 0;
    const watching = new IntersectionObserver((entries) => {
      entries.forEach((entry) => (entry.isIntersecting ? inView.add(entry.target) : inView.delete(entry.target)));
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (!window.scrollY || (here && visible(here))) return;
        const top = [...spoken].find((each) => inView.has(each));
        if (top) {
          here = top;
          show(top);
        }
      }, 250);
    }, { rootMargin: "-15% 0px -45% 0px" });
    spoken.forEach((each) => watching.observe(each));
  }

  document.querySelectorAll(".jumps").forEach((each) => { each.hidden = false; });

  // On a narrow page the contents are closed until they are wanted; a window made wide has them again.
  const contents = document.querySelector(".contents");
  const narrow = window.matchMedia("(max-width: 75rem)");
  if (contents) {
    const fold = () => { contents.open = !narrow.matches; };
    if (narrow.matches) fold();
    narrow.addEventListener("change", fold);
  }
})();

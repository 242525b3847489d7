// The list of comments and the page of one: moving by keys, proposals in the form, what is typed is kept.
"use strict";

(() => {
  const typing = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select");
  const dialog = () => document.querySelector("dialog[open]");

  // --- the list: j, k move along the lines, x selects ------------------------------------
  const lines = () => [...document.querySelectorAll("tr[data-line]")];
  const move = (by) => {
    const all = lines();
    const here = all.findIndex((line) => line.contains(document.activeElement));
    const next = all[here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(here + by, 0), all.length - 1)];
    const link = next && next.querySelector("td.number a");
    if (link) {
      link.focus();
      next.scrollIntoView({ block: "nearest" });
    }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || dialog()) return;
    if (lines().length) {
      const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
      if (by) {
        event.preventDefault();
        move(by);
      } else if (event.key === "x") {
        const line = document.activeElement.closest("tr[data-line]");
        const box = line && line.querySelector("input[name=no]");
        if (box) box.click();
      }
      return;
    }
    const way = { ArrowRight: "next", ArrowLeft: "prev" }[event.key];
    const link = way && !event.target.closest("[type=radio], .pane") && document.querySelector(`a[rel=${way}]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
  });

  const count = () => {
    const boxes = [...document.querySelectorAll("input[name=no]")];
    const all = document.getElementById("select-all");
    const told = document.getElementById("selected");
    if (!all || !told) return;
    const chosen = boxes.filter((box) => box.checked);
    const comments = chosen.reduce((sum, box) => sum + box.value.split(" ").length, 0);
    told.textContent = comments ? `(${comments})` : "";
    all.hidden = false;
    all.checked = boxes.length > 0 && chosen.length === boxes.length;
    all.indeterminate = chosen.length > 0 && chosen.length < boxes.length;
  };
  document.addEventListener("change", (event) => {
    if (event.target.id === "select-all") {
      document.querySelectorAll("input[name=no]").forEach((box) => { box.checked = event.target.checked; });
    }
    if (event.target.matches("#select-all, input[name=no]")) count();
  });

  // What is selected, and where the person is, stays when the list is renewed.
  let before = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id !== "queue") return;
    const line = document.activeElement && document.activeElement.closest("tr[data-line] a");
    const form = document.getElementById("together");
    before = {
      chosen: [...document.querySelectorAll("input[name=no]:checked")].map((box) => box.value),
      line: line && line.pathname,
      typed: form ? [...form.querySelectorAll(".bulk [name]")].map((field) => [field.id, field.value]) : [],
    };
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (before && document.getElementById("queue")) {
      // A line that somebody saved meanwhile has another version, and is not selected any more.
      document.querySelectorAll("input[name=no]").forEach((box) => { box.checked = before.chosen.includes(box.value); });
      const still = [...document.querySelectorAll("input[name=no]")].map((box) => box.value);
      const lost = before.chosen.filter((value) => !still.includes(value));
      const note = document.getElementById("unticked");
      if (note && lost.length) {
        note.querySelector("b").textContent = lost.flatMap((value) => value.split(" ")).map((each) => each.split(":")[0]).join(", ");
        note.hidden = false;
      }
      before.typed.forEach(([id, value]) => { const field = id && document.getElementById(id); if (field) field.value = value; });
      const link = before.line && document.querySelector(`tr[data-line] a[href^="${before.line}"]`);
      if (link) link.focus();
      before = null;
    }
    count();
    overtaken();
  });

  // --- one comment ---------------------------------------------------------------------
  const form = document.getElementById("decision");
  const overtaken = () => {
    const standing = document.getElementById("standing");
    const note = document.getElementById("overtaken");
    if (form && standing && note) note.hidden = standing.dataset.version === form.dataset.version;
  };
  count();

  // What the server says it has saved is kept here no longer. Another act of the same person (clauses picked,
  // taken back, approved) leaves what is typed, which then stands over what that act made.
  const saved = document.querySelector("[data-saved]");
  if (saved) {
    const name = `typed:${saved.dataset.who}:${saved.dataset.comment}`;
    const typed = JSON.parse(localStorage.getItem(name) || "null");
    if (saved.dataset.act && typed && form && form.dataset.no === saved.dataset.saved) {
      localStorage.setItem(name, JSON.stringify({ ...typed, versions: form.elements.versions.value }));
    } else if (!saved.dataset.act) localStorage.removeItem(name);
    const here = new URL(location.href);
    ["saved", "act"].forEach((each) => here.searchParams.delete(each));
    history.replaceState(history.state, "", here);
  }
  if (!form) return;

  // The comment stands in the middle of its letter's pane, from its first words where it is longer than that;
  // the page itself stays where it is. Measured on the screen: what stands in a cell counts its offset from
  // that cell.
  const letter = document.querySelector(".letter");
  const marks = [...document.querySelectorAll(".letter .here")];
  const centre = () => {
    const at = (one, side) => one.getBoundingClientRect()[side];
    const [first, last] = [marks[0], marks[marks.length - 1]];
    const room = letter.clientHeight - (at(last, "bottom") - at(first, "top"));
    letter.scrollTop += at(first, "top") - at(letter, "top") - Math.max(room / 2, 16);
    const wide = first.closest(".scroll");
    if (wide) wide.scrollLeft += Math.max(0, at(first, "right") - at(wide, "right"));
  };
  if (marks.length && letter) {
    centre();
    let wide = window.innerWidth;
    window.addEventListener("resize", () => { // a keyboard on the screen changes the height alone
      if (window.innerWidth !== wide) centre();
      wide = window.innerWidth;
    });
    letter.querySelectorAll("img").forEach((each) => { if (!each.complete) each.addEventListener("load", centre, { once: true }); });
  }

  const response = document.getElementById("response");
  const field = response.closest(".field");
  const radios = [...form.querySelectorAll("[name=disposition]")];
  const proposals = () => radios.map((radio) => radio.dataset.text);
  const blanks = document.getElementById("blanks");
  const showBlanks = () => {
    const known = [...new Set(radios.flatMap((radio) => radio.dataset.blanks.split("|")))].filter(Boolean);
    const left = known.filter((blank) => response.value.includes(blank));
    blanks.hidden = !left.length;
    blanks.querySelector("span").replaceChildren(...left.map((blank) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "blank";
      button.dataset.blank = button.textContent = blank;
      return button;
    }));
  };
  const selectBlank = (blank) => {
    const at = response.value.indexOf(blank);
    response.focus();
    if (at >= 0) response.setSelectionRange(at, at + blank.length);
  };
  blanks.addEventListener("click", (event) => {
    const button = event.target.closest("[data-blank]");
    if (button) selectBlank(button.dataset.blank);
  });

  // The proposal follows the outcome that is chosen, until somebody has typed.
  form.addEventListener("change", (event) => {
    if (event.target.name !== "disposition") return;
    if (response.value.trim() === "" || proposals().includes(response.value)) {
      response.value = event.target.dataset.text;
      field.classList.toggle("proposed", response.value !== "");
      showBlanks();
    }
  });
  response.addEventListener("input", () => {
    field.classList.toggle("proposed", response.value !== "" && proposals().includes(response.value));
    showBlanks();
  });

  // `r` leads to the first blank of a proposal; `a` opens what is folded.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "r" || event.ctrlKey || event.metaKey || event.altKey || dialog()) return;
    const first = blanks.querySelector("[data-blank]");
    if (document.activeElement === response && first && field.classList.contains("proposed") && event.defaultPrevented) {
      selectBlank(first.dataset.blank);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "a" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || dialog()) return;
    const assignee = form.querySelector("[data-assign]");
    event.preventDefault();
    assignee.closest("details").open = true;
    assignee.focus();
  });

  // What is typed is kept on this computer until it is saved: leaving the page, or the server's end, loses
  // nothing. It belongs to a person, a comment and the version that it was typed over.
  const key = `typed:${form.dataset.who}:${form.dataset.comment}`; // not its number: another workspace at this address has the same
  const names = ["disposition", "reason", "response", "where", "assignee", "due", "remark", "stand"];
  const values = () => Object.fromEntries(names.map((name) => [name, form.elements[name] ? form.elements[name].value : ""]));
  const fill = (kept) => {
    names.forEach((name) => { if (form.elements[name] && name in kept) form.elements[name].value = kept[name]; });
    form.querySelectorAll("details").forEach((part) => { part.open = [...part.querySelectorAll("[name]")].some((each) => each.value); });
    field.classList.toggle("proposed", proposals().includes(response.value) && response.value !== "");
    showBlanks();
  };
  const begun = values();
  const shown = form.elements.versions.value;
  const keep = () => {
    const now = values();
    if (JSON.stringify(now) === JSON.stringify(begun)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ at: Date.now(), versions: form.elements.versions.value, values: now }));
    document.getElementById("keeps").hidden = localStorage.getItem(key) === null;
  };
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  const stored = JSON.parse(localStorage.getItem(key) || "null");
  if ("sent" in form.dataset) {
    keep();
    showBlanks();
  }
  else if (stored && !["offer", "fresh"].some((name) => new URLSearchParams(location.search).has(name))) {
    fill(stored.values);
    const note = document.getElementById("kept");
    const words = note.querySelector("[data-words]");
    const at = new Date(stored.at);
    words.textContent = words.dataset.words.replace("%", `${at.getHours()}:${String(at.getMinutes()).padStart(2, "0")}`);
    note.hidden = false;
    form.elements.versions.value = stored.versions; // typed over what stood then: what somebody saved since is told
  }
  document.querySelectorAll("[data-drops]").forEach((each) => each.addEventListener("click", () => {
    localStorage.removeItem(key);
    if (each.tagName === "BUTTON") {
      fill(begun);
      form.elements.versions.value = shown;
      document.getElementById("kept").hidden = true;
    }
  }));
})();

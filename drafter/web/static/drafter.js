// The page's own script: keys, saves of others, dialogs. No page needs it to be read; every form works without.
"use strict";

(() => {
  const body = document.body;

  // Somebody saved something, or a file changed: the page says so, and parts that want it renew themselves.
  // A browser keeps six connections to one server: a page that nobody looks at holds none, and asks anew after.
  const events = body.dataset.events && window.EventSource ? body.dataset.events : "";
  let told = null;
  let seen = "";
  const changed = () => {
    const own = Number(sessionStorage.getItem("saved") || 0);
    if (Date.now() - own < 3000) return; // what this page saved itself is no news
    const renewed = document.querySelectorAll("[data-renew]");
    renewed.forEach((part) => htmx.trigger(part, "renew"));
    const note = document.getElementById("fresh");
    if (note && !renewed.length) {
      note.hidden = false;
      note.querySelector("a").href = location.href;
    }
  };
  const listen = () => {
    if (!events || told || document.hidden) return;
    told = new EventSource(events);
    told.addEventListener("stands", (event) => {
      const before = seen;
      seen = event.data;
      if (before && before !== seen) changed();
    });
  };
  const stop = () => {
    if (told) told.close();
    told = null;
  };
  listen();
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", listen);
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.requestConfig && event.detail.requestConfig.verb !== "get" && event.detail.successful) {
      sessionStorage.setItem("saved", String(Date.now()));
    }
  });
  document.addEventListener("submit", () => sessionStorage.setItem("saved", String(Date.now())));

  // On a narrow screen the name of this page is in sight.
  const here = document.querySelector(".top nav [aria-current]");
  if (here) here.scrollIntoView({ inline: "center", block: "nearest" });

  // Keys: an element with data-key is clicked or focused by it; "?" shows the list.
  const typing = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.activeElement && typing(document.activeElement)) {
      document.activeElement.blur();
      return;
    }
    const chord = (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + event.key;
    if (event.altKey || (!chord.startsWith("Ctrl+") && typing(event.target))) return;
    const within = document.querySelector("dialog[open]") || document; // what lies under a dialog hears no key
    const wanted = [...within.querySelectorAll("[data-key]")].find(
      (each) => each.dataset.key.split(" ").includes(chord) && !each.closest("[hidden]"));
    if (!wanted) return;
    event.preventDefault();
    if (wanted.matches("input, textarea, select") && !wanted.matches("[type=checkbox], [type=radio]")) wanted.focus();
    else wanted.click();
  });
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens).showModal();
    const closer = event.target.closest("[data-closes]");
    if (closer) closer.closest("dialog").close();
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  // A form that sends itself when a field of it changes.
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-sends]");
    if (form) form.requestSubmit();
  });

  // Files dropped on a field of files.
  document.addEventListener("dragover", (event) => {
    const field = event.target.closest("[data-drop]");
    if (!field) return;
    event.preventDefault();
    field.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    const field = event.target.closest("[data-drop]");
    if (field) field.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    const field = event.target.closest("[data-drop]");
    if (!field) return;
    event.preventDefault();
    field.classList.remove("over");
    const input = field.querySelector("input[type=file]");
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
})();

// Progressive enhancement only: every page works with this file missing.

const root = document.documentElement;
const all = (selector) => [...document.querySelectorAll(selector)];
const target = (link) => document.getElementById(link.hash.slice(1));

// Theme: the system's by default, the reader's once chosen.
function remembered() {
  try { return localStorage.getItem("theme"); } catch { return null; }
}

function remember(theme) {
  try { localStorage.setItem("theme", theme); } catch { /* private windows keep nothing */ }
}

function isDark() {
  if (root.dataset.theme) return root.dataset.theme === "dark";
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

const chosen = remembered();
if (chosen) root.dataset.theme = chosen;
for (const button of all("[data-theme-button]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember(root.dataset.theme);
  });
}

// Evidence: pointing at a fact lights up its note in the panel, and brings it into view.
function reveal(note) {
  const panel = note.closest("[data-scroll]");
  if (!panel || panel.scrollHeight <= panel.clientHeight) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  panel.scrollTo({ top: note.offsetTop - panel.offsetTop - 40, behavior: still ? "auto" : "smooth" });
}

function light(link, note, on) {
  link.classList.toggle("on", on);
  note.classList.toggle("on", on);
  if (on) reveal(note);
}

for (const link of all('a.ev[href^="#"], a.evn[href^="#"]')) {
  const note = target(link);
  if (!note) continue;
  for (const event of ["pointerenter", "focus"]) link.addEventListener(event, () => light(link, note, true));
  for (const event of ["pointerleave", "blur"]) link.addEventListener(event, () => light(link, note, false));
}

// Esc closes an open note and gives the focus back to the fact it belongs to.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const back = document.querySelector(".note:target a.back");
  if (!back) return;
  back.click();
  target(back)?.focus();
});

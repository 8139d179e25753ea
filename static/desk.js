// The review desk without waiting: every decision also works by "Save decisions" alone.

const desk = document.getElementById("desk");
const told = document.getElementById("desk-told");
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// ---- Saving as one goes: the server answers with the parts of the page that changed.

let saving = Promise.resolve();

function say(text) {
  told.textContent = "";
  requestAnimationFrame(() => { told.textContent = text; });
  for (const line of all("[data-saved]")) line.textContent = text;
}

// What a decision consists of: its own fields, and those that say what was seen.
function dataOf(keys, more = {}) {
  const data = new FormData();
  data.set("csrfmiddlewaretoken", desk.elements.csrfmiddlewaretoken.value);
  const gaps = new Set(all(".edit--gap [name]", desk).map((one) => one.name));
  const wanted = (name) => keys.some((key) =>
    ["d", "seen", "was", "q", "at", "v"].some((part) => name === `${part}-${key}`)
    || name === `v-${key}_more`
    || name.startsWith(`v-${key.split("-")[0]}-`) && !gaps.has(name)
    || name.startsWith(`seen-${key.split("-")[0]}-`));
  for (const [name, value] of new FormData(desk)) if (wanted(name)) data.append(name, value);
  for (const [name, value] of Object.entries(more)) data.set(name, value);
  return data;
}

// Where the focus is, in words that survive a new copy of the card.
function place(element) {
  if (!element || !desk.contains(element)) return null;
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (!element.name) return null;
  const value = ["radio", "submit", "checkbox"].includes(element.type) ? `[value="${CSS.escape(element.value)}"]` : "";
  return `[name="${CSS.escape(element.name)}"]${value}`;
}

// What is typed elsewhere on a card and not yet kept must outlive its new copy.
function unsaved(card, sent) {
  return all("input:not([type=hidden]), textarea, select", card)
    .filter((field) => field.name && !sent.has(field.name))
    .filter((field) => ["radio", "checkbox"].includes(field.type)
      ? field.checked !== field.defaultChecked
      : field.tagName === "SELECT"
        ? [...field.options].some((option) => option.selected !== option.defaultSelected)
        : field.value !== field.defaultValue)
    .map((field) => [place(field), field.type, field.checked, field.value]);
}

function restore(kept) {
  for (const [selector, type, checked, value] of kept) {
    const field = selector && desk.querySelector(selector);
    if (!field) continue;
    if (type === "radio" || type === "checkbox") field.checked = checked;
    else field.value = value;
  }
}

function replace(parts, sent) {
  const focus = place(document.activeElement);
  const open = new Set(all("details[open]", desk).map((one) => one.closest("[id]")?.id));
  for (const [id, html] of Object.entries(parts)) {
    const old = document.getElementById(id);
    if (!old) continue;
    const kept = unsaved(old, sent);
    const frame = document.createElement("template");
    frame.innerHTML = html.trim();
    old.replaceWith(frame.content);
    restore(kept);
    for (const one of all("details", document.getElementById(id) ?? desk))
      if (open.has(one.closest("[id]")?.id)) one.open = true;
  }
  prepareKeys();
  if (focus) land(desk.querySelector(focus) ?? document.getElementById(last));
}

function land(there) {
  if (!there) return;
  if (there.tabIndex < 0 && !there.hasAttribute("tabindex")) there.tabIndex = -1;
  there.focus({ preventScroll: true });
}

async function send(keys, more = {}) {
  const data = dataOf(keys, more);
  try {
    const answer = await fetch(desk.action, {
      method: "POST", body: data, headers: { Accept: "application/json" }, credentials: "same-origin",
    });
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) throw new Error(answer.status);
    const { parts, told: text } = await answer.json();
    replace(parts, new Set(data.keys()));
    say(text);
  } catch {
    say(desk.dataset.lost);
  }
}

const queue = (keys, more) => { saving = saving.then(() => send(keys, more)); };
const keyOf = (name) => name.slice(name.indexOf("-") + 1);

// Choosing "Edit" only opens the field; its value is kept once it was changed.
function isReady(field) {
  if (field.name.startsWith("d-") && field.value === "edited") return false;
  if (field.name.startsWith("d-") && field.value === "other") return false;
  if (field.name.startsWith("q-")) return false;
  return true;
}

// A field the reader left empty is kept once it has both a value and its words.
function fill(gap) {
  const key = gap.closest(".gap").id.slice(1);
  const filled = (name) => all(`[name^="${name}"]`, gap).some((one) =>
    one.type === "checkbox" ? one.checked : one.value.trim());
  if (filled(`v-${key}`) && filled(`q-${key}`)) queue([key]);
}

desk?.addEventListener("change", (event) => {
  const field = event.target;
  const gap = field.closest(".edit--gap");
  if (gap) return fill(gap);
  const belongs = field.closest(".belongs");
  if (belongs) {
    const [meeting, why] = all("select, textarea", belongs);
    return meeting.value && why.value.trim() ? queue([keyOf(meeting.name)]) : undefined;
  }
  if (!field.name || !isReady(field)) return;
  if (field.name.startsWith("d-")) return queue([keyOf(field.name)]);
  const point = field.closest("[data-point]")?.dataset.point;
  const record = field.closest(".match")?.querySelector("select");
  if (record && field.value) queue([keyOf(record.name)]);
  else if (point && desk.querySelector(`[name="d-${point}"][value=edited]`)?.checked) queue([point]);
});

// Opening "Edit" brings the first field under the hand; so does the key for it.
desk?.addEventListener("click", (event) => {
  const radio = event.target.closest("input[value=edited]");
  if (radio && event.detail) radio.closest("[data-point]").querySelector(".edit .input, .edit input")?.focus();
  const button = event.target.closest("button[name=do]");
  if (!button || !/^(card|reopen|drop|unlink):/.test(button.value)) return;
  event.preventDefault();
  const [act, key] = button.value.split(":");
  const card = button.closest(".card");
  last = card.id;
  const keys = act === "card"
    ? all("[data-decide]", card).map((one) => one.dataset.decide)
    : [key];
  queue(act === "card" ? keys : [`${key}#`], { do: button.value, ...seenOf(keys) });
});

function seenOf(keys) {
  return Object.fromEntries(keys.map((key) => desk.elements[`seen-${key}`]).filter(Boolean)
    .map((field) => [field.name, field.value]));
}

// ---- Passages and fields light up each other.

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.pg, a[data-passage]");
  const there = link && document.getElementById(link.hash.slice(1));
  if (!there) return;
  for (const one of all(".pg.on")) one.classList.remove("on");
  there.closest("details:not([open])")?.setAttribute("open", "");
  const passage = link.matches(".pg") ? link : there;
  passage.classList.add("on");
  if (!there.matches("a, input, button")) there.tabIndex = -1;
  requestAnimationFrame(() => there.focus({ preventScroll: true }));
});

// ---- Evidence: words selected in the article, by their offsets in the stored text.

const article = document.getElementById("article");
const length = (text) => [...text].length;
// The card or the field that had the focus last, by their ids: both outlive a new copy.
let last = "";
let pointed = "";
const field = () => (pointed ? document.getElementById(pointed) : null);
const picker = article && document.createElement("div");

function wordsBefore(paragraph, node, offset) {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  const copy = range.cloneContents();
  for (const letter of copy.querySelectorAll(".kl")) letter.remove();
  return length(copy.textContent);
}

function chosen() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const edge = (node) => (node.nodeType === 1 ? node : node.parentElement).closest(".pt");
  const first = edge(range.startContainer);
  if (!first) return null;
  // Whoever takes a whole paragraph takes the start of the next along: it is left out.
  if (edge(range.endContainer) !== first) range.setEnd(first, first.childNodes.length);
  const at = Number(first.dataset.at);
  const start = at + wordsBefore(first, range.startContainer, range.startOffset);
  const copy = range.cloneContents();
  for (const letter of copy.querySelectorAll(".kl")) letter.remove();
  const words = copy.textContent;
  const lead = length(words) - length(words.trimStart());
  return words.trim() ? { start: start + lead, words: words.trim() } : null;
}

function offer() {
  const found = chosen();
  picker.hidden = !found;
  if (!found) return;
  picker.querySelector("q").textContent = found.words;
  const use = picker.querySelector("[data-use]");
  use.hidden = !field();
  if (!use.hidden) use.querySelector("b").textContent = labelOf(field());
  for (const link of all("a", picker))
    link.href = `${desk.dataset.add}?${new URLSearchParams({ kind: link.dataset.kind, quote: found.words, start: found.start })}`;
  picker.found = found;
}

const labelOf = (point) =>
  point.querySelector(".fl, legend:not(.vh), .v")?.textContent.trim().slice(0, 60) ?? "";

function use() {
  const point = field();
  const key = point.dataset.point ?? point.id.slice(1);
  const quote = desk.elements[`q-${key}`];
  if (!quote) return;
  quote.value = picker.found.words;
  desk.elements[`at-${key}`].value = picker.found.start;
  quote.closest("details").open = true;
  picker.hidden = true;
  if (point.matches("[data-point]")) return queue([key]);
  quote.focus();
  fill(point.querySelector(".edit--gap"));
}

if (picker) {
  const words = document.getElementById("desk-picker");
  picker.append(words.content.cloneNode(true));
  picker.className = "picker";
  picker.hidden = true;
  picker.setAttribute("role", "toolbar");
  article.append(picker);
  picker.querySelector("[data-use]").addEventListener("click", use);
  document.addEventListener("selectionchange", offer);
  desk.addEventListener("focusin", (event) => {
    const point = event.target.closest(".frow, .conflict, .agr-list li");
    if (point) pointed = last = point.id;
  });
}

// ---- Keys: off until switched on, and remembered.

const typing = (element) => element.matches("textarea, select, input:not([type=radio], [type=checkbox])");
const rows = () => all("[data-point]", desk).filter((row) => !row.closest("details:not([open])"));

function remembered() {
  try { return localStorage.getItem("desk-keys") === "on"; } catch { return false; }
}

function prepareKeys() {
  for (const label of all("[data-keys-label]")) {
    label.hidden = false;
    label.querySelector("input").checked = remembered();
  }
}

// The row that has the focus; beside the rows, the last one before it or on that card.
function current(list) {
  const here = document.activeElement;
  if (!here.closest("#cards")) return -1;
  return list.findLastIndex((row) =>
    here.contains(row) || row.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function move(step) {
  const list = rows();
  const next = list[Math.min(list.length - 1, Math.max(0, current(list) + step))];
  const radio = (state) => next?.querySelector(`input[name^="d-"]${state}`);
  (radio(":checked") ?? radio("") ?? next)?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function press(value) {
  const row = document.activeElement.closest("[data-point]");
  const radio = row?.querySelector(`input[type=radio][value=${value}]`);
  if (!radio || radio.disabled) return;
  if (radio.checked && value !== "edited") return;
  radio.focus();
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  if (value === "edited") row.querySelector(".edit .input, .edit input")?.focus();
}

const ACTS = {
  j: () => move(1),
  k: () => move(-1),
  a: () => press("accepted"),
  e: () => press("edited"),
  r: () => press("rejected"),
  u: () => document.activeElement.closest("[data-point]")?.querySelector(".take-back")?.click(),
  w: () => ["formaction", "data-save"].some((name) => {
    const button = document.querySelector(`#desk-actions [${name}]:enabled`);
    button?.focus();
    return button;
  }),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !ACTS[event.key]) return;
  if (!remembered() || typing(event.target)) return;
  event.preventDefault();
  ACTS[event.key]();
});

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-keys]")) return;
  try { localStorage.setItem("desk-keys", event.target.checked ? "on" : "off"); } catch { /* not kept */ }
});

// ---- Others at the same article.

async function look() {
  if (document.hidden) return;
  try {
    const { here, told: text } = await (await fetch(desk.dataset.presence, { credentials: "same-origin" })).json();
    const notice = document.getElementById("desk-others");
    const said = `${here} ${text}`.trim();
    if (notice.querySelector("[data-here]").textContent.trim() !== here)
      notice.querySelector("[data-here]").textContent = here;
    notice.querySelector("[data-meanwhile]").textContent = text;
    notice.querySelector("[data-reload]").hidden = !text;
    notice.hidden = !said;
  } catch { /* asked again in a minute */ }
}

if (desk) {
  prepareKeys();
  setInterval(look, 60_000);
}

// Keys. Single letters do nothing while somebody types or a dialog is open, and can be switched off (WCAG 2.1.4).
const off = "single-keys-off";
const goWithin = 1200;
let goUntil = 0;

const isTyping = target => target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]");
const openDialog = () => document.querySelector("dialog[open]");
const visible = element => element.getClientRects().length > 0;

function first(selector) {
  return [...document.querySelectorAll(selector)].find(visible);
}

// What is being typed arrives before the key that sends or drops it: unlike Enter, these two keys tell nobody by themselves.
window.addEventListener("keydown", event => {
  const decides = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
  if (decides && !event.isComposing && isTyping(event.target)) event.target.dispatchEvent(new Event("change", { bubbles: true }));
}, true);

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key === "Enter") return submit(event);
  if (command && event.key.toLowerCase() === "k" && !openDialog()) return search(event);
  if (command || openDialog() || isTyping(event.target) || localStorage.getItem(off)) return;

  const key = event.key.toLowerCase();
  const went = performance.now() < goUntil && first(`[data-go="${CSS.escape(key)}"]`);
  goUntil = 0;
  if (went) act(event, () => went.click());
  else if (key === "g") goUntil = performance.now() + goWithin;
  else if (key === "/") search(event);
  else if (key === "?") act(event, showKeys);
  else if (key === "j" || key === "k") step(event, key === "j" ? 1 : -1);
  else if (!event.repeat && !event.shiftKey) press(event, key);
});

function act(event, what) {
  event.preventDefault();
  what();
}

function search(event) {
  const field = document.getElementById("search");
  if (field) act(event, () => field.select());
}

/** Sends the form of the open dialog, else the one in which somebody types. */
function submit(event) {
  const form = openDialog()?.querySelector("form:not([method=dialog])") ?? event.target.closest?.("form");
  if (!form) return;
  act(event, () => form.requestSubmit());
}

/** Moves along the rows of a list; the row's link has the focus, so that Enter opens it. */
function step(event, by) {
  const rows = [...document.querySelectorAll(".row-link")];
  const at = rows.indexOf(document.activeElement);
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  if (!next) return;
  act(event, () => next.focus());
  next.closest("tr")?.scrollIntoView({ block: "nearest" });
}

/** What a page offers under a key of its own: <button data-key="f">. */
function press(event, key) {
  const target = key.length === 1 && first(`[data-key="${CSS.escape(key)}"]:not(:disabled)`);
  if (!target) return;
  // A dialog gives the focus back to what opened it. What is only switched leaves the focus where it was, so that Enter goes on meaning what it meant.
  act(event, () => {
    if (!target.hasAttribute("aria-pressed")) target.focus();
    target.click();
  });
}

function showKeys() {
  const dialog = document.getElementById("keys");
  if (!dialog) return;
  dialog.querySelector("[data-single-keys]").checked = !localStorage.getItem(off);
  dialog.showModal();
}

document.addEventListener("click", event => {
  if (event.target.closest("[data-show-keys]")) showKeys();
});

document.addEventListener("change", event => {
  if (!event.target.matches("[data-single-keys]")) return;
  if (event.target.checked) localStorage.removeItem(off);
  else localStorage.setItem(off, "1");
});

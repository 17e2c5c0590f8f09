// What the pages do without asking the server. Everything listens on the document, because Blazor replaces the elements as it likes.
import "./drafts.js";
import "./keys.js";

const root = document.documentElement;

/** Says a sentence to whoever listens with a screen reader: document.dispatchEvent(new CustomEvent("announce", { detail: "…" })). */
document.addEventListener("announce", event => {
  const region = document.getElementById("announcer");
  if (region) region.textContent = event.detail;
});

// A time in a row lies above the row's link, so that its full date can be read; a click on it opens the row all the same.
document.addEventListener("click", event => {
  const link = event.target.closest("time")?.closest("tr")?.querySelector(".row-link");
  if (link) link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey, shiftKey: event.shiftKey }));
});

document.addEventListener("click", event => {
  const reload = event.target.closest("[data-reload]");
  if (reload) {
    event.preventDefault();
    location.reload();
  }
  const menu = event.target.closest("details.menu-of");
  for (const open of document.querySelectorAll("details.menu-of[open]"))
    if (open !== menu) open.open = false;
  // A choice was made: the menu goes, the focus stays where the menu was.
  if (menu && event.target.closest("a, button.item")) closeMenu(menu);
});

document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest("details.menu-of[open]") ?? document.querySelector("details.menu-of[open]");
  if (menu) closeMenu(menu);
});

function closeMenu(menu) {
  menu.open = false;
  menu.querySelector("summary").focus();
}

// Copies what the button holds, and says so, because nothing shows it. The clipboard is open on https and localhost only: elsewhere the text before the button is selected at least.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  button.previousElementSibling?.select?.();
  const copied = navigator.clipboard ? await navigator.clipboard.writeText(button.dataset.copy).then(() => true, () => false) : document.execCommand("copy");
  button.classList.toggle("copied", copied);
  document.dispatchEvent(new CustomEvent("announce", { detail: copied ? "Copied." : "Press Ctrl+C to copy." }));
});

// A form with data-navigate turns what is filled in into a link of the application: no reload, no empty parameters in the address.
document.addEventListener("submit", event => {
  const form = event.target;
  if (!form.matches("form[data-navigate]")) return;
  event.preventDefault();
  const filled = [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== "");
  const link = document.createElement("a");
  const query = new URLSearchParams(filled).toString();
  link.href = form.action + (query && "?" + query);
  form.append(link);
  link.click();
  link.remove();
  const menu = form.closest("details.menu-of");
  if (menu) closeMenu(menu);
});

// Light, dark or as the system has it: at once here, and from the cookie on the next page.
document.addEventListener("change", event => {
  if (!event.target.matches("[data-theme-choice]")) return;
  root.dataset.theme = event.target.value;
  document.cookie = `theme=${event.target.value}; path=/; max-age=31536000; samesite=lax` + (location.protocol === "https:" ? "; secure" : "");
});

document.addEventListener("toggle", event => {
  for (const choice of event.target.querySelectorAll("[data-theme-choice]"))
    choice.checked = choice.value === root.dataset.theme;
  // A menu that would leave the window opens to the other side.
  const menu = event.target.matches("details.menu-of[open]") && event.target.querySelector(":scope > .menu");
  if (menu) {
    menu.classList.remove("leftwards");
    menu.classList.toggle("leftwards", menu.getBoundingClientRect().right > root.clientWidth);
  }
}, true);

new MutationObserver(changes => {
  for (const change of changes) {
    // An error that appears takes the focus, so that it is read and seen.
    for (const node of change.addedNodes)
      if (node.nodeType === Node.ELEMENT_NODE) (node.matches("[data-focus]") ? node : node.querySelector("[data-focus]"))?.focus();
  }
  showTarget();
}).observe(document.body, { childList: true, subtree: true });

// What the address points at comes with the page's data, later than the browser looks for it.
let target = null;

function showTarget() {
  const now = location.hash && document.getElementById(location.hash.slice(1));
  if (now && now !== target) now.scrollIntoView();
  target = now;
}

// The server was restarted: a page on which nobody is typing comes back by itself.
const reconnect = document.getElementById("components-reconnect-modal");
if (reconnect)
  new MutationObserver(() => {
    const typing = document.activeElement?.matches("input, select, textarea, [contenteditable]") || document.querySelector("dialog[open]");
    if (reconnect.classList.contains("components-reconnect-rejected") && !typing) location.reload();
  }).observe(reconnect, { attributes: true, attributeFilter: ["class"] });

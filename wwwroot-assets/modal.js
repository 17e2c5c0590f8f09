// A native modal dialog: the browser keeps the focus inside and makes the rest inert.
let opener = null;

export function open(dialog) {
  opener = document.activeElement;
  dialog.close();
  dialog.showModal();
  dialog.querySelector("[autofocus]")?.focus();
  dialog.addEventListener("keydown", ask);
}

export function close() {
  // The opener may be gone with what it was for: then the page's heading.
  const back = opener?.isConnected && opener !== document.body ? opener : document.querySelector("h1");
  back?.focus();
  opener = null;
}

// Chromium closes a dialog at the second Esc, even where the first was refused; and what is being typed must have arrived before anybody asks whether to drop it.
function ask(event) {
  if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
  event.preventDefault();
  if (event.target.matches("input, select, textarea")) event.target.dispatchEvent(new Event("change", { bubbles: true }));
  event.currentTarget.dispatchEvent(new Event("cancel", { cancelable: true }));
}

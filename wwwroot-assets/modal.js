// A native modal dialog: the browser keeps the focus inside and makes the rest inert.
let opener = null;
let shown = null;

export function open(dialog) {
  opener = document.activeElement;
  shown = dialog;
  dialog.close();
  dialog.showModal();
  dialog.querySelector("[autofocus]")?.focus();
  document.addEventListener("keydown", ask, true);
}

export function close() {
  document.removeEventListener("keydown", ask, true);
  // It is still there, and while it is open nothing else can have the focus.
  shown?.close();
  // The opener may be gone with what it was for: then the page's heading.
  const back = opener?.isConnected && opener !== document.body ? opener : document.querySelector("h1");
  back?.focus();
  opener = shown = null;
}

// Chromium closes a dialog at the second Esc, even where the first was refused.
function ask(event) {
  if (event.key !== "Escape" || event.isComposing || !shown?.isConnected) return;
  event.preventDefault();
  shown.dispatchEvent(new Event("cancel", { cancelable: true }));
}

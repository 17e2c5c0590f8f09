// A native modal dialog: the browser keeps the focus inside, makes the rest inert and answers Esc.
let opener = null;

export function open(dialog) {
  opener = document.activeElement;
  dialog.close();
  dialog.showModal();
  dialog.querySelector("[autofocus]")?.focus();
}

export function close() {
  if (opener?.isConnected) opener.focus();
  opener = null;
}

// A picture goes to the server over HTTP, not through the page's connection, and with the page's token against forged requests.
export function watch(field, page) {
  field.addEventListener("change", async () => {
    const [file] = field.files;
    if (!file) return;
    const body = new FormData();
    body.append("file", file);
    body.append("__RequestVerificationToken", document.querySelector("input[name=__RequestVerificationToken]").value);
    field.value = "";
    await page.invokeMethodAsync("Uploaded", await send(field.dataset.upload, body));
  });
}

/** What stood in the way, or null. */
async function send(address, body) {
  try {
    const answer = await fetch(address, { method: "POST", body });
    return answer.ok ? null : (await answer.json().catch(() => null))?.message ?? `The server answered ${answer.status}.`;
  } catch {
    return "The picture did not reach the server. Try again.";
  }
}

// Passkeys: a form with data-passkey is shown where the browser knows them. Its submit first asks the authenticator and then posts what that says.
const options = {
  create: { url: "/account/passkeys/creation-options", parse: json => PublicKeyCredential.parseCreationOptionsFromJSON(json) },
  get: { url: "/account/passkeys/request-options", parse: json => PublicKeyCredential.parseRequestOptionsFromJSON(json) },
};
let waiting = null;

if (window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", event => {
      event.preventDefault();
      ask(form, {});
    });
    if (form.dataset.passkey === "get") offer(form);
  }
}

/** The browser offers passkeys in the email field's list, if it can. */
async function offer(form) {
  if (await PublicKeyCredential.isConditionalMediationAvailable?.()) ask(form, { mediation: "conditional" });
}

async function ask(form, how) {
  const kind = form.dataset.passkey;
  const problem = form.querySelector("[data-passkey-problem]");
  waiting?.abort();
  const mine = waiting = new AbortController();
  try {
    const answer = await fetch(options[kind].url, { method: "POST", body: new FormData(form), signal: mine.signal });
    if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
    const publicKey = options[kind].parse(await answer.json());
    const credential = await navigator.credentials[kind]({ publicKey, signal: mine.signal, ...how });
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch (error) {
    if (mine.signal.aborted || how.mediation) return;
    problem.textContent = sentence(error, kind);
  }
}

function sentence(error, kind) {
  switch (error.name) {
    case "NotAllowedError": return kind === "create" ? "No passkey was made: it was cancelled or took too long." : "No passkey was chosen: it was cancelled or took too long.";
    case "InvalidStateError": return "This device has a passkey for your account already.";
    case "SecurityError": return "Passkeys need the shop's own address over https, or localhost.";
    default: return "That did not work. Try again, or use your password.";
  }
}

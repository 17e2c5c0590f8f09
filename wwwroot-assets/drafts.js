// What is typed into <form data-draft="key"> outlives a reload, a lost connection and a restarted server, in this tab.
// A draft is over when its form goes away after it was sent, or goes away while the page stays (its dialog was closed).
// It is kept when the form goes away because somebody went to another page without sending it.
const prefix = "draft:";
const forms = new Map();

const keyOf = form => prefix + form.dataset.draft;
const fieldsOf = form => [...form.elements].filter(field => field.name && !["password", "file", "hidden", "submit", "button"].includes(field.type));

document.addEventListener("input", event => {
  const form = event.target.form;
  if (!event.isTrusted || !form?.matches("[data-draft]")) return;
  const values = fieldsOf(form).map(field => [field.name, field.value, isChoice(field) ? field.checked : null]);
  sessionStorage.setItem(keyOf(form), JSON.stringify(values));
  const known = forms.get(keyOf(form));
  if (known) known.sent = false;
});

document.addEventListener("submit", event => {
  if (event.target.matches('form[action="/account/sign-out"]')) forgetAll();
  const known = event.target.dataset.draft && forms.get(keyOf(event.target));
  if (known) known.sent = true;
}, true);

function isChoice(field) {
  return field.type === "checkbox" || field.type === "radio";
}

function forgetAll() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

function restore(form) {
  const saved = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "[]");
  let changed = false;
  for (const field of fieldsOf(form)) {
    const match = saved.find(([name, value]) => name === field.name && (field.type !== "radio" || value === field.value));
    if (!match || (isChoice(field) ? field.checked === match[2] : field.value === match[1])) continue;
    if (isChoice(field)) field.checked = match[2];
    else field.value = match[1];
    // Blazor's bindings learn of it as if it had been typed.
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    changed = true;
  }
  if (changed) document.dispatchEvent(new CustomEvent("announce", { detail: "What you typed before is back." }));
}

function look() {
  const present = new Map([...document.querySelectorAll("form[data-draft]")].map(form => [keyOf(form), form]));
  for (const [key, known] of forms) {
    if (present.has(key)) continue;
    if (known.sent || known.path === location.pathname) sessionStorage.removeItem(key);
    forms.delete(key);
  }
  for (const [key, form] of present) {
    if (forms.get(key)?.form === form) continue;
    // Prerendered forms are replaced by living ones under the same key: each is filled in.
    forms.set(key, { form, path: location.pathname, sent: false });
    restore(form);
  }
}

new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
look();

// The receive bench: a wedge scanner types without a field having the focus, and every scan answers with a tone.
// Keys that follow each other this fast come from a scanner; a lone key means what it means on every page.
const gap = 60;
// A busy page may look at the clock before it looks at the next key.
const patience = 40;
const shortest = 3;

let bench = null;
let typed = "";
let last = -Infinity;
let timer = 0;
let handingOn = false;
let audio = null;

const isTyping = target => target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]");

export function listen(page) {
  bench = page;
  window.addEventListener("keydown", hear, true);
}

export function stop() {
  window.removeEventListener("keydown", hear, true);
  forget();
  bench = null;
}

function hear(event) {
  if (event.key === "Enter" && event.target.matches("[data-bench-entry]")) event.target.dispatchEvent(new Event("change", { bubbles: true }));
  if (handingOn || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") || isTyping(event.target)) return;
  const fast = event.timeStamp - last <= gap;
  if (event.key === "Enter") enter(event, fast);
  // The space bar presses the button that has the focus.
  else if (event.key.length === 1 && (typed || event.key !== " ")) character(event, fast);
}

function enter(event, fast) {
  if (fast && typed.length >= shortest) {
    swallow(event);
    bench.invokeMethodAsync("Scanned", typed);
    forget();
    return;
  }
  handOn();
  const done = document.querySelector("[data-bench-done]");
  if (!done || !event.target.matches("body, h1, main")) return;
  swallow(event);
  done.click();
}

function character(event, fast) {
  if (!fast) handOn();
  swallow(event);
  const field = isTyping(document.activeElement);
  if (field) return write(field, event.key);
  typed += event.key;
  last = event.timeStamp;
  clearTimeout(timer);
  timer = setTimeout(handOn, gap + patience);
}

/** What no Enter ended was typed by hand: a number goes into its field, a lone key means what it means everywhere. */
function handOn() {
  const text = typed;
  forget();
  const field = document.querySelector("[data-bench-entry]");
  if (field && /^r/i.test(text)) {
    field.focus();
    write(field, text);
  } else if (text.length === 1) {
    handingOn = true;
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: text, bubbles: true, cancelable: true }));
    handingOn = false;
  }
}

// Without an event: the page would answer by writing what it heard over what was typed since.
function write(field, text) {
  field.value += text;
}

function forget() {
  clearTimeout(timer);
  typed = "";
  last = -Infinity;
}

function swallow(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

const tones = {
  good: [[880, 0, .09, "sine"]],
  done: [[660, 0, .09, "sine"], [990, .1, .16, "sine"]],
  bad: [[196, 0, .16, "square"], [196, .2, .22, "square"]],
};

/** Sounds once somebody has touched the page; before that no browser lets it. */
export function sound(name) {
  if (!navigator.userActivation?.hasBeenActive) return;
  audio ??= new AudioContext();
  for (const [pitch, after, lasts, shape] of tones[name]) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const from = audio.currentTime + after;
    tone.type = shape;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(shape === "square" ? .08 : .2, from);
    volume.gain.exponentialRampToValueAtTime(.001, from + lasts);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + lasts);
  }
}

// What the console remembers in this browser: open drawers, where it was scrolled, a note that was begun; and its sound.
const kept = (name) => `palabre.console.${name}`;
const frame = () => document.querySelector('.console-grid');

function toggled(button, on) {
  document.documentElement.dataset[button.dataset.toggle] = on ? 'on' : 'off';
  button.setAttribute('aria-pressed', String(on));
}

function recall() {
  for (const button of document.querySelectorAll('[data-toggle]')) toggled(button, localStorage.getItem(kept(button.dataset.toggle)) === 'on');
  const tab = localStorage.getItem(kept('tab'));
  const wanted = tab && document.querySelector(`[data-tab="${CSS.escape(tab)}"]`);
  if (wanted) wanted.click();
  fillIn();
  new MutationObserver(fillIn).observe(document.body, { childList: true, subtree: true });
  frame().dispatchEvent(new CustomEvent('zone', { detail: Intl.DateTimeFormat().resolvedOptions().timeZone }));
}

// A field gets what was begun in it as soon as it is there, and again when the page draws it anew
const filled = new WeakSet();
function fillIn() {
  for (const field of document.querySelectorAll('[data-draft]')) {
    if (filled.has(field)) continue;
    filled.add(field);
    const begun = sessionStorage.getItem(draft(field));
    if (begun && !field.value) field.value = begun;
  }
}

document.addEventListener('click', (event) => {
  const toggle = event.target.closest('[data-toggle]');
  if (toggle) {
    const on = toggle.getAttribute('aria-pressed') !== 'true';
    toggled(toggle, on);
    localStorage.setItem(kept(toggle.dataset.toggle), on ? 'on' : 'off');
    if (toggle.dataset.toggle === 'sound' && on) chime();
  }
  const tab = event.target.closest('[data-tab]');
  if (tab) localStorage.setItem(kept('tab'), tab.dataset.tab);
});

const draft = (field) => kept(`${frame().dataset.code}.${field.dataset.draft}`);
document.addEventListener('input', (event) => {
  if (event.target.dataset.draft) sessionStorage.setItem(draft(event.target), event.target.value);
});
document.addEventListener('reset', (event) => {
  for (const field of event.target.querySelectorAll('[data-draft]')) sessionStorage.removeItem(draft(field));
});

// Where the middle was scrolled, step by step
const place = (sheet) => kept(`${frame().dataset.code}.${sheet.dataset.place}.scrolled`);
document.addEventListener('scroll', (event) => {
  if (event.target.dataset && event.target.dataset.place) sessionStorage.setItem(place(event.target), event.target.scrollTop);
}, { capture: true, passive: true });

/** As soon as the sheet is as long as it was. */
function scrollBack(tries = 40) {
  const sheet = document.querySelector('.stage-sheet');
  const where = sheet && sheet.dataset.place ? Number(sessionStorage.getItem(place(sheet))) : 0;
  if (!where) return;
  if (sheet.scrollHeight - sheet.clientHeight >= where || tries === 0) sheet.scrollTop = where;
  else setTimeout(() => scrollBack(tries - 1), 50);
}

// A soft sound when the time is over, for whoever wants it
let sounds = null, over = true;

function chime() {
  sounds = sounds || new AudioContext();
  sounds.resume();
  for (const [pitch, after] of [[523, 0], [659, 0.35]]) {
    const tone = sounds.createOscillator(), volume = sounds.createGain(), start = sounds.currentTime + after;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.2, start + 0.04);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 1.6);
    tone.connect(volume).connect(sounds.destination);
    tone.start(start);
    tone.stop(start + 1.7);
    document.documentElement.dataset.chimed = String(Number(document.documentElement.dataset.chimed || 0) + 1);
  }
}

function listen() {
  const ring = document.querySelector('.step-head .ring'), now = !ring || ring.classList.contains('over');
  if (now && !over && ring && document.documentElement.dataset.sound === 'on') chime();
  over = now;
}

// In a narrow window the agenda is a strip: the running step stays in sight, unless somebody goes through the strip by keys
let seen = '';
function follow() {
  const sheet = document.querySelector('.stage-sheet'), now = document.querySelector('.step.now');
  const place = (sheet && sheet.dataset.place) || '';
  const among = now && now.closest('.steps').contains(document.activeElement);
  if (now && !among && place !== seen) now.scrollIntoView({ block: 'nearest', inline: 'center' });
  seen = place;
}

const waiting = setInterval(() => {
  if (!frame() || !document.querySelector('.next')) return;
  clearInterval(waiting);
  recall();
  scrollBack();
  setInterval(listen, 500);
  setInterval(follow, 500);
}, 50);

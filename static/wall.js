// A wall whose content always fits: letters as large as they can be, never below 1/40 of the height; what is more goes by in pages.
const SMALLEST = 0.7, TURN_MS = 9000;
const LISTS = '.piece .cards, .piece .bars, .piece .turns, .piece .outline, .piece .words'; // inside a block, whose kind may bear such a name too

let screen = null, first = 0, shown = Infinity, waiting = false;

const fits = () => screen.scrollHeight <= screen.clientHeight + 1 && screen.scrollWidth <= screen.clientWidth + 1;
const sized = (fit) => { screen.style.setProperty('--fit', fit); return fits(); };

function largest(low, high, steps, works) {
  for (let step = 0; step < steps; step += 1) {
    const middle = (low + high) / 2;
    if (works(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function fit() {
  for (const one of screen.querySelectorAll('[data-away]')) delete one.dataset.away;
  shown = Infinity;
  said('');
  if (sized(1)) return;
  if (sized(SMALLEST)) {
    sized(largest(SMALLEST, 1, 6, sized));
    return;
  }
  page();
  if (!fits()) sized(largest(0.3, SMALLEST, 6, sized)); // one long text: better small than cut off
}

function page() {
  const lists = [...screen.querySelectorAll(LISTS)].filter((list) => list.children.length > 1);
  const [list] = lists.sort((a, b) => b.scrollHeight - a.scrollHeight);
  if (!list) return;
  const all = [...list.children];
  if (first >= all.length) first = 0;
  const only = (count) => {
    all.forEach((one, place) => one.toggleAttribute('data-away', place < first || place >= first + count));
    return fits();
  };
  shown = Math.max(1, Math.floor(largest(1, all.length - first + 1, 8, (count) => only(Math.floor(count)))));
  only(shown);
  said(`${first + 1}–${Math.min(first + shown, all.length)} / ${all.length}`);
}

function said(text) {
  const line = document.querySelector('.running .foot > p');
  if (line && text) line.dataset.page = text;
  else if (line) delete line.dataset.page;
}

function soon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; fit(); });
}

function turn() {
  first = shown === Infinity ? 0 : first + shown;
  if (shown !== Infinity) soon();
}

function watch() {
  screen = document.querySelector('.wall .screen');
  if (!screen) {
    setTimeout(watch, 100);
    return;
  }
  new MutationObserver(soon).observe(screen, { childList: true, subtree: true, characterData: true });
  new ResizeObserver(soon).observe(screen);
  document.fonts.ready.then(soon);
  setInterval(turn, TURN_MS);
  soon();
}

watch();

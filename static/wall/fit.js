// Everything fits: letters become smaller down to 1/40 of the height (the sheet sees to that), then a map sheds leaves, then lists turn pages.
const SIZES = [1, 0.94, 0.88, 0.82, 0.76, 0.7], TINY = [0.6, 0.5, 0.4, 0.3];
const LISTS = '.cards > .card, .bars > .bar, .turns > .turn, .outline > .entry, .words > .word, .options > .option';
let book = null; // the list that goes by in pages: its items, where each page starts, which page is open

const fits = (area) => area.scrollHeight <= area.clientHeight + 1 && area.scrollWidth <= area.clientWidth + 1;

export function fit(area) {
  const open = book?.open ?? 0;
  for (const one of area.querySelectorAll('[data-away]')) delete one.dataset.away;
  book = null;
  area.classList.remove('tiny');
  const works = (size) => { area.style.setProperty('--fit', size); return fits(area); };
  if (!SIZES.some(works) && !shed(area)) {
    book = bound(area);
    if (book) show(Math.min(open, book.starts.length - 1));
    if (!fits(area)) { // one long text: better small than cut off
      area.classList.add('tiny');
      TINY.some(works);
    }
  }
  told();
}

// Turns the page of what does not fit at once; whether there was one to turn.
export function turn() {
  if (!book || book.starts.length < 2) return false;
  book.open = (book.open + 1) % book.starts.length;
  return true;
}

function shed(area) {
  const groups = [...area.querySelectorAll('.group')].map((group) => [...group.querySelectorAll('.leaf')]);
  while (!fits(area)) {
    const [most] = groups.sort((a, b) => b.length - a.length);
    if (!most?.length) return false;
    most.pop().dataset.away = '';
  }
  return true;
}

function bound(area) {
  const lists = new Map();
  for (const one of area.querySelectorAll(LISTS)) lists.set(one.parentElement, [...(lists.get(one.parentElement) ?? []), one]);
  const [list] = [...lists].filter(([, all]) => all.length > 1).sort(([a], [b]) => b.scrollHeight - a.scrollHeight);
  if (!list) return null;
  const made = { area, all: list[1], starts: [0], open: 0 };
  for (let first = 0; first < made.all.length;) {
    first += most(made.all.length - first, (count) => { only(made, first, first + count); return fits(area); });
    if (first < made.all.length) made.starts.push(first);
  }
  return made;
}

function most(all, works) {
  let low = 1, high = all;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (works(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function only({ area, all }, first, end) {
  all.forEach((one, place) => one.toggleAttribute('data-away', place < first || place >= end));
  area.querySelectorAll('.cards > .more').forEach((one) => one.toggleAttribute('data-away', end < all.length));
}

function show(open) {
  book.open = open;
  only(book, book.starts[open], book.starts[open + 1] ?? book.all.length);
}

function told() {
  const line = document.querySelector('.running .turning');
  if (line) line.dataset.page = book && book.starts.length > 1 ? `${book.open + 1} / ${book.starts.length}` : '';
}

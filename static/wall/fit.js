// Everything fits: letters become smaller down to 1/40 of the height (the sheet sees to that), then a map sheds leaves, then lists turn pages.
const LARGE = [1.4, 1.3, 1.2, 1.1], SIZES = [1, 0.94, 0.88, 0.82, 0.76, 0.7], TINY = [0.6, 0.5, 0.4, 0.3];
const LISTS = '.cards > .card, .bars > .bar, .turns > .turn, .outline > .entry, .words > .word, .table-list > .table-card, .mind:not(.zoomed) .group, .zoomed .leaf';
let book = null; // what goes by in pages: all that is in lists, where each page starts, which page is open

const fits = (area) => area.scrollHeight <= area.clientHeight + 1 && area.scrollWidth <= area.clientWidth + 1;

export function fit(area) {
  const before = book;
  for (const one of area.querySelectorAll('[data-away]')) delete one.dataset.away;
  book = null;
  area.classList.remove('tiny');
  const works = (size) => { area.style.setProperty('--fit', size); return fits(area); };
  const grows = area.matches('.screen') && !area.querySelector('.cards.flow'); // where cards flow in, letters do not shrink with each
  if (!(grows && LARGE.some(works)) && !SIZES.some(works) && !shed(area)) {
    book = bound(area);
    if (book) show(before?.all[0] === book.all[0] ? Math.min(before.open, book.starts.length - 1) : 0);
    if (!fits(area)) { // one long text: better small than cut off
      area.classList.add('tiny');
      TINY.some(works);
    }
  }
  trim(area);
  told();
}

// Turns the page of what does not fit at once; whether there was one to turn.
export function turn() {
  if (!book || book.starts.length < 2) return false;
  book.open = (book.open + 1) % book.starts.length;
  return true;
}

// In a row of a map, what would be cut off is not there: the count of the group says how many there are.
function trim(area) {
  for (const list of area.querySelectorAll('.mind:not(.zoomed) .leaves')) {
    const end = list.getBoundingClientRect().bottom + 1, cut = [...list.children].filter((one) => one.getBoundingClientRect().bottom > end);
    for (const one of cut) one.dataset.away = '';
  }
}

function shed(area) {
  const groups = [...area.querySelectorAll('.mind:not(.zoomed) .group')].map((group) => [...group.querySelectorAll('.leaf')]);
  while (!fits(area)) {
    const [most] = groups.sort((a, b) => b.length - a.length);
    if (!most?.length) return false;
    most.pop().dataset.away = '';
  }
  return true;
}

function bound(area) {
  const all = [...area.querySelectorAll(LISTS)];
  if (all.length < 2) return null;
  const made = { area, all, starts: [0], open: 0 };
  for (let first = 0; first < all.length;) {
    first += most(all.length - first, (count) => { only(made, first, first + count); return fits(area); });
    if (first < all.length) made.starts.push(first);
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
  const pieces = new Map();
  all.forEach((one, place) => {
    const here = place >= first && place < end, piece = one.closest('.piece');
    one.toggleAttribute('data-away', !here);
    pieces.set(piece, here || pieces.get(piece));
  });
  for (const [piece, here] of pieces) piece.toggleAttribute('data-away', !here); // no title over nothing
  area.querySelectorAll('.piece > .more').forEach((one) => one.toggleAttribute('data-away', end < all.length));
}

function show(open) {
  book.open = open;
  only(book, book.starts[open], book.starts[open + 1] ?? book.all.length);
}

function told() {
  const line = document.querySelector('.running .turning');
  if (line) line.dataset.page = book && book.starts.length > 1 ? `${book.open + 1} / ${book.starts.length}` : '';
}

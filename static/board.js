// A board by keys: arrows go from card to card, Alt and an arrow moves the card into the group beside it, M opens what else can be done.
const within = (element, what) => (element && element.closest ? element.closest(what) : null);
const cards = (pile) => [...pile.querySelectorAll('.card')];
const piles = (pile) => [...pile.closest('.piles').querySelectorAll('.pile:not(.new)')];
const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

let moving = null;

document.addEventListener('keydown', (event) => {
  if (moving && STEPS[event.key]) return taken(event, () => {});
  const card = within(event.target, '.pile .card'), step = STEPS[event.key];
  if (within(event.target, '.board-tools') && event.key === 'Escape') back();
  if (!card || event.ctrlKey || event.metaKey) return;
  if (step) return taken(event, event.altKey ? () => push(card, step[0]) : () => walk(card, ...step));
  if (event.key.toLowerCase() === 'm' && !event.altKey) taken(event, () => menu(card));
  if (event.key === 'Escape') back();
}, true);

function taken(event, act) {
  event.preventDefault();
  event.stopPropagation();
  act();
}

function walk(card, sideways, down) {
  const pile = card.closest('.pile'), own = cards(pile), all = piles(pile);
  if (down) return own[own.indexOf(card) + down]?.focus();
  for (let place = all.indexOf(pile) + sideways; all[place]; place += sideways) {
    const others = cards(all[place]);
    if (others.length) return others[Math.min(own.indexOf(card), others.length - 1)].focus();
  }
}

function push(card, sideways) {
  const pile = card.closest('.pile'), all = piles(pile), target = all[all.indexOf(pile) + sideways];
  if (!sideways || !target) return;
  const data = new DataTransfer();
  data.setData('text/plain', card.dataset.card);
  follow(card, pile);
  target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}

// The card is drawn anew where it comes, and has the focus again; where only some cards of a group are shown, the next one has it.
// Until then arrows do nothing: none of them may press Next because the focus is nowhere.
function follow(card, before) {
  const place = cards(before).indexOf(card), id = card.dataset.card;
  let next = null;
  const seen = new MutationObserver(() => {
    const moved = document.querySelector(`.pile .card[data-card="${CSS.escape(id)}"]`);
    if (moved && moved.closest('.pile') !== before) end(moved);
    else if (!moved && !next) setTimeout(rest, 500);
  });
  const rest = () => {
    if (moving !== seen) return;
    moving = null;
    next = cards(before)[place] || cards(before).pop();
    next?.focus();
  };
  const end = (there) => {
    seen.disconnect();
    if (moving === seen) moving = null;
    if (there && [card, next, null, document.body].includes(document.activeElement)) there.focus();
  };
  moving = seen;
  seen.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => end(card.isConnected ? card : null), 20000);
}

function menu(card) {
  if (card.getAttribute('aria-pressed') !== 'true') card.click();
  const tools = document.querySelector('.board-tools'), first = () => [...tools.querySelectorAll('button')].find((one) => one.offsetParent);
  const seen = new MutationObserver(() => {
    if (!first() || card.getAttribute('aria-pressed') !== 'true') return;
    seen.disconnect();
    first().focus();
  });
  if (card.getAttribute('aria-pressed') === 'true' && first()) first().focus();
  else seen.observe(tools.parentElement, { childList: true, subtree: true, attributes: true });
}

function back() {
  const chosen = document.querySelector('.pile .card[aria-pressed="true"]');
  if (!chosen) return;
  chosen.click();
  chosen.focus();
}

// What stands elsewhere than before goes there, and what is new appears: nobody has to look for a card that jumped.
const MOVING = '.card, .bar, .option, .word, .turn, .group, .leaf, .tie, .table-card', MS = 600, EASE = 'cubic-bezier(.2, .7, .2, 1)';
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let seen = new Map();

const key = (one) => one.dataset.key ?? one.id;

// Where it stands, whatever is moving just now.
export function place(one, area) {
  let x = 0, y = 0;
  for (let at = one; at && at !== area; at = at.offsetParent) [x, y] = [x + at.offsetLeft, y + at.offsetTop];
  return [x, y];
}

export function move(area, known) {
  const now = new Map(), came = [];
  for (const one of area.querySelectorAll(MOVING)) {
    if (one.offsetParent === null) continue;
    const [x, y] = place(one, area), before = seen.get(key(one));
    now.set(key(one), [x, y]);
    if (calm.matches || !known) continue;
    if (!before) came.push(one);
    else if (!one.matches('.leaf') && Math.abs(before[0] - x) + Math.abs(before[1] - y) > 2) slide(one, before[0] - x, before[1] - y);
  }
  for (const one of came) one.animate([{ opacity: 0 }, { opacity: 1 }], { duration: MS, easing: EASE });
  seen = now;
}

function slide(one, x, y) {
  const frames = [{ transform: `translate(${x}px, ${y}px)` }, { transform: 'translate(0, 0)' }];
  one.animate(frames, { duration: MS, easing: EASE, composite: 'add' });
}

// The wall draws itself to the room: letters as large as they fit, pages that turn, things that move to where they now belong.
import { fit, turn } from './fit.js';
import { move } from './motion.js';
import { keepTheLine } from './line.js';
import './keys.js';

const TURN_MS = 9000, PAUSE_MS = 250;
let area = null, waiting = 0;

const shown = () => [...document.querySelectorAll('.wall .screen, .wall .welcome')].find((one) => one.offsetParent !== null);

function settle() {
  waiting = 0;
  const now = shown();
  if (!now) return;
  fit(now);
  move(now, now === area);
  area = now;
}

function soon() {
  waiting ||= setTimeout(settle, document.hidden ? PAUSE_MS : 0);
}

const quiet = (one) => one.target.nodeType === 1 && one.target.closest('.ring');
const counts = (one) => !quiet(one) && !one.target.parentElement?.closest('.ring');

function start() {
  const stage = document.querySelector('.wall .stage');
  if (!stage) return void setTimeout(start, 50);
  const changes = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['class'] };
  new MutationObserver((all) => { if (all.some(counts)) soon(); }).observe(stage, changes);
  new ResizeObserver(soon).observe(stage);
  document.fonts.ready.then(soon);
  setInterval(() => { if (turn()) settle(); }, TURN_MS);
  keepTheLine();
  soon();
}

start();

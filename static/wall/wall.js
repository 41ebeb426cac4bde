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
  watch.takeRecords(); // what it changed itself is no reason to begin again
}

function soon() {
  waiting ||= setTimeout(settle, document.hidden ? PAUSE_MS : 0);
}

const quiet = (one) => one.target.nodeType === 1 && one.target.closest('.ring');
const counts = (one) => !quiet(one) && !one.target.parentElement?.closest('.ring');
const watch = new MutationObserver((all) => { if (all.some(counts)) soon(); });

function start() {
  const stage = document.querySelector('.wall .stage');
  if (!stage) return void setTimeout(start, 50);
  const changes = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['class'] };
  watch.observe(stage, changes);
  new ResizeObserver(soon).observe(stage);
  stage.addEventListener('load', soon, true); // a picture has come
  document.fonts.ready.then(soon);
  setInterval(() => { if (turn()) settle(); }, TURN_MS);
  keepTheLine();
  soon();
}

start();

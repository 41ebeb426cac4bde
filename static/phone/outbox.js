/**
 * Commands in the order in which they were given, kept until the workshop has acknowledged them; one is under way at a time.
 * Each lies under a key of its own, so that two tabs never overwrite each other; the workshop knows a command by its id.
 */
import { atLeast } from "./pace.js";

const LATE = 1500;
const BEAT = 2000;

/** Whether an answer only puts off what was asked. */
export const putOff = ({ code }) => code === "try-again" || code === "too-fast";

/** When to ask again after such an answer, in ms. */
export const pauseAfter = ({ after }) => atLeast(Math.min(after ?? 1000, 60_000));

/** `deliver(item, then)` sends one, if it can; `settled(item, answer)` hears the last word on one; `changed` is for drawing. */
export function openOutbox({ shelf, tab, deliver, settled, changed }) {
  const outbox = { shelf, tab, deliver, settled, changed, items: [], moved: 0, underWay: false, resting: false, beat: null };
  addEventListener("pagehide", tab.gone);
  addEventListener("pageshow", () => outbox.items.length && tick(outbox));
  shelf.listen((key) => key.startsWith("out.") && (refresh(outbox), changed()));
  refresh(outbox);
  return {
    items: () => outbox.items,
    put: (item) => put(outbox, item),
    flush: () => flush(outbox),
    /** Whether something waits and nothing has moved for a while. */
    late: () => outbox.items.length > 0 && performance.now() - outbox.moved >= LATE,
    /** Whether one waits for so long that it is worth showing. */
    lingers: ({ at }) => Math.abs(Date.now() - at) >= LATE,
    /** Whether what waits outlives the page. */
    safe: () => shelf.safe("out."),
  };
}

function refresh(outbox) {
  const { shelf, items } = outbox;
  outbox.items = shelf.keys("out.").map((key) => ({ ...shelf.read(key), key })).filter(({ id }) => id);
  if (items.length === 0 || outbox.items.length < items.length) {
    outbox.moved = performance.now();
  }
  watch(outbox);
  setTimeout(outbox.changed, LATE + 10); // what has not moved by then is drawn as late
}

function watch(outbox) {
  if (outbox.items.length > 0 && !outbox.beat) outbox.beat = setInterval(() => tick(outbox), BEAT);
  if (outbox.items.length > 0 || !outbox.beat) return;
  clearInterval(outbox.beat);
  outbox.beat = null;
  outbox.tab.gone();
}

function tick(outbox) {
  outbox.tab.here();
  flush(outbox);
}

function put(outbox, item) {
  const { items, shelf, tab } = outbox;
  const last = items.length > 0 ? Number(items[items.length - 1].key.split(".")[1]) : 0;
  tab.here();
  shelf.write(`out.${String(last + 1).padStart(9, "0")}.${item.id}`, { ...item, tab: tab.me });
  refresh(outbox);
  flush(outbox);
}

function flush(outbox) {
  if (outbox.underWay || outbox.resting) return;
  const item = outbox.items.find(({ tab }) => outbox.tab.sends(tab));
  if (item) outbox.underWay = outbox.deliver(item, (answer) => answered(outbox, item, answer));
}

function answered(outbox, item, answer) {
  outbox.underWay = false;
  if (!answer) return;
  if (putOff(answer)) return rest(outbox, pauseAfter(answer));
  outbox.shelf.write(item.key, undefined);
  refresh(outbox);
  outbox.settled(item, answer);
  flush(outbox);
}

function rest(outbox, ms) {
  outbox.resting = true;
  setTimeout(() => {
    outbox.resting = false;
    flush(outbox);
  }, ms);
}

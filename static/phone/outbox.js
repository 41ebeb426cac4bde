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
export const pauseAfter = ({ after }) => atLeast(Math.min(Math.max(after ?? 1000, 100), 60_000));

/** `deliver(item, then)` sends one, if it can; `settled(item, answer)` hears the last word on one; `changed` is for drawing. */
export function openOutbox({ shelf, tab, deliver, settled, changed }) {
  const outbox = { shelf, tab, deliver, settled, changed, items: [], underWay: false, resting: false, beat: null };
  addEventListener("pagehide", tab.gone);
  addEventListener("pageshow", ({ persisted }) => persisted && look(outbox)); // another tab may have sent it meanwhile
  shelf.listen((key) => key.startsWith("out.") && look(outbox));
  refresh(outbox);
  return {
    items: () => outbox.items,
    put: (item) => put(outbox, item),
    flush: () => flush(outbox),
    /** Sees what lies there now. */
    look: () => look(outbox),
    /** Whether one has not been acknowledged for so long that it counts as waiting. */
    late: ({ at }) => Math.abs(Date.now() - at) >= LATE,
    /** Whether what waits outlives the page. */
    safe: () => shelf.safe("out."),
  };
}

function refresh(outbox) {
  const { shelf } = outbox;
  outbox.items = shelf.keys("out.").map((key) => ({ ...shelf.read(key), key })).filter(({ id }) => id);
  watch(outbox);
  setTimeout(outbox.changed, LATE + 10);
}

function look(outbox) {
  refresh(outbox);
  outbox.changed();
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

/** What somebody does here: commands that go out, what became of them, and what is given back when one is refused. */
import { newId } from "./ids.js";
import { openOutbox } from "./outbox.js";
import { t } from "./words.js";

const PATIENCE = 8000;
const LONGEST = 15_000; // bytes; a server hangs up on what is longer than 16 KB
const FRESH = 3000;
/** The block of a screen with one's own hand: the menu draws it. */
export const MY_HAND = "my-hand";
const BESIDE_STEPS = ["RaiseHand", "LowerHand"];

/** The deeds of a line; `changed` is for drawing. */
export function openDeeds(line, changed) {
  const deeds = { line, changed, outcomes: new Map(), sentAt: -Infinity };
  deeds.outbox = openOutbox({
    shelf: line.shelf, tab: line.tab, changed,
    deliver: (item, then) => deliver(line, item, then),
    settled: (item, answer) => settled(deeds, item, answer),
  });
  line.shelf.listen((key, last) => key === "settled" && last && learnt(deeds, last));
  return {
    outbox: deeds.outbox,
    send: (source, name, args, texts) => send(deeds, { name, args, source, texts }),
    /** "sent" or "refused"; nothing while it waits. */
    outcome: (id) => deeds.outcomes.get(id),
    /** Whether something was sent a moment ago. */
    fresh: () => performance.now() - deeds.sentAt < FRESH,
  };
}

/** Puts a command in the outbox and answers its id; "" where it is too long. `texts` are the drafts that it was made of, by their keys. */
function send({ line, outbox, changed }, command) {
  if (new Blob([JSON.stringify(command.args)]).size > LONGEST) {
    line.complain(t("This is too long to be sent. Please make it shorter."));
    return "";
  }
  const id = newId();
  const activity = BESIDE_STEPS.includes(command.name) ? null : (line.state.screen?.activity ?? null);
  outbox.put({ id, at: Date.now(), activity, ...command });
  changed();
  return id;
}

function deliver({ ready, carrier }, { id, activity, name, args }, then) {
  if (ready) carrier.emit("do", { id, activity, name, args }, PATIENCE, then);
  return ready;
}

function settled(deeds, item, answer) {
  const { line } = deeds;
  const last = { id: item.id, outcome: answer.ok ? "sent" : "refused" };
  line.shelf.write("settled", last); // the other tabs hear it
  learnt(deeds, last);
  if (answer.ok) return;
  const lost = Object.entries(item.texts ?? {}).filter(([key, text]) => !giveBack(line, key, text));
  line.complain(answer.message, lost.map(([, text]) => text).filter((text) => typeof text === "string"));
}

function learnt(deeds, { id, outcome }) {
  deeds.outcomes.set(id, outcome);
  if (outcome === "sent") deeds.sentAt = performance.now();
  setTimeout(deeds.changed, FRESH + 10);
  deeds.changed();
}

/** Whether a text is in its field again; another one may be written there by now, or the field is gone. */
function giveBack({ drafts, state }, key, text) {
  const free = !drafts.read(key);
  if (free) drafts.write(key, text);
  return free && key.startsWith(`${state.screen?.activity}/`);
}

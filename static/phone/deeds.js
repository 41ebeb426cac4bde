/** What somebody does here: commands that go out, what became of them, and what is given back when one is refused. */
import { newId } from "./ids.js";
import { openOutbox } from "./outbox.js";
import { t } from "./words.js";

const PATIENCE = 8000;
const LONGEST = 15_000; // bytes; a server hangs up on what is longer than 16 KB
const FRESH = 3000;

/** The deeds of a line; `texts` of a command are the drafts that it was made of, by their keys. */
export function openDeeds(line, changed) {
  const outcomes = new Map();
  const outbox = openOutbox({ shelf: line.shelf, tab: line.tab, deliver, settled, changed });
  line.shelf.listen((key, settled) => key === "settled" && settled && learnt(settled.id, settled.outcome));

  function deliver({ id, activity, name, args }, then) {
    if (line.ready) line.carrier.emit("do", { id, activity, name, args }, PATIENCE, then);
    return line.ready;
  }

  function settled(item, answer) {
    const outcome = answer.ok ? "sent" : "refused";
    line.shelf.write("settled", { id: item.id, outcome }); // the other tabs hear it
    learnt(item.id, outcome);
    if (answer.ok) return;
    const lost = Object.entries(item.texts ?? {}).filter(([key, text]) => !giveBack(line, key, text));
    line.complain(answer.message, lost.map(([, text]) => text).filter((text) => typeof text === "string"));
  }

  function learnt(id, outcome) {
    outcomes.set(id, outcome);
    if (outcome === "sent") line.sentAt = performance.now();
    setTimeout(changed, FRESH + 10);
    changed();
  }

  function tooLong() {
    line.complain(t("This is too long to be sent. Please make it shorter."));
    return "";
  }

  return {
    outbox,
    /** Puts a command in the outbox and answers its id; "" where it is too long to be sent. */
    send(source, name, args, texts) {
      const id = newId();
      if (new Blob([JSON.stringify(args)]).size > LONGEST) return tooLong();
      outbox.put({ id, at: Date.now(), activity: line.state.screen?.activity ?? null, name, args, source, texts });
      changed();
      return id;
    },
    /** "sent" or "refused"; nothing while it waits. */
    outcome: (id) => outcomes.get(id),
    /** Whether something was sent a moment ago. */
    fresh: () => performance.now() - line.sentAt < FRESH,
  };
}

/** Whether a text is in its field again; another one may be written there by now, or the field is gone. */
function giveBack({ drafts, state }, key, text) {
  const free = !drafts.read(key);
  if (free) drafts.write(key, text);
  return free && key.startsWith(`${state.screen?.activity}/`);
}

/** The way in: the secret by which the workshop knows this phone, and the wish to come in, kept until it was heard. */
import { heardAfterAll } from "./exit.js";
import { newId } from "./ids.js";
import { pauseAfter, putOff } from "./outbox.js";

const PATIENCE = 8000;

/** The secret to show; a phone that never came in has none that is worth keeping. */
export const tokenOf = (line) => line.token ?? line.shelf.read("token");

/** Comes in, or says the language anew; without a network as soon as there is one. */
export function comeIn(line, wanted) {
  line.tab.here();
  line.shelf.write("entry", { id: newId(), tab: line.tab.me, wanted: { ...wanted, accepts: true } });
  line.shelf.write("token", tokenOf(line)); // before it is known there: the answer may get lost
  line.resume();
  line.update({});
}

/** Whether somebody wants to come in here and was not heard yet. */
export function entering(line) {
  const entry = line.shelf.read("entry");
  return entry !== undefined && line.tab.sends(entry.tab);
}

/** Says the wish to come in. */
export function enter(line) {
  const { id, wanted } = line.shelf.read("entry");
  if (line.entering || !line.state.up) return;
  line.entering = true;
  line.carrier.emit("join", wanted, PATIENCE, (answer) => {
    line.entering = false;
    if (!answer) return;
    if (putOff(answer)) return void setTimeout(line.resume, pauseAfter(answer));
    if (line.shelf.read("entry")?.id === id) line.shelf.write("entry", undefined);
    if (answer.ok) entered(line, wanted.table);
    else line.complain(answer.message);
    line.resume();
  });
}

function entered(line, table) {
  line.ready = true;
  line.shelf.write("entered", Date.now()); // the other tabs hear it
  line.update({ inside: true, table: table ?? line.state.table });
}

/** The line is open, and the workshop says who we are. */
export function welcomed(line, welcome) {
  const { token, joined, now, table } = welcome;
  if (line.state.goodbye || heardAfterAll(line, welcome)) return line.carrier.close();
  line.token = token;
  if (joined || entering(line)) line.shelf.write("token", token);
  line.ready = Boolean(joined);
  line.update({ up: true, welcome, table, inside: line.ready, drift: now - Date.now(), refusal: null });
  line.resume();
}

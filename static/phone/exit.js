/** The way out: once the workshop has heard it, this phone forgets what it kept of it. */
const PATIENCE = 8000;

/** Leaves, with or without one's words; `failed` hears why not: a refusal, or null where no answer came. */
export function leave(line, erase, failed) {
  if (!line.ready) return failed(null);
  line.shelf.write("leaving", how(erase)); // before it is known there: the answer may get lost
  line.carrier.emit("leave", { erase }, PATIENCE, (answer) => {
    if (answer?.ok) return forget(line, how(erase));
    if (answer) line.shelf.write("leaving", undefined);
    if (!line.state.goodbye) failed(answer);
  });
}

const how = (erase) => (erase ? "erased" : "kept");

/** Whether the workshop does not know this phone any more because it wished to leave: then it forgets too. */
export function heardAfterAll(line, { joined }) {
  const leaving = line.shelf.read("leaving");
  if (!joined && leaving) forget(line, leaving);
  return Boolean(!joined && leaving);
}

/** Forgets the token, the drafts and what waits; the other tabs hear that the token is gone. */
export function forget(line, goodbye) {
  const { shelf, carrier, deeds } = line;
  Object.assign(line.state, { goodbye, screen: null, alerts: [], left: [], refusal: null });
  carrier.close();
  for (const key of ["token", ...shelf.keys("")]) shelf.write(key, undefined); // the token first: no tab brings a draft back after it
  line.drafts.forget();
  line.pictures.forget();
  line.token = undefined;
  deeds.outbox.look();
}

/** Back at the door, as somebody new. */
export function startAnew(line) {
  line.update({ goodbye: "", inside: false, up: null });
  line.carrier.renew();
}

/**
 * Keeps a line open: by socket, and after two rounds in which no socket came through, by plain requests. It comes back by itself,
 * spread over time; while it goes by plain requests it tries the socket beside them once in a while.
 */
import { atLeast, waitAfter } from "./pace.js";
import { openPlain } from "./plain.js";
import { openPulse } from "./pulse.js";
import { openSocket } from "./socket.js";

const ROUNDS = 2;
const SHORT_LIVED = 3000;
const BACK_TO_SOCKET = 60_000;
const FINAL = ["no-such-room", "full"];
const SOCKET_FIRST = ["websocket", "polling"];

/** Keeps the line of a code; `hears` has `welcome`, `screen`, `patch`, `down`, `quiet(yes)`, `refused(refusal)` and `resume`. */
export function openCarrier({ code, auth, version, hears }) {
  const carrier = {
    code, auth, version, hears, line: null, open: false, since: 0, timer: null, held: false,
    failures: 0, rounds: ROUNDS, transports: SOCKET_FIRST,
  };
  carrier.pulse = openPulse({ ask: () => carrier.line.ask(version()), quiet: hears.quiet, dead: () => drop(carrier) });
  addEventListener("offline", () => carrier.open && drop(carrier));
  addEventListener("online", () => wake(carrier, { fresh: true }));
  addEventListener("pageshow", ({ persisted }) => persisted && wake(carrier));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake(carrier));
  attempt(carrier);
  return {
    /** Sends an event; `then` gets its acknowledgement, or null when none came. */
    emit: (event, data, patience, then) => emit(carrier, event, data, patience, then),
    /** Asks for the whole screen. */
    ask: () => carrier.line?.ask(version()),
    retry: () => attempt(carrier),
    /** Closes the line; nothing opens it again but `renew`. */
    close() {
      give(carrier);
      carrier.held = true;
    },
    /** Opens the line anew, at once: who we are has changed. */
    renew() {
      give(carrier);
      attempt(carrier);
    },
  };
}

function attempt(carrier) {
  clearTimeout(carrier.timer);
  carrier.held = false;
  if (!carrier.line) carrier.line = start(carrier, openSocket, carrier.transports);
}

function later(carrier, ms) {
  clearTimeout(carrier.timer);
  carrier.timer = setTimeout(() => attempt(carrier), ms);
}

/** Opens a line; it is in use at once, or, beside one that is open, as soon as it is welcome. */
function start(carrier, way, transports) {
  const { code, auth, hears, pulse } = carrier;
  const line = way({ code, auth, transports, hears: { ...hears, heard, welcome, ended } });
  return line;

  function heard(beat) {
    if (line === carrier.line) pulse.heard(beat);
  }

  function welcome(data) {
    if (line !== carrier.line) give(carrier);
    Object.assign(carrier, { line, open: true, since: performance.now(), rounds: ROUNDS });
    if (way === openPlain) goBackToSocket(carrier);
    pulse.start();
    hears.welcome(data);
  }

  function ended(how) {
    if (line === carrier.line) lost(carrier, way, how);
    else if (carrier.open) goBackToSocket(carrier);
  }
}

function goBackToSocket(carrier) {
  carrier.rounds = 1; // it is known that sockets fail here
  clearTimeout(carrier.timer);
  carrier.timer = setTimeout(() => start(carrier, openSocket, SOCKET_FIRST), atLeast(BACK_TO_SOCKET));
}

function lost(carrier, way, { reached, refusal, broken }) {
  const lived = carrier.open ? performance.now() - carrier.since : 0;
  give(carrier);
  if (refusal) return refused(carrier, refusal);
  if (lived > SHORT_LIVED) return comeBack(carrier);
  carrier.transports = broken && !reached ? [...carrier.transports].reverse() : SOCKET_FIRST;
  carrier.failures += 1;
  const rounds = reached ? 2 * ROUNDS : carrier.rounds;
  if (way === openSocket && carrier.failures >= rounds) carrier.line = start(carrier, openPlain);
  else later(carrier, waitAfter(carrier.failures));
}

function refused(carrier, refusal) {
  carrier.hears.refused(refusal);
  carrier.held = true;
  if (FINAL.includes(refusal.code)) return;
  carrier.failures += 1;
  later(carrier, refusal.after ? atLeast(refusal.after) : waitAfter(carrier.failures));
}

/** Lets go of the line. */
function give(carrier) {
  const { line } = carrier;
  Object.assign(carrier, { line: null, open: false });
  clearTimeout(carrier.timer);
  carrier.pulse.stop();
  line?.close();
  carrier.hears.down();
}

function drop(carrier) {
  give(carrier);
  comeBack(carrier);
}

function comeBack(carrier) {
  carrier.failures = 0;
  later(carrier, waitAfter(0));
}

/** The phone woke up, or has a network again: is the line still there? */
function wake(carrier, { fresh = false } = {}) {
  if (carrier.held) return;
  if (carrier.open) return carrier.pulse.check();
  if (carrier.line && !fresh) return; // it is on its way
  give(carrier);
  carrier.failures = 0;
  later(carrier, Math.random() * 300);
}

function emit(carrier, event, data, patience, then) {
  const { line, pulse, hears } = carrier;
  const asked = performance.now();
  line.emit(event, data, patience, (answer) => {
    then(answer);
    if (answer || line !== carrier.line || !carrier.open) return;
    if (pulse.heardSince(asked)) setTimeout(hears.resume, 1000);
    else drop(carrier);
  });
}

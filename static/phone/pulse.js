/** Listens whether the line still lives: after a heartbeat's silence it is asked, and given up when it does not answer. */
const GRACE = 3000;
const ANSWER = 5000;
const RECENT = 2000;

/** `ask` asks for a sign of life; `quiet(yes)` says when the line is in doubt and when no more; `dead` gives it up. */
export function openPulse({ ask, quiet, dead }) {
  let interval = 25_000;
  let heardAt = 0;
  let doubtful = false;
  let timer = null;
  const silence = () => performance.now() - heardAt;

  function look() {
    const rest = interval + GRACE - silence();
    if (rest > 0) timer = setTimeout(look, rest);
    else question();
  }

  function question(patience = ANSWER) {
    clearTimeout(timer);
    doubt(silence() >= interval);
    const asked = performance.now();
    timer = setTimeout(() => (heardAt >= asked ? look() : dead()), patience);
    ask();
  }

  function doubt(yes) {
    if (doubtful === yes) return;
    doubtful = yes;
    quiet(yes);
  }

  return {
    /** Something came; `beat` is how often something must, in ms, where that was said. */
    heard(beat = interval) {
      interval = beat;
      heardAt = performance.now();
      doubt(false);
    },
    start() {
      heardAt = performance.now();
      clearTimeout(timer);
      look();
    },
    stop() {
      clearTimeout(timer);
      doubt(false);
    },
    /** Asks now, unless something came a moment ago. */
    check: () => silence() > RECENT && question(ANSWER / 2),
    heardSince: (then) => heardAt >= then,
  };
}

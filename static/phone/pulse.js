/** Listens whether the line still lives: after a heartbeat's silence it is asked, and given up when it does not answer. */
const GRACE = 3000;
const ANSWER = 5000;
const RECENT = 2000;

/** `ask` asks for a sign of life; `quiet(yes)` says when the line is in doubt and when no more; `dead` gives it up. */
export function openPulse({ ask, quiet, dead }) {
  const pulse = { ask, quiet, dead, interval: 25_000, heardAt: 0, doubtful: false, timer: null };
  return {
    /** Something came; `interval` is how often something must, in ms, where that was said. */
    heard(interval = pulse.interval) {
      Object.assign(pulse, { interval, heardAt: performance.now() });
      doubt(pulse, false);
    },
    start() {
      pulse.heardAt = performance.now();
      clearTimeout(pulse.timer);
      look(pulse);
    },
    stop() {
      clearTimeout(pulse.timer);
      doubt(pulse, false);
    },
    /** Asks now, unless something came a moment ago. */
    check: () => silence(pulse) > RECENT && question(pulse, ANSWER / 2),
    heardSince: (then) => pulse.heardAt >= then,
  };
}

const silence = ({ heardAt }) => performance.now() - heardAt;

function look(pulse) {
  const rest = pulse.interval + GRACE - silence(pulse);
  if (rest > 0) pulse.timer = setTimeout(() => look(pulse), rest);
  else question(pulse, ANSWER);
}

function question(pulse, patience) {
  const asked = performance.now();
  clearTimeout(pulse.timer);
  doubt(pulse, silence(pulse) >= pulse.interval);
  pulse.timer = setTimeout(() => (pulse.heardAt >= asked ? look(pulse) : pulse.dead()), patience);
  pulse.ask();
}

function doubt(pulse, yes) {
  if (pulse.doubtful === yes) return;
  pulse.doubtful = yes;
  pulse.quiet(yes);
}

/** The line to the workshop: the screens that come in, the commands that go out, and what this phone keeps meanwhile. */
import { openCarrier } from "./carrier.js";
import { openDeeds } from "./deeds.js";
import { openDrafts } from "./drafts.js";
import { comeIn, enter, entering, tokenOf, welcomed } from "./entrance.js";
import { forget, leave, startAnew } from "./exit.js";
import { newId } from "./ids.js";
import { openPictures } from "./pictures.js";
import { nextScreen } from "./screen.js";
import { openShelf } from "./shelf.js";
import { openTab } from "./tabs.js";

const SOON = 2000;

/** Opens the line to the workshop with that code; `changed` is called whenever there is something new to draw. */
export function openLine(code, changed) {
  const shelf = openShelf(`palabre.${code}.`);
  // inside and up: null as long as it is not known
  const state = { up: null, quiet: false, inside: shelf.read("token") ? null : false, screen: null, welcome: null, refusal: null,
    alerts: shelf.read("alerts") ?? [], left: [], drift: 0, goodbye: "", table: "" };
  const line = { shelf, state, tab: openTab(shelf), drafts: openDrafts(shelf), ready: false, entering: false };
  line.update = (change) => (Object.assign(state, change), changed());
  line.complain = (message, texts) => alert(line, [...state.alerts, { id: newId(), message, texts }]);
  line.resume = () => (entering(line) ? enter(line) : line.deeds.outbox.flush());
  line.deeds = openDeeds(line, changed);
  line.pictures = openPictures(line, code, changed);
  const auth = () => ({ code, token: tokenOf(line) });
  line.carrier = openCarrier({ code, auth, version: () => state.screen?.v ?? 0, hears: ears(line) });
  shelf.listen((key) => key === "entered" && state.inside === false && follow(line, shelf.read("token")));
  shelf.listen((key, value) => key === "token" && value === undefined && line.ready && forget(line, "kept"));
  setTimeout(() => state.up === null && line.update({ up: false }), SOON);
  return face(line);
}

function ears(line) {
  return {
    welcome(welcome) {
      welcomed(line, welcome);
      line.pictures.wake();
    },
    screen: (screen) => shown(line, { shared: {}, mine: {}, ...screen }),
    patch(change) {
      const screen = nextScreen(line.state.screen, change);
      if (screen) shown(line, screen);
      else line.carrier.ask();
    },
    down() {
      line.ready = false;
      if (line.state.up) line.update({ up: false });
    },
    quiet: (quiet) => line.update({ quiet }),
    refused: (refusal) => line.update({ up: false, refusal }),
    resume: () => line.resume(),
  };
}

/** A screen of another step leaves behind what was being written in the step before. */
function shown(line, screen) {
  const before = line.state.screen?.activity;
  const left = before && before !== screen.activity ? line.drafts.texts(`${before}/`) : line.state.left;
  line.update({ screen, left });
}

/** Another tab of this phone came in. */
function follow(line, token) {
  if (line.token === token) return;
  line.token = token;
  line.carrier.renew();
}

/** What was refused is shown until somebody has read it, over a reload too. */
function alert(line, alerts) {
  line.shelf.write("alerts", alerts.length > 0 ? alerts : undefined);
  line.update({ alerts });
}

function face(line) {
  const { state, drafts, deeds, carrier } = line;
  return {
    state,
    drafts,
    pictures: line.pictures,
    join: (wanted) => comeIn(line, wanted),
    entering: () => entering(line),
    leave: (erase, failed) => leave(line, erase, failed),
    startAnew: () => startAnew(line),
    send: deeds.send,
    outcome: deeds.outcome,
    fresh: deeds.fresh,
    late: deeds.outbox.late,
    safe: deeds.outbox.safe,
    /** The commands not yet acknowledged, of one source or of all. */
    waiting: (source) => deeds.outbox.items().filter((item) => source === undefined || item.source === source),
    dismiss: (id) => alert(line, state.alerts.filter((one) => one.id !== id)),
    forget: () => line.update({ left: [] }),
    retry: carrier.retry,
  };
}

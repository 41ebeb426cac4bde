/** The line to the workshop: the screens that come in, the commands that go out, and what this phone keeps meanwhile. */
import { io } from "./vendor/vendor.js";

const PATIENCE = 10_000;

/** RFC 7386: the value that a merge patch makes of `old`; what did not change stays the same object. */
export function patched(old, patch) {
  if (!isObject(patch)) return patch;
  const result = isObject(old) ? { ...old } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = patched(result[key], value);
  }
  return result;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What the phone remembers under a prefix; a browser that refuses storage remembers until the page is closed. */
export function shelf(prefix) {
  const memory = new Map();
  return {
    read(key) {
      try {
        return JSON.parse(localStorage.getItem(prefix + key)) ?? memory.get(key);
      } catch {
        return memory.get(key);
      }
    },
    write(key, value) {
      const gone = value === undefined;
      if (gone) memory.delete(key);
      else memory.set(key, value);
      try {
        if (gone) localStorage.removeItem(prefix + key);
        else localStorage.setItem(prefix + key, JSON.stringify(value));
      } catch {
        // Storage is full or forbidden: the memory has it.
      }
    },
  };
}

/** An id that nobody else makes; `crypto.randomUUID` is missing on plain http, which a laptop in a room often is. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Texts that are being written, by key; whoever draws a field listens to its key. */
export function openDrafts(kept) {
  const listeners = new Set();
  return {
    read: (key) => kept.read(`draft.${key}`),
    write(key, text) {
      kept.write(`draft.${key}`, text);
      for (const listener of listeners) listener(key);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Commands in the order in which they were given, kept until the workshop has acknowledged them; one is under way at a time. */
export function openOutbox(kept, deliver, settled) {
  let underWay = false;
  const items = () => kept.read("outbox") ?? [];

  function flush() {
    const [item] = items();
    if (underWay || !item) return;
    underWay = deliver(item, (answer) => {
      underWay = false;
      if (!answer) return;
      kept.write("outbox", items().filter((other) => other.id !== item.id));
      settled(item, answer);
      flush();
    });
  }

  function put(item) {
    kept.write("outbox", [...items(), item]);
    flush();
  }

  return { items, put, flush };
}

function socketTo(code, kept) {
  return io("/phone", {
    path: "/live/socket.io",
    auth: (give) => give({ code, token: kept.read("token") }),
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    randomizationFactor: 0.5,
  });
}

/** Socket.IO comes back by itself after a lost network, but not after the server closed the line or refused it. */
function comeBack(socket) {
  setTimeout(() => socket.connect(), 2000 + Math.random() * 6000);
}

/** The screen after a patch, or null where a patch is missing in between. */
export function nextScreen(held, { v, from, shared = {}, mine = {} }) {
  if (held?.v !== from) return null;
  return { ...held, v, shared: patched(held.shared, shared), mine: patched(held.mine, mine) };
}

/** Opens the line to the workshop with that code; `changed` is called whenever there is something new to draw. */
export function openLine(code, changed) {
  const kept = shelf(`palabre.${code}.`);
  const drafts = openDrafts(kept);
  const outcomes = new Map();
  const inside = kept.read("token") ? null : false; // null: the workshop has not said yet
  const state = { online: false, inside, screen: null, welcome: null, refusal: null, alerts: [], drift: 0 };
  const socket = socketTo(code, kept);
  let ready = false;
  let entry = null;

  function update(change) {
    Object.assign(state, change);
    changed();
  }

  function complain(message, texts) {
    update({ alerts: [...state.alerts, { id: newId(), message, texts }] });
  }

  function ask(event, data, then) {
    socket.timeout(PATIENCE).emit(event, data, (error, answer) => {
      then(error ? null : answer);
      if (error && socket.connected) setTimeout(resume, 1000);
    });
  }

  function deliver({ id, activity, name, args }, then) {
    if (ready) ask("do", { id, activity, name, args }, then);
    return ready;
  }

  function settled(item, answer) {
    outcomes.set(item.id, answer.ok ? "sent" : "refused");
    if (answer.ok) return changed();
    const lost = Object.entries(item.texts ?? {}).filter(([key, text]) => !giveBack(key, text));
    return complain(answer.message, lost.map(([, text]) => text));
  }

  function giveBack(key, text) {
    const free = !drafts.read(key);
    if (free) drafts.write(key, text);
    return free;
  }

  const outbox = openOutbox(kept, deliver, settled);

  function resume() {
    if (entry) enter();
    else outbox.flush();
  }

  function enter() {
    if (!socket.connected || !state.welcome) return;
    const wanted = entry;
    ask("join", wanted, (answer) => {
      if (!answer) return;
      if (entry === wanted) entry = null;
      if (!answer.ok) return complain(answer.message);
      ready = true;
      update({ inside: true });
      resume();
    });
  }

  function welcomed(welcome) {
    kept.write("token", welcome.token);
    ready = Boolean(welcome.joined);
    update({ welcome, inside: ready, drift: welcome.now - Date.now(), refusal: null });
    resume();
  }

  function patch(change) {
    const screen = nextScreen(state.screen, change);
    if (screen) update({ screen });
    else socket.emit("sync", { v: state.screen?.v ?? 0 });
  }

  socket.on("connect", () => update({ online: true }));
  socket.on("welcome", welcomed);
  socket.on("screen", (screen) => update({ screen: { shared: {}, mine: {}, ...screen } }));
  socket.on("patch", patch);
  socket.on("disconnect", (reason) => {
    ready = false;
    update({ online: false });
    if (reason === "io server disconnect") comeBack(socket);
  });
  socket.on("connect_error", ({ data }) => {
    update({ online: false, refusal: data ?? state.refusal });
    if (data && data.code !== "no-such-room") comeBack(socket);
  });

  return {
    state,
    drafts,
    /** Comes in, or says the language anew. */
    join(wanted) {
      entry = { ...wanted, accepts: true };
      enter();
    },
    /** Puts a command in the outbox and answers its id; `texts` are the drafts to give back when it is refused. */
    send(source, name, args, texts) {
      const id = newId();
      outbox.put({ id, activity: state.screen?.activity ?? null, name, args, source, texts });
      changed();
      return id;
    },
    /** The commands not yet acknowledged, of one source or of all. */
    waiting: (source) => outbox.items().filter((item) => source === undefined || item.source === source),
    /** "sent" or "refused"; nothing while it waits. */
    outcome: (id) => outcomes.get(id),
    dismiss: (id) => update({ alerts: state.alerts.filter((alert) => alert.id !== id) }),
    retry: () => socket.connect(),
  };
}

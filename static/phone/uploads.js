/**
 * Pictures on their way: each is kept here until the workshop has it, sent again when the network is back, and known there by an id
 * of its own. The draft of its field says which one it is: { upload } while it is on its way, { picture } once it is there.
 */
import { tokenOf } from "./entrance.js";
import { newId } from "./ids.js";
import { atLeast } from "./pace.js";
import { shrunk } from "./shrink.js";
import { openVault } from "./vault.js";
import { t } from "./words.js";

const LONGEST = 120_000;
const FIRST_PAUSE = 2000;
const LAST_PAUSE = 30_000;
const LATER = [0, 401, 408, 429];

/** The pictures of a line on their way; `changed` is for drawing. */
export function openUploads(line, code, changed) {
  const pictures = { line, code, changed, vault: openVault(`palabre.${code}`), items: new Map(), problems: new Map(), known: false };
  restore(pictures);
  addEventListener("online", () => wake(pictures));
  return {
    take: (key, file) => take(pictures, key, file),
    drop: (key) => drop(pictures, key),
    of: (key) => stateOf(pictures, key),
    wake: () => wake(pictures),
    forget: () => forget(pictures),
  };
}

/** What a field shows: its `kind` is none, sending or kept. */
function stateOf({ line, items, problems, known }, key) {
  const draft = line.drafts.read(key);
  if (draft?.picture) return { kind: "kept", source: `/live/picture/${draft.picture}` };
  const item = items.get(draft?.upload);
  if (item) return { kind: "sending", source: item.preview, part: item.part, rests: Boolean(item.pause) };
  if (draft?.upload && !known) return { kind: "sending" };
  return { kind: "none", problem: draft?.upload ? t("This phone has lost the picture. Please take it again.") : problems.get(key) };
}

async function restore(pictures) {
  for (const item of await pictures.vault.all()) if (!pictures.items.has(item.id)) pictures.items.set(item.id, { ...item, part: 0 });
  pictures.known = true;
  wake(pictures);
  pictures.changed();
}

async function take(pictures, key, file) {
  const item = { id: newId(), key, part: 0 };
  drop(pictures, key);
  pictures.items.set(item.id, item);
  pictures.line.drafts.write(key, { upload: item.id });
  pictures.changed();
  Object.assign(item, await shrunk(file));
  if (!pictures.items.has(item.id)) return;
  await pictures.vault.put({ id: item.id, key, blob: item.blob, preview: item.preview });
  pictures.changed();
  send(pictures, item);
}

function drop(pictures, key) {
  const { line, problems, changed } = pictures;
  end(pictures, pictures.items.get(line.drafts.read(key)?.upload));
  problems.delete(key);
  line.drafts.write(key, undefined);
  changed();
}

function end({ items, vault }, item) {
  if (!item) return;
  clearTimeout(item.pause);
  item.call?.abort();
  items.delete(item.id);
  vault.remove(item.id);
}

/** The network may be back. */
function wake(pictures) {
  for (const item of pictures.items.values()) {
    clearTimeout(item.pause);
    item.pause = null;
    send(pictures, item);
  }
}

function send(pictures, item) {
  const { line, code, changed } = pictures;
  if (!item.blob || item.call || !line.ready || !pictures.items.has(item.id)) return;
  const call = new XMLHttpRequest();
  item.call = call;
  call.open("POST", `/live/picture/${code}?id=${item.id}`);
  call.setRequestHeader("Authorization", `Bearer ${tokenOf(line)}`);
  call.timeout = LONGEST;
  call.upload.onprogress = ({ loaded, total }) => {
    item.part = total ? Math.floor((20 * loaded) / total) / 20 : 0;
    changed();
  };
  call.onloadend = () => {
    item.call = null;
    if (pictures.items.has(item.id)) answered(pictures, item, call.status, read(call.responseText));
  };
  call.send(item.blob);
}

function answered(pictures, item, status, answer) {
  if (answer?.ok) keep(pictures, item, answer.id);
  else if (answer?.after || status >= 500 || LATER.includes(status)) rest(pictures, item, answer?.after);
  else fail(pictures, item, answer?.message ?? t("This picture could not be sent. Please take another one."));
}

function keep(pictures, item, picture) {
  const { line, changed } = pictures;
  if (line.drafts.read(item.key)?.upload === item.id) line.drafts.write(item.key, { picture });
  end(pictures, item);
  changed();
}

function rest(pictures, item, after) {
  item.tries = (item.tries ?? 0) + 1;
  item.part = 0;
  const ms = after ?? Math.min(LAST_PAUSE, FIRST_PAUSE * 2 ** (item.tries - 1)) * (0.75 + Math.random() / 2);
  item.pause = setTimeout(() => {
    item.pause = null;
    send(pictures, item);
  }, atLeast(ms));
  pictures.changed();
}

function fail(pictures, item, problem) {
  drop(pictures, item.key);
  end(pictures, item);
  pictures.problems.set(item.key, problem);
  pictures.changed();
}

function forget(pictures) {
  for (const item of [...pictures.items.values()]) end(pictures, item);
  pictures.problems.clear();
  pictures.vault.clear();
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

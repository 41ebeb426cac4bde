import { useEffect, useState } from "../vendor/preact.js";

/**
 * What is being written or picked and was not sent yet, by key; whoever draws a field listens to its key. The tabs of a phone share it,
 * but what was written in this one is never taken away by what another removes: only by the very words being sent, or by leaving.
 */
export function openDrafts(shelf) {
  const drafts = { shelf, mine: new Map(), listeners: new Set() };
  shelf.listen((key, value) => hear(drafts, key, value));
  addEventListener("pageshow", ({ persisted }) => persisted && !shelf.read("token") && forget(drafts)); // left meanwhile, in another tab
  return {
    read: (key) => read(drafts, key),
    write(key, value) {
      if (value === undefined) drafts.mine.delete(key);
      else drafts.mine.set(key, value);
      shelf.write(`draft.${key}`, value);
      tell(drafts, key);
    },
    /** The texts under keys that begin so. */
    texts: (start) => shelf.keys(`draft.${start}`).map((key) => read(drafts, key.slice(6))).filter(isText),
    listen(listener) {
      drafts.listeners.add(listener);
      return () => drafts.listeners.delete(listener);
    },
    forget: () => forget(drafts),
  };
}

const read = ({ shelf, mine }, key) => (mine.has(key) ? mine.get(key) : shelf.read(`draft.${key}`));
const tell = ({ listeners }, key) => listeners.forEach((listener) => listener(key));
const isText = (draft) => typeof draft === "string" && draft.trim();
const same = (draft, text) => JSON.stringify(draft?.trim?.() ?? draft) === JSON.stringify(text);

/** What another tab wrote or removed, sent, or left. */
function hear(drafts, key, value) {
  if (key === "token" && value === undefined) forget(drafts);
  if (key.startsWith("draft.")) changed(drafts, key, value);
  for (const [draft, text] of Object.entries((key.startsWith("out.") && value?.texts) || {})) {
    if (drafts.mine.has(draft) && same(drafts.mine.get(draft), text)) release(drafts, draft);
  }
}

function changed(drafts, key, value) {
  const own = drafts.mine.get(key.slice(6));
  if (!own || (value !== undefined && !document.hasFocus())) release(drafts, key.slice(6)); // nobody is writing here just now
  else if (value === undefined && isText(own)) drafts.shelf.write(key, own); // for a reload
}

function release(drafts, key) {
  drafts.mine.delete(key);
  tell(drafts, key);
}

function forget(drafts) {
  for (const key of [...drafts.mine.keys()]) release(drafts, key);
}

/** The draft of a field, or undefined when nothing was typed; follows what is given back. */
export function useDraft(line, key) {
  const [text, setText] = useState(() => line.drafts.read(key));
  useEffect(() => {
    setText(line.drafts.read(key));
    return line.drafts.listen((changed) => changed === key && setText(line.drafts.read(key)));
  }, [key]);
  return text;
}

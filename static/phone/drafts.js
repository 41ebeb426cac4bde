import { useEffect, useState } from "../vendor/preact.js";

/** What is being written or picked and was not sent yet, by key; whoever draws a field listens to its key. */
export function openDrafts(shelf) {
  const listeners = new Set();
  const tell = (key) => listeners.forEach((listener) => listener(key));
  shelf.listen((key) => key.startsWith("draft.") && tell(key.slice(6)));
  return {
    read: (key) => shelf.read(`draft.${key}`),
    write(key, value) {
      shelf.write(`draft.${key}`, value);
      tell(key);
    },
    /** The texts under keys that begin so. */
    texts: (start) => shelf.keys(`draft.${start}`).map(shelf.read).filter((text) => typeof text === "string" && text.trim()),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
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

/** What the phone remembers under a prefix, for all its tabs; what storage refuses is remembered until the page is closed. */
export function openShelf(prefix) {
  const shelf = { prefix, refused: new Map() };
  const { refused } = shelf;
  return {
    read: (key) => (refused.has(key) ? refused.get(key) : stored(shelf, key)),
    write: (key, value) => write(shelf, key, value),
    /** The keys that begin so, sorted. */
    keys(start) {
      const known = new Set([...kept(shelf), ...refused.keys()]);
      return [...known].filter((key) => key.startsWith(start) && !(refused.has(key) && refused.get(key) === undefined)).sort();
    },
    /** Whether everything under keys that begin so outlives the page. */
    safe: (start) => ![...refused].some(([key, value]) => key.startsWith(start) && value !== undefined),
    /** Calls with the key and the value of what another tab writes. */
    listen(listener) {
      addEventListener("storage", ({ key, newValue }) => {
        if (key?.startsWith(prefix)) listener(key.slice(prefix.length), newValue === null ? undefined : JSON.parse(newValue));
      });
    },
  };
}

function stored({ prefix }, key) {
  try {
    return JSON.parse(localStorage.getItem(prefix + key)) ?? undefined;
  } catch {
    return undefined; // forbidden, or not ours
  }
}

function write({ prefix, refused }, key, value) {
  try {
    if (value === undefined) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, JSON.stringify(value));
    refused.delete(key);
  } catch {
    refused.set(key, value);
  }
}

function kept({ prefix }) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}

/** What is too large for the shelf: kept in the browser's database, over a reload too; where that is forbidden, it is not kept. */
const STORE = "pictures";

export function openVault(name) {
  const opening = open(name);
  const run = (mode, work) => opening.then((base) => base && done(work(base.transaction(STORE, mode).objectStore(STORE)))).catch(() => null);
  return {
    all: async () => (await run("readonly", (store) => store.getAll())) ?? [],
    put: (item) => run("readwrite", (store) => store.put(item)),
    remove: (id) => run("readwrite", (store) => store.delete(id)),
    clear: () => run("readwrite", (store) => store.clear()),
  };
}

async function open(name) {
  try {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "id" });
    return await done(asked);
  } catch {
    return null;
  }
}

function done(asked) {
  return new Promise((then, no) => Object.assign(asked, { onsuccess: () => then(asked.result), onerror: () => no(asked.error) }));
}

/** The members of a keyed object in the order of their `pos`, each with its `id`. */
export function ordered(members = {}) {
  return Object.entries(members)
    .map(([id, member]) => ({ id, ...member }))
    .sort((a, b) => (a.pos ?? 0) - (b.pos ?? 0) || (a.id < b.id ? -1 : 1));
}

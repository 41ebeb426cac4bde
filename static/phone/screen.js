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

/** The screen after a patch, or null where a patch is missing in between. */
export function nextScreen(held, { v, from, shared = {}, mine = {} }) {
  if (held?.v !== from) return null;
  return { ...held, v, shared: patched(held.shared, shared), mine: patched(held.mine, mine) };
}

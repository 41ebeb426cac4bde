/** An id that nobody else makes; `crypto.randomUUID` is missing on plain http, which a laptop in a room often is. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What is fetched only when somebody is in: it is drawn as soon as it is there, and asked for again until then. */
import { html, useEffect, useState } from "../vendor/preact.js";

const PAUSE = 3000;
const rest = { parts: null, asked: false };
const there = new Promise((then) => (rest.come = then));

/** Has it fetched. */
export function fetchRest() {
  if (!rest.asked) fetching();
}

function fetching() {
  rest.asked = true;
  import("./later.js").then((parts) => rest.come((rest.parts = parts)), () => setTimeout(fetching, PAUSE));
}

/** Calls with the parts when they are there. */
export const whenThere = (then) => there.then(then);

/** A component by its name in `later.js`; its place is empty for a moment. */
export function later(name) {
  return function Later(props) {
    const [parts, setParts] = useState(rest.parts);
    useEffect(() => void whenThere(setParts), []);
    return parts && html`<${parts[name]} ...${props} />`;
  };
}

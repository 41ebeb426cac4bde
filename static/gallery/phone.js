/** A phone of the gallery: the modules of the client draw the blocks of the page; what is sent goes nowhere. */
import { html, render } from "../vendor/preact.js";
import { Block } from "../phone/blocks.js";
import { openDrafts } from "../phone/drafts.js";
import { ordered } from "../phone/order.js";
import { fetchRest } from "../phone/rest.js";
import { IN_THE_TOP_LINE, TopLine } from "../phone/top.js";
import { learn } from "../phone/words.js";

const boot = JSON.parse(document.getElementById("boot").textContent);
const blocks = ordered(boot.blocks);
const kept = new Map();
const shelf = { read: (key) => kept.get(key), write: (key, value) => kept.set(key, value), keys: () => [], listen() {} };
const line = {
  state: { up: true, inside: true, drift: 0, alerts: [], left: [], screen: { activity: "gallery" } },
  drafts: openDrafts(shelf), send: () => "", outcome() {}, fresh: () => false, late: () => false, waiting: () => [],
  pictures: { of: () => ({}), underWay: () => false, wake() {} },
};
const asks = ({ kind }) => kind === "form" || kind === "choices";

learn(boot.words);
fetchRest();
render(html`<div class=${blocks.some(asks) ? "page with-big" : "page"}>
  <${TopLine} blocks=${blocks} line=${line} />
  <main><div class="screen">
    ${blocks.filter(({ kind }) => !IN_THE_TOP_LINE.includes(kind)).map((block) => html`<${Block} block=${block} line=${line} first big=${asks(block)} />`)}
  </div></main>
</div>`, document.getElementById("app"));

/** The phone's page: the way in, then one screen after another, with a line at the top that says where we are. */
import { html, render, useEffect, useRef } from "../vendor/preact.js";
import { Block } from "./blocks.js";
import { MY_HAND } from "./deeds.js";
import { askedTable, Door, Offer } from "./door.js";
import { openLine } from "./line.js";
import { Alerts, Left, Refusal, Unsafe } from "./notices.js";
import { ordered } from "./order.js";
import { fetchRest, later } from "./rest.js";
import { drawSteadily } from "./steady.js";
import { IN_THE_TOP_LINE, Languages, TopLine } from "./top.js";
import { learn, t } from "./words.js";

const boot = JSON.parse(document.getElementById("boot").textContent);
const [Menu, Goodbye, Keepsake] = ["Menu", "Goodbye", "Keepsake"].map(later);
const root = document.getElementById("app");
const asks = ({ kind }) => kind === "form" || kind === "choices";
let language = boot.language;
let wish = null;
let greeted = null;
let table = askedTable();

learn(boot.words);
const line = boot.refused ? null : openLine(boot.code, () => line && draw());

function draw() {
  const { welcome, inside } = line.state;
  if (inside !== false || line.entering()) fetchRest();
  if (welcome !== greeted) greet(welcome);
  document.title = (welcome?.workshop ?? boot).title;
  drawSteadily(() => render(html`<${Page} />`, root), root);
}

function greet(welcome) {
  greeted = welcome;
  if (welcome.joined && !wish && welcome.language !== language) speak(welcome.language);
}

/** Shows our own sentences in another language; what people wrote stays as it is. */
async function speak(tag) {
  language = tag;
  const answer = await fetch(`/j/${boot.code}/words/${tag}`).catch(() => null);
  if (!answer?.ok || tag !== language) return;
  learn(await answer.json());
  Object.assign(document.documentElement, { lang: tag, dir: boot.rtl?.includes(tag) ? "rtl" : "ltr" });
  draw();
}

function choose(tag) {
  wish = tag;
  if (line.state.inside) line.join({ language: tag });
  speak(tag);
}

/** The phone is somebody's own after all, whatever the code says that was scanned. */
function own() {
  table = "";
  history.replaceState(null, "", location.pathname);
  draw();
}

function Page() {
  const { inside, screen, goodbye } = line.state;
  const about = { ...boot, ...line.state.welcome?.workshop };
  if (goodbye) return html`<div class="page"><${Goodbye} line=${line} title=${about.title} /></div>`;
  const blocks = screen && inside !== false ? ordered({ ...screen.shared, ...screen.mine }) : [];
  const big = inside === false || blocks.some(asks);
  const languages = html`<${Languages} languages=${boot.languages} language=${language} choose=${choose} />`;
  return html`<div class=${big ? "page with-big" : "page"}>
    <${TopLine} blocks=${blocks} line=${line}>${inside === false && languages}<//>
    <${Alerts} line=${line} />
    <main>
      <${Refusal} line=${line} /><${Unsafe} line=${line} />
      ${inside && table && table !== line.state.table && html`<${Offer} table=${table} line=${line} language=${language} own=${own} />`}
      ${pageOf(inside, screen, blocks, about)}
      ${inside && screen?.shared.thanks && html`<${Keepsake} line=${line} />`}
      <${Left} line=${line} />
    </main>
    ${inside && html`<${Menu} line=${line} hand=${screen?.mine[MY_HAND]}>${languages}<//>`}
  </div>`;
}

function pageOf(inside, screen, blocks, about) {
  if (inside === false) return html`<${Door} about=${about} line=${line} language=${language} table=${table} own=${own} />`;
  if (!screen) return html`<h1 dir="auto">${boot.question || boot.title}</h1>`;
  return html`<${Screen} blocks=${blocks} activity=${screen.activity} />`;
}

function Screen({ blocks, activity }) {
  const main = useRef();
  const shown = blocks.filter(({ kind, id }) => !IN_THE_TOP_LINE.includes(kind) && id !== MY_HAND);
  const heading = shown.find(({ kind }) => kind === "heading")?.id;
  const big = shown.find(asks)?.id;
  const title = heading === undefined && blocks.find(({ kind }) => kind === "step")?.text;
  useEffect(() => {
    scrollTo(0, 0);
    (main.current.querySelector("h1") ?? main.current).focus();
  }, [activity]);
  return html`<div class="screen" ref=${main} tabindex="-1">
    ${title && html`<h1 tabindex="-1" dir="auto">${title}</h1>`}
    ${shown.map((block) => html`<${Block} key=${`${activity} ${block.id} ${block.kind}`} block=${block} line=${line}
      first=${block.id === heading} big=${block.id === big} />`)}
  </div>`;
}

if (line) draw();
else render(html`<div class="page"><main><h1>${boot.refused}</h1></main></div>`, root);

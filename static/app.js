/** The phone's page: the way in, then one screen after another, with a line at the top that says where we are. */
import { html, render, useEffect, useRef, useState } from "./vendor/vendor.js";
import { openLine } from "./connection.js";
import { Block, learn, ordered, Step, t, Timer } from "./blocks.js";

const boot = JSON.parse(document.getElementById("boot").textContent);
const root = document.getElementById("app");
const IN_THE_TOP_LINE = ["step", "timer"];
const asks = ({ kind }) => kind === "form" || kind === "choices";
let language = boot.language;
let wish = null;
let greeted = null;

learn(boot.words);
const line = boot.refused ? null : openLine(boot.code, draw);

function draw() {
  const { welcome } = line.state;
  if (welcome !== greeted) greet(welcome);
  document.title = (welcome?.workshop ?? boot).title;
  render(html`<${Page} />`, root);
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
  document.documentElement.lang = tag;
  draw();
}

function choose(event) {
  wish = event.currentTarget.value;
  if (line.state.inside) line.join({ language: wish });
  speak(wish);
}

function Page() {
  const { inside, screen, refusal } = line.state;
  const blocks = screen && inside !== false ? ordered({ ...screen.shared, ...screen.mine }) : [];
  const big = inside === false || blocks.some(asks);
  return html`<div class=${big ? "page with-big" : "page"}>
    <${TopLine} blocks=${blocks} />
    <${Alerts} />
    <main>
      ${refusal && html`<${Refusal} refusal=${refusal} />`}
      ${pageOf(inside, screen, blocks)}
    </main>
    ${inside && html`<footer><${Languages} /></footer>`}
  </div>`;
}

function pageOf(inside, screen, blocks) {
  if (inside === false) return html`<${Door} />`;
  if (!screen) return html`<h1 dir="auto">${boot.question || boot.title}</h1>`;
  return html`<${Screen} blocks=${blocks} activity=${screen.activity} />`;
}

function TopLine({ blocks }) {
  const step = blocks.find(({ kind }) => kind === "step");
  const timer = blocks.find(({ kind }) => kind === "timer");
  return html`<div class="top">
    <span class="where">
      ${step && html`<${Step} block=${step} />`}
      ${timer && html`<${Timer} block=${timer} line=${line} />`}
    </span>
    <${Status} />
    ${line.state.inside === false && html`<${Languages} />`}
  </div>`;
}

function Status() {
  const waiting = line.waiting().length;
  const words = line.state.online ? t("Connected") : waitingFor(waiting);
  const online = line.state.online;
  return html`<span role="status" class=${online ? "online" : "offline"}>
    <span aria-hidden="true">${online ? "●" : "▲"}</span> ${words}
  </span>`;
}

function waitingFor(count) {
  return count ? t("Waiting for the network ({count})", { count }) : t("Waiting for the network");
}

function Languages() {
  const label = t("Language");
  return html`<select class="languages" aria-label=${label} value=${language} onChange=${choose}>
    ${Object.entries(boot.languages).map(([tag, name]) => html`<option key=${tag} value=${tag} lang=${tag}>${name}</option>`)}
  </select>`;
}

function Alerts() {
  const close = t("Close");
  return html`<div role="alert" class="alerts">
    ${line.state.alerts.map(({ id, message, texts = [] }) => html`<div class="alert" key=${id}>
      <div><p>${message}</p>${texts.map((text) => html`<p class="said" dir="auto">${text}</p>`)}</div>
      <button type="button" class="button" onClick=${() => line.dismiss(id)}>${close}</button>
    </div>`)}
  </div>`;
}

function Refusal({ refusal }) {
  const again = t("Try again");
  return html`<div class="alert" role="alert">
    <p>${refusal.message}</p><button type="button" class="button" onClick=${line.retry}>${again}</button>
  </div>`;
}

function Door() {
  const [name, setName] = useState("");
  const { place, people = 0, question, title } = { ...boot, ...line.state.welcome?.workshop };
  const notice = boot.notice || t("What you write is shown in the room and kept in the record of this workshop.");
  const here = people === 1 ? t("1 person is here") : t("{count} people are here", { count: people });
  const [label, enter] = [t("Your name, if you like"), t("Come in")];

  function comeIn(event) {
    event.preventDefault();
    line.join({ ...(name.trim() && { name: name.trim() }), language });
  }

  return html`<form onSubmit=${comeIn} autocomplete="off">
    ${question && html`<p class="soft" dir="auto">${title}</p>`}
    <h1 dir="auto">${question || title}</h1>
    <p>${place && html`<span dir="auto">${place}</span>, `}${people > 0 && here}</p>
    <p class="card notice">${notice}</p>
    <div class="field">
      <label for="name">${label}</label>
      <input id="name" value=${name} onInput=${(event) => setName(event.currentTarget.value)} maxlength="80" dir="auto" enterkeyhint="go" />
    </div>
    <div class="send big"><button class="button go">${enter}</button></div>
  </form>`;
}

function Screen({ blocks, activity }) {
  const main = useRef();
  const shown = blocks.filter(({ kind }) => !IN_THE_TOP_LINE.includes(kind));
  const heading = shown.find(({ kind }) => kind === "heading")?.id;
  const big = shown.find(asks)?.id;
  useEffect(() => {
    scrollTo(0, 0);
    (main.current.querySelector("h1") ?? main.current).focus();
  }, [activity]);
  return html`<div class="screen" ref=${main} tabindex="-1">
    ${shown.map((block) => html`<${Block} key=${`${activity} ${block.id} ${block.kind}`} block=${block} line=${line}
      first=${block.id === heading} big=${block.id === big} />`)}
  </div>`;
}

if (line) draw();
else render(html`<div class="page"><main><h1>${boot.refused}</h1></main></div>`, root);

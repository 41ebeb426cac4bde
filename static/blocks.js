/** How a phone draws each kind of block of the screen language: one function a kind. What people wrote is only ever text. */
import { html, useEffect, useErrorBoundary, useRef, useState } from "./vendor/vendor.js";
import { newId } from "./connection.js";

let translations = {};

/** Takes the sentences of a language: English -> translated. */
export function learn(words) {
  translations = words;
}

/** A sentence in the person's language; `{name}` stands for the place `name`. */
export function t(text, places = {}) {
  return (translations[text] ?? text).replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
}

/** The members of a keyed object in the order of their `pos`, each with its `id`. */
export function ordered(members = {}) {
  return Object.entries(members)
    .map(([id, member]) => ({ id, ...member }))
    .sort((a, b) => (a.pos ?? 0) - (b.pos ?? 0) || (a.id < b.id ? -1 : 1));
}

/** A block with what it needs: the line to send on, and whether its button is the big one at the bottom. */
export function Block(props) {
  const [error] = useErrorBoundary();
  const draw = KINDS[props.block.kind] ?? Text;
  const sorry = t("This part cannot be shown here.");
  return error ? html`<p class="soft">${sorry}</p>` : html`<${draw} ...${props} />`;
}

const SHAPES = ["●", "▲", "■", "◆", "★", "⬢", "✚", "⬟"];
const SIGNS = { circle: "●", triangle: "▲", square: "■" };

function Shape({ color }) {
  return color ? html`<span class="shape color-${color}" aria-hidden="true">${SHAPES[(color - 1) % 8]}</span>` : null;
}

function Label({ text }) {
  return text ? html`<p class="label" dir="auto">${text}</p>` : null;
}

function Heading({ block, first }) {
  return html`<header>
    ${block.above && html`<p class="soft" dir="auto">${block.above}</p>`}
    <${first ? "h1" : "h2"} tabindex="-1" dir="auto">${block.text}<//>
  </header>`;
}

function Text({ block }) {
  return block.text ? html`<p class="text tone-${block.tone ?? ""}" dir="auto">${block.text}</p>` : null;
}

const CHANGES = { added: "ins", removed: "del" };

function Wording({ block }) {
  const parts = block.parts ?? [];
  return html`<section class="wording">
    <${Label} text=${block.label} />
    <p dir="auto">${parts.map(({ text, change }) => html`<${CHANGES[change] ?? "span"}>${text}<//>`)}</p>
  </section>`;
}

function Cards({ block, line }) {
  const cards = ordered(block.items);
  const label = block.total > cards.length ? `${block.label ?? ""} (${block.total})` : block.label;
  return html`<section>
    <${Label} text=${label} />
    ${cards.length === 0 && html`<${Label} text=${block.empty} />`}
    <ul class="cards">${cards.map((card) => html`<${Card} key=${card.id} card=${card} block=${block} line=${line} />`)}</ul>
  </section>`;
}

function Card({ card, block, line }) {
  const buttons = ordered(card.buttons);
  return html`<li class="card tone-${card.tone ?? ""}">
    ${card.above && html`<p class="above" dir="auto">${card.above}</p>`}
    <p class="said" dir="auto">${card.text}</p>
    ${card.count > 0 && html`<span class="count">${card.count}</span>`}
    ${card.detail && html`<p class="detail" dir="auto">${card.detail}</p>`}
    ${buttons.length > 0 && html`<${ButtonRow} buttons=${buttons} source=${`${block.id}/${card.id}`} line=${line} />`}
  </li>`;
}

function Buttons({ block, line }) {
  return html`<section>
    <${Label} text=${block.label} />
    <${ButtonRow} buttons=${ordered(block.items)} source=${block.id} line=${line} />
  </section>`;
}

function ButtonRow({ buttons, source, line }) {
  return html`<div class="buttons">
    ${buttons.map((button) => html`<${Button} key=${button.id} button=${button} source=${`${source}/${button.id}`} line=${line} />`)}
  </div>`;
}

function Button({ button, source, line }) {
  const dialog = useRef();
  const busy = line.waiting(source).length > 0;
  const press = () => line.send(source, button.command, button.args ?? {});
  const close = () => dialog.current.close();
  const cancel = t("Cancel");
  return html`<button type="button" class="button tone-${button.tone ?? ""}" disabled=${busy} dir="auto"
      onClick=${button.confirm ? () => dialog.current.showModal() : press}>${button.label}</button>
    ${button.confirm && html`<dialog ref=${dialog} aria-label=${button.label}>
      <p dir="auto">${button.confirm}</p>
      <div class="buttons">
        <button type="button" class="button" onClick=${close}>${cancel}</button>
        <button type="button" class="button go" dir="auto" onClick=${() => (close(), press())}>${button.label}</button>
      </div>
    </dialog>`}`;
}

function Outcome({ id, line }) {
  const words = id && line.outcome(id) === "sent" ? t("Sent ✓") : "";
  return html`<span role="status" class="outcome">${words}</span>`;
}

/** The draft of a field, or undefined when nothing was typed; follows what is given back. */
function useDraft(line, key) {
  const [text, setText] = useState(() => line.drafts.read(key));
  useEffect(() => {
    setText(line.drafts.read(key));
    return line.drafts.listen((changed) => changed === key && setText(line.drafts.read(key)));
  }, [key]);
  return text;
}

function Form({ block, line, big }) {
  const form = useRef();
  const [sent, setSent] = useState("");
  const [missing, setMissing] = useState("");
  const fields = ordered(block.fields);
  const keyOf = (field) => `${line.state.screen.activity}/${block.id}/${field.id}`;

  function submit(event) {
    event.preventDefault();
    const values = fields.map((field) => [field, (line.drafts.read(keyOf(field)) ?? field.value ?? "").trim()]);
    const empty = values.find(([field, value]) => field.required && !value);
    setMissing(empty ? empty[0].id : "");
    if (empty) return form.current.elements.namedItem(empty[0].id).focus();
    const args = Object.fromEntries(values.filter(wanted).map(([field, value]) => [field.id, valueOf(field, value)]));
    const texts = Object.fromEntries(values.filter(([, value]) => value).map(([field, value]) => [keyOf(field), value]));
    setSent(line.send(block.id, block.command, { ...block.args, ...args }, texts));
    fields.forEach((field) => line.drafts.write(keyOf(field), undefined));
  }

  return html`<form ref=${form} onSubmit=${submit} noValidate autocomplete="off">
    ${fields.map((field) => html`<${Field} key=${keyOf(field)} field=${field} draft=${keyOf(field)} line=${line} missing=${missing === field.id} />`)}
    <div class=${big ? "send big" : "send"}><button class="button go">${block.send}</button></div>
    <${Outcome} id=${sent} line=${line} />
    <${Waiting} items=${line.waiting(block.id)} />
  </form>`;
}

const wanted = ([field, value]) => value || field.input !== "number";
const valueOf = (field, value) => (field.input === "number" ? Number(value) : value);

function Waiting({ items }) {
  const waiting = t("waiting");
  const said = items.map((item) => ({ id: item.id, text: Object.values(item.texts ?? {}).join(" · ") }));
  return html`<ul class="cards waiting">
    ${said.map(({ id, text }) => html`<li class="card" key=${id}><p class="said" dir="auto">${text}</p><p class="detail">${waiting}</p></li>`)}
  </ul>`;
}

function Field({ field, draft, line, missing }) {
  const [id] = useState(newId);
  const text = useDraft(line, draft) ?? field.value ?? "";
  const typed = (event) => line.drafts.write(draft, event.currentTarget.value);
  const says = { id, name: field.id, value: text, onInput: typed, "aria-invalid": missing, "aria-describedby": `${id}-hint` };
  const draw = { text: Lines, choice: Select }[field.input] ?? Input;
  const hint = missing ? t("Please fill this in.") : field.hint;
  const counted = field.limit && ["line", "text"].includes(field.input ?? "line");
  return html`<div class="field">
    <label for=${id} dir="auto">${field.label}</label>
    <${draw} field=${field} says=${says} />
    <p class="under" id="${id}-hint">
      <span dir="auto">${hint}</span>
      ${counted && html`<span aria-hidden="true">${text.length} / ${field.limit}</span>`}
    </p>
  </div>`;
}

function Lines({ field, says }) {
  return html`<textarea ...${says} rows="4" maxlength=${field.limit} dir="auto" enterkeyhint="enter" />`;
}

function Input({ field, says }) {
  const type = { number: "number", date: "date" }[field.input] ?? "text";
  return html`<input ...${says} type=${type} maxlength=${field.limit} dir="auto" enterkeyhint="send" />`;
}

function Select({ field, says }) {
  const title = ({ text, detail }) => (detail ? `${text} – ${detail}` : text);
  return html`<select ...${says}>
    <option value="">–</option>
    ${ordered(field.options).map((option) => html`<option key=${option.id} value=${option.id}>${title(option)}</option>`)}
  </select>`;
}

function Choices({ block, line, big }) {
  const [picked, setPicked] = useState(null);
  const [sent, setSent] = useState({});
  const chosen = block.chosen ?? [];
  const single = (block.most ?? 1) === 1;
  const held = picked ?? chosen;
  const options = ordered(block.items);
  useEffect(() => setPicked(null), [chosen.join("\n")]);

  function pick(id) {
    if (single) return setPicked([id]);
    if (held.includes(id)) return setPicked(held.filter((other) => other !== id));
    return setPicked([...held, id]);
  }

  function submit(event) {
    event.preventDefault();
    const id = line.send(block.id, block.command, { ...block.args, [block.argument]: single ? held[0] : held });
    setSent({ id, held });
  }

  const names = options.filter(({ id }) => held.includes(id)).map(({ text }) => text);
  const label = single ? names.map((name) => `“${name}”`).join("") : `(${held.length} / ${block.most})`;
  const settled = held.length > 0 && (same(held, chosen) || (sent.held === held && line.outcome(sent.id) !== "refused"));
  return html`<form onSubmit=${submit}>
    <fieldset>
      <legend class="label" dir="auto">${block.label}</legend>
      ${options.map((option) => html`<${Option} key=${option.id} option=${option} single=${single} name=${block.id}
        checked=${held.includes(option.id)} full=${!single && held.length >= block.most} pick=${pick} />`)}
    </fieldset>
    <p role="status" class="outcome">${settled ? said(line.waiting(block.id).length) : ""}</p>
    ${!settled && html`<div class=${big ? "send big" : "send"}>
      <button class="button go" dir="auto" disabled=${held.length === 0 && single}>${block.send} ${label}</button>
    </div>`}
  </form>`;
}

const same = (some, others) => some.length === others.length && some.every((one) => others.includes(one));
const said = (waiting) => (waiting ? t("waiting") : t("Sent ✓ You can still change it."));

function Option({ option, single, name, checked, full, pick }) {
  return html`<label class="option tone-${option.tone ?? ""} ${checked ? "checked" : ""}">
    <input type=${single ? "radio" : "checkbox"} name=${name} value=${option.id} checked=${checked}
      disabled=${full && !checked} onChange=${() => pick(option.id)} />
    ${SIGNS[option.shape] && html`<span class="sign" aria-hidden="true">${SIGNS[option.shape]}</span>`}
    <span><b dir="auto">${option.text}</b>${option.detail && html`<small dir="auto">${option.detail}</small>`}</span>
  </label>`;
}

function Dots({ block, line }) {
  const [given, setGiven] = useState({});
  const options = ordered(block.items);
  const known = options.map(({ id, dots = 0 }) => `${id} ${dots}`).join("\n");
  useEffect(() => void (line.waiting(block.id).length || setGiven({})), [known]);
  const dotsOf = ({ id, dots = 0 }) => (given[id] && line.outcome(given[id].command) !== "refused" ? given[id].dots : dots);
  const left = options.reduce((rest, option) => rest + (option.dots ?? 0) - dotsOf(option), block.left ?? 0);

  const words = t("Dots left: {count}", { count: left });

  function give(option, dots) {
    const command = line.send(block.id, block.command, { option: option.id, dots });
    setGiven({ ...given, [option.id]: { dots, command } });
  }

  return html`<section>
    <${Label} text=${block.label} />
    <p class="soft" role="status">${words}</p>
    <ul class="cards">${options.map((option) => html`<${Dot} key=${option.id} option=${option} dots=${dotsOf(option)}
      full=${left <= 0 || dotsOf(option) >= block.most} give=${(dots) => give(option, dots)} />`)}</ul>
  </section>`;
}

function Dot({ option, dots, full, give }) {
  const less = t("Take a dot back from “{option}”", { option: option.text });
  const more = t("Give a dot to “{option}”", { option: option.text });
  return html`<li class="card dots">
    <div><p class="said" dir="auto">${option.text}</p>${option.detail && html`<p class="detail" dir="auto">${option.detail}</p>`}</div>
    <button type="button" class="button" disabled=${dots === 0} onClick=${() => give(dots - 1)} aria-label=${less}>−</button>
    <span class="given"><b>${dots}</b><span aria-hidden="true">${"●".repeat(Math.min(dots, 6))}</span></span>
    <button type="button" class="button" disabled=${full} onClick=${() => give(dots + 1)} aria-label=${more}>+</button>
  </li>`;
}

function Tally({ block }) {
  const bars = ordered(block.items);
  const full = block.total || Math.max(1, ...bars.map(({ count = 0 }) => count));
  return html`<section>
    <${Label} text=${block.label} />
    <ul class="tally">${bars.map(({ id, text, count = 0, detail, tone }) => html`<li key=${id} class="tone-${tone ?? ""}">
      <p><span dir="auto">${text}</span> <b>${count}</b></p>
      <div class="bar"><div style=${{ width: `${Math.min(100, (100 * count) / full)}%` }} /></div>
      ${detail && html`<p class="detail" dir="auto">${detail}</p>`}
    </li>`)}</ul>
  </section>`;
}

function Progress({ block }) {
  const { done = 0, of = 0, label } = block;
  const count = t("{done} of {of}", { done, of });
  return html`<section class="progress">
    <p><span dir="auto">${label}</span> <b>${count}</b></p>
    <progress max=${of || 1} value=${done} aria-label=${label} />
  </section>`;
}

function Phases({ block }) {
  return html`<ol class="phases">${ordered(block.items).map(
    ({ id, text }) => html`<li key=${id} aria-current=${id === block.now ? "step" : undefined} dir="auto">${text}</li>`,
  )}</ol>`;
}

function Graph({ block }) {
  const nodes = ordered(block.items);
  const under = (parent) => nodes.filter((node) => (node.level ?? 0) > 0 && (node.parent ?? "") === parent).map(withItems);
  const withItems = (node) => ({ ...node, items: under(node.id) });
  const topics = nodes.filter(({ level }) => !level);
  const loose = nodes.filter(({ level, parent = "" }) => level > 0 && !nodes.some(({ id }) => id === parent)).map(withItems);
  return html`<${Entries} entries=${[...topics.flatMap(({ id }) => under(id)), ...loose]} />`;
}

function Outline({ block }) {
  return html`<section><${Label} text=${block.label} /><${Entries} entries=${nested(block.items)} /></section>`;
}

const nested = (items) => ordered(items).map((entry) => ({ ...entry, items: nested(entry.items) }));

function Entries({ entries }) {
  return html`<ul class="outline">${entries.map((entry) => html`<li key=${entry.id}><${Entry} entry=${entry} /></li>`)}</ul>`;
}

function Entry({ entry }) {
  const line = html`<${Line} entry=${entry} />`;
  if (entry.items.length === 0) return line;
  return html`<details><summary>${line}</summary><${Entries} entries=${entry.items} /></details>`;
}

function Line({ entry }) {
  const { text, color, count, detail } = entry;
  return html`<${Shape} color=${color} /><span dir="auto">${text}</span>
    ${count > 0 && html`<span class="count">${count}</span>`}
    ${detail && html`<p class="detail" dir="auto">${detail}</p>`}`;
}

function Board({ block, line }) {
  const columns = ordered(block.items);
  return html`<section class="board">${columns.map((column) => html`<details key=${column.id} open>
    <summary><${Line} entry=${column} /></summary>
    <ul class="cards">${ordered(column.items).map((card) => html`<li class="card" key=${card.id}>
      <p class="said" dir="auto">${card.text}</p>
      ${block.move && html`<${Move} card=${card} from=${column.id} columns=${columns} block=${block} line=${line} />`}
    </li>`)}</ul>
  </details>`)}</section>`;
}

function Move({ card, from, columns, block, line }) {
  const source = `${block.id}/${card.id}`;
  const label = t("Move “{card}” to", { card: card.text });
  const fresh = t("A new group");
  const move = (event) => line.send(source, block.move, { card: card.id, to: event.currentTarget.value });
  const busy = line.waiting(source).length > 0;
  return html`<select aria-label=${label} value=${from} onChange=${move} disabled=${busy}>
    ${columns.map(({ id, text }) => html`<option key=${id} value=${id}>${text}</option>`)}
    <option value="">${fresh}</option>
  </select>`;
}

function Cloud({ block }) {
  const words = ordered(block.items);
  const most = Math.max(1, ...words.map(({ count = 0 }) => count));
  const size = (count) => ({ fontSize: `${1 + (1.2 * (count - 1)) / most}em` });
  if (words.length === 0) return html`<${Label} text=${block.empty} />`;
  return html`<ul class="cloud">${words.map(({ id, text, count = 1 }) => html`<li key=${id} style=${size(count)} dir="auto">
    ${text}${count > 1 && html` <span class="count">${count}</span>`}
  </li>`)}</ul>`;
}

function Round({ block }) {
  const states = { now: t("▶ speaks now"), next: t("next"), done: t("done ✓"), passed: t("passed") };
  return html`<section>
    <${Label} text=${block.label} />
    <ol class="round">${ordered(block.items).map(({ id, who, state }) => html`<li key=${id} class="turn-${state}"
      aria-current=${state === "now" ? "true" : undefined}>
      <span dir="auto">${who}</span> <span class="detail">${states[state] ?? ""}</span>
    </li>`)}</ol>
  </section>`;
}

/** The time left, quietly; it is drawn in the line at the top. */
export function Timer({ block, line }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const beat = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(beat);
  }, []);
  if (!block.total) return null;
  const left = block.ends ? Math.max(0, block.ends - (Date.now() + line.state.drift)) : (block.left ?? 0);
  const seconds = Math.ceil(left / 1000);
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return html`<span role="timer">${timeLeft(time, block.ends, seconds)}</span>`;
}

function timeLeft(time, ends, seconds) {
  if (!ends) return t("{time} left, paused", { time });
  return seconds ? t("{time} left", { time }) : t("Time is up");
}

/** Where the workshop is; drawn in the line at the top. */
export function Step({ block }) {
  const { number, of } = block;
  const words = t("Step {number} of {of}", { number, of });
  return html`<span>${words}</span>`;
}

/** Every kind of block with the function that draws it. */
export const KINDS = {
  heading: Heading, text: Text, wording: Wording, cards: Cards, form: Form, choices: Choices, dots: Dots, buttons: Buttons,
  tally: Tally, progress: Progress, phases: Phases, graph: Graph, outline: Outline, board: Board, cloud: Cloud, round: Round,
  timer: Timer, step: Step,
};

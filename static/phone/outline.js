/** What is inside of what: the mind map and an outline as nested lists, and a board of columns. */
import { html } from "../vendor/preact.js";
import { ButtonRow } from "./buttons.js";
import { ordered } from "./order.js";
import { Shape } from "./shape.js";
import { Label } from "./text.js";
import { t } from "./words.js";

export function Graph({ block }) {
  const nodes = ordered(block.items);
  const under = (parent) => nodes.filter((node) => (node.level ?? 0) > 0 && (node.parent ?? "") === parent).map(withItems);
  const withItems = (node) => ({ ...node, items: under(node.id) });
  const topics = nodes.filter(({ level }) => !level);
  const loose = nodes.filter(({ level, parent = "" }) => level > 0 && !nodes.some(({ id }) => id === parent)).map(withItems);
  return html`<${Entries} entries=${[...topics.flatMap(({ id }) => under(id)), ...loose]} /><${Links} block=${block} />`;
}

function Links({ block }) {
  const name = (id) => block.items[id]?.text;
  const known = ordered(block.links ?? {}).filter(({ source, target }) => name(source) && name(target));
  const said = ({ source, text, target }) => [name(source), text, name(target)].filter(Boolean).join(" — ");
  return known.length > 0 && html`<ul>${known.map((link) => html`<li key=${link.id} dir="auto">${said(link)}</li>`)}</ul>`;
}

export function Outline({ block }) {
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

export function Board({ block, line }) {
  const columns = ordered(block.items);
  return html`<section class="board">${columns.map((column) => html`<details key=${column.id} open>
    <summary><${Line} entry=${{ ...column, count: column.total }} /></summary>
    <ul class="cards">${ordered(column.items).map((card) => html`<li class="card" key=${card.id}>
      <p class="said" dir="auto">${card.text}</p>
      ${block.move && html`<${Move} card=${card} from=${column.id} columns=${columns} block=${block} line=${line} />`}
    </li>`)}</ul>
    ${column.buttons && html`<${ButtonRow} buttons=${ordered(column.buttons)} source=${`${block.id}/${column.id}`} line=${line} />`}
  </details>`)}</section>`;
}

function Move({ card, from, columns, block, line }) {
  const source = `${block.id}/${card.id}`;
  const label = t("Move “{card}” to", { card: card.text });
  const fresh = t("A new group");
  const move = (event) => line.send(source, block.move, { card: card.id, to: event.currentTarget.value });
  const [waiting] = line.waiting(source);
  return html`<select aria-label=${label} value=${waiting?.args.to ?? from} onChange=${move} disabled=${waiting}>
    ${columns.map(({ id, text }) => html`<option key=${id} value=${id}>${text}</option>`)}
    <option value="">${fresh}</option>
  </select>`;
}

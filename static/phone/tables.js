/** Tables in a room: where each one is, and the one to go to. */
import { html } from "../vendor/preact.js";
import { ButtonRow } from "./buttons.js";
import { useDealt } from "./dealt.js";
import { ordered } from "./order.js";
import { Shape } from "./shape.js";
import { Label } from "./text.js";
import { t } from "./words.js";

export function Tables({ block, line }) {
  const tables = ordered(block.items);
  const part = useDealt(tables.map(({ id }) => id), line);
  return html`<section ref=${part}>
    <${Label} text=${block.label} />
    ${tables.length === 0 && html`<${Label} text=${block.empty} />`}
    <ul class="tables">${tables.map((table) => html`<${Table} key=${table.id} table=${table} block=${block} line=${line} />`)}</ul>
  </section>`;
}

function Table({ table, block, line }) {
  const { number, color, text, host, people = [], count = 0, detail } = table;
  const buttons = ordered(table.buttons);
  const facts = [host, seated(count), detail].filter(Boolean);
  return html`<li class="card table color-${color}">
    <p class="table-head"><${Number} number=${number} /><${Shape} color=${color} />
      <span class="facts">${facts.map((fact) => html`<span dir="auto">${fact}</span>`)}</span></p>
    ${text && html`<p class="said" dir="auto">${text}</p>`}
    ${people.length > 0 && html`<p class="people" dir="auto">${people.join(", ")}</p>`}
    ${buttons.length > 0 && html`<${ButtonRow} buttons=${buttons} source=${`${block.id}/${table.id}`} line=${line} />`}
  </li>`;
}

function seated(count) {
  if (count === 0) return "";
  return count === 1 ? t("1 person") : t("{count} people", { count });
}

/** The number of a table, said with its noun. */
function Number({ number }) {
  const words = t("Table {number}", { number });
  return html`<b class="number" aria-hidden="true">${number}</b><span class="aloud">${words}</span>`;
}

export function Place({ block }) {
  const { number, color, text, detail, moving } = block;
  return html`<section class="place color-${color} ${moving ? "moving" : "still"}">
    <p class="way" dir="auto">${text}</p>
    <p class="sign-post"><${Number} number=${number} /><${Shape} color=${color} /></p>
    ${detail && html`<p class="with" dir="auto">${detail}</p>`}
  </section>`;
}

/** Cards: what people wrote, with what can be done about it. */
import { html } from "../vendor/preact.js";
import { ButtonRow } from "./buttons.js";
import { useDealt } from "./dealt.js";
import { ordered } from "./order.js";
import { Label } from "./text.js";

export function Cards({ block, line }) {
  const cards = ordered(block.items);
  const part = useDealt(cards.map(({ id }) => id), line);
  const label = block.total > cards.length ? `${block.label ?? ""} (${block.total})` : block.label;
  return html`<section ref=${part}>
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

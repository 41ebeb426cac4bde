/** Numbers to see: bars, how far we are, the stages, words by how often they were said. */
import { html } from "../vendor/preact.js";
import { ordered } from "./order.js";
import { Label } from "./text.js";
import { t } from "./words.js";

export function Tally({ block }) {
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

export function Progress({ block }) {
  const { done = 0, of = 0, label } = block;
  const count = t("{done} of {of}", { done, of });
  return html`<section class="progress">
    <p><span dir="auto">${label}</span> <b>${count}</b></p>
    <progress max=${of || 1} value=${done} aria-label=${label} />
  </section>`;
}

export function Phases({ block }) {
  return html`<ol class="phases">${ordered(block.items).map(
    ({ id, text }) => html`<li key=${id} aria-current=${id === block.now ? "step" : undefined} dir="auto">${text}</li>`,
  )}</ol>`;
}

export function Cloud({ block }) {
  const words = ordered(block.items);
  const most = Math.max(1, ...words.map(({ count = 0 }) => count));
  const size = (count) => ({ fontSize: `${1 + (1.2 * (count - 1)) / most}em` });
  if (words.length === 0) return html`<${Label} text=${block.empty} />`;
  return html`<ul class="cloud">${words.map(({ id, text, count = 1 }) => html`<li key=${id} style=${size(count)} dir="auto">
    ${text}${count > 1 && html` <span class="count">${count}</span>`}
  </li>`)}</ul>`;
}

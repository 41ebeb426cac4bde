/** Plain words: headings, notes, labels, and a text with what was changed in it. */
import { html } from "../vendor/preact.js";

export function Heading({ block, first }) {
  return html`<header>
    ${block.above && html`<p class="soft" dir="auto">${block.above}</p>`}
    <${first ? "h1" : "h2"} tabindex="-1" dir="auto">${block.text}<//>
  </header>`;
}

export function Text({ block }) {
  return block.text ? html`<p class="text tone-${block.tone ?? ""}" dir="auto">${block.text}</p>` : null;
}

export function Label({ text }) {
  return text ? html`<p class="label" tabindex="-1" dir="auto">${text}</p>` : null;
}

const CHANGES = { added: "ins", removed: "del" };

export function Wording({ block }) {
  const parts = block.parts ?? [];
  return html`<section class="wording">
    <${Label} text=${block.label} />
    <p dir="auto">${parts.map(({ text, change }) => html`<${CHANGES[change] ?? "span"}>${text}<//>`)}</p>
  </section>`;
}

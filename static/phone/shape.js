/** The shape of a colour: colours are numbers 1 to 8, never a colour alone. */
import { html } from "../vendor/preact.js";

const SHAPES = ["●", "▲", "■", "◆", "★", "⬢", "✚", "⬟"];

export function Shape({ color }) {
  return color ? html`<span class="shape color-${color}" aria-hidden="true">${SHAPES[(color - 1) % 8]}</span>` : null;
}

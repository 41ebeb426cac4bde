/** What the phone has to tell besides the screen: refusals, what could not be kept, what was left unsent. */
import { html } from "../vendor/preact.js";
import { t } from "./words.js";

/** Refused commands, over the page until they are closed. */
export function Alerts({ line }) {
  const close = t("Close");
  return html`<div role="alert" class="alerts">
    ${line.state.alerts.map(({ id, message, texts = [] }) => html`<div class="alert" key=${id}>
      <div><p>${message}</p>${texts.map((text) => html`<p class="said" dir="auto">${text}</p>`)}</div>
      <button type="button" class="button" onClick=${() => line.dismiss(id)}>${close}</button>
    </div>`)}
  </div>`;
}

/** The workshop does not let us in; or not yet, and then there is nothing to do. */
export function Refusal({ line }) {
  const { refusal } = line.state;
  const again = t("Try again");
  if (refusal?.code === "wait") return html`<p class="text tone-note" role="status">${refusal.message}</p>`;
  return refusal && html`<div class="alert" role="alert">
    <p>${refusal.message}</p><button type="button" class="button" onClick=${line.retry}>${again}</button>
  </div>`;
}

/** Said only while something waits on a phone that stores nothing. */
export function Unsafe({ line }) {
  const words = t("Please keep this page open until everything is sent: this phone cannot store it.");
  return line.waiting().length > 0 && !line.safe() && html`<p class="text tone-now" role="status">${words}</p>`;
}

/** What was being written when the workshop went on: it was not sent, and is not lost. */
export function Left({ line }) {
  const { left } = line.state;
  const [words, close] = [t("The workshop went on. You had not sent this:"), t("Close")];
  return left.length > 0 && html`<section class="card left">
    <p class="soft">${words}</p>
    ${left.map((text) => html`<p class="said" dir="auto">${text}</p>`)}
    <button type="button" class="button" onClick=${line.forget}>${close}</button>
  </section>`;
}

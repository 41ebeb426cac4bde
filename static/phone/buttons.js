/** Buttons that send a command, some only after they asked. */
import { html, useRef } from "../vendor/preact.js";
import { ordered } from "./order.js";
import { Label } from "./text.js";
import { t } from "./words.js";

export function Buttons({ block, line }) {
  return html`<section>
    <${Label} text=${block.label} />
    <${ButtonRow} buttons=${ordered(block.items)} source=${block.id} line=${line} />
  </section>`;
}

export function ButtonRow({ buttons, source, line }) {
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

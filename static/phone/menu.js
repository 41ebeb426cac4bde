/** The menu at the foot of the page: one's hand, the language, the way out. */
import { html, useEffect, useRef, useState } from "../vendor/preact.js";
import { MY_HAND } from "./deeds.js";
import { Leaving } from "./goodbye.js";
import { ordered } from "./order.js";
import { t } from "./words.js";

export function Menu({ line, hand, children }) {
  const sheet = useRef();
  const [leaving, setLeaving] = useState(false);
  const close = () => sheet.current.close();
  const beside = ({ target }) => target === sheet.current && close();
  const [menu, language, leave, done] = [t("Menu"), t("Language"), t("Leave"), t("Close")];
  const { button, up, late, press } = useHand(line, hand);

  return html`<footer>
    <button type="button" class="button opens" aria-haspopup="dialog" onClick=${() => sheet.current.showModal()}>
      <span aria-hidden="true">☰</span> ${menu}
    </button>
    <span role="status" class="raised">${up && raised(late)}</span>
    <dialog ref=${sheet} class="sheet" aria-label=${menu} onClose=${() => setLeaving(false)} onClick=${beside}>
      ${leaving ? html`<div><${Leaving} line=${line} stay=${close} /></div>` : html`<div>
        ${button && html`<button type="button" class="button" dir="auto" onClick=${() => (press(), close())}>
          <${Palm} /> ${button.label}
        </button>`}
        <label class="tongue"><span>${language}</span>${children}</label>
        <button type="button" class="button" onClick=${() => setLeaving(true)}>${leave}</button>
        <button type="button" class="button go" onClick=${close}>${done}</button>
      </div>`}
    </dialog>
  </footer>`;
}

function raised(late) {
  const [waiting, up] = [t("waiting"), t("Your hand is up")];
  return html`<${Palm} /> ${late ? waiting : up}`;
}

/** Drawn, since old phones have no letter for it. */
function Palm() {
  return html`<svg class="palm" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M9 12V5m4 6V3m4 9V5m4 8V8v7a6 6 0 0 1-12 0v-1l-6-3" />
  </svg>`;
}

/** One's hand as it was last told to the workshop; `button` is what can be done with it. */
function useHand(line, hand) {
  const [told, tell] = useState("");
  const [button] = ordered(hand?.items);
  useEffect(() => tell(""), [button?.command]);
  const waiting = line.waiting(MY_HAND);
  const changing = waiting.length > 0 || line.outcome(told) === "sent";
  return {
    button: changing ? null : button,
    up: (button?.command === "LowerHand") !== changing,
    late: waiting.some(line.late),
    press: () => tell(line.send(MY_HAND, button.command, {})),
  };
}

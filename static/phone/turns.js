/** A round of speakers: who speaks, for how long still, who comes then. */
import { html } from "../vendor/preact.js";
import { ordered } from "./order.js";
import { figures, useSeconds } from "./round.js";
import { Label } from "./text.js";
import { t } from "./words.js";

export function Round({ block, line }) {
  const turns = ordered(block.items);
  const states = { now: t("▶ speaks now"), next: t("next"), done: t("done ✓"), passed: t("passed"), skipped: t("put off") };
  const more = (block.total ?? 0) - turns.filter(({ state }) => ["now", "next", "waiting"].includes(state)).length;
  const others = t("{count} more wait", { count: more });
  return html`<section>
    <${Label} text=${block.label} />
    <ol class="round">${turns.map(({ id, who, state }) => html`<li key=${id} class="turn-${state}"
      aria-current=${state === "now" ? "true" : undefined}>
      <span dir="auto">${who}</span> <span class="detail">${states[state] ?? ""}</span>
      ${state === "now" && block.time > 0 && html`<${Clock} block=${block} line=${line} />`}
    </li>`)}</ol>
    ${more > 0 && html`<p class="soft">${others}</p>`}
  </section>`;
}

function Clock({ block, line }) {
  const seconds = useSeconds(block, line);
  const [left, over] = [t("{time} left", { time: figures(seconds) }), t("A last sentence, please.")];
  return html`<span class="clock" role="timer">${seconds ? left : over}</span>`;
}

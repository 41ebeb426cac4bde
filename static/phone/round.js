/** Time and turns: who speaks, how long it still takes, where we are. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { ordered } from "./order.js";
import { Label } from "./text.js";
import { t } from "./words.js";

export function Round({ block }) {
  const states = { now: t("▶ speaks now"), next: t("next"), done: t("done ✓"), passed: t("passed") };
  return html`<section>
    <${Label} text=${block.label} />
    <ol class="round">${ordered(block.items).map(({ id, who, state }) => html`<li key=${id} class="turn-${state}"
      aria-current=${state === "now" ? "true" : undefined}>
      <span dir="auto">${who}</span> <span class="detail">${states[state] ?? ""}</span>
    </li>`)}</ol>
  </section>`;
}

/** The time left, quietly; it is drawn in the line at the top. */
export function Timer({ block, line }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const beat = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(beat);
  }, []);
  if (!block.total) return null;
  const left = block.ends ? Math.max(0, block.ends - (Date.now() + line.state.drift)) : (block.left ?? 0);
  const seconds = Math.ceil(left / 1000);
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return html`<span role="timer">${timeLeft(time, block.ends, seconds)}</span>`;
}

function timeLeft(time, ends, seconds) {
  if (!ends) return t("{time} left, paused", { time });
  return seconds ? t("{time} left", { time }) : t("Time is up");
}

/** Where the workshop is; drawn in the line at the top. */
export function Step({ block }) {
  const { number, of } = block;
  const words = t("Step {number} of {of}", { number, of });
  return html`<span>${words}</span>`;
}

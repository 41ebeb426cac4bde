/** Time: how long it still takes, where we are. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { t } from "./words.js";

/** The time left, quietly; it is drawn in the line at the top. */
export function Timer({ block, line }) {
  const seconds = useSeconds(block, line);
  return block.total ? html`<span role="timer">${timeLeft(figures(seconds), block.ends, seconds)}</span>` : null;
}

/** The seconds until a time that `ends`, or that are `left`, looked at every second. */
export function useSeconds({ ends, left = 0 }, line) {
  const [, tick] = useState(0);
  useEffect(() => {
    const beat = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(beat);
  }, []);
  return Math.ceil((ends ? Math.max(0, ends - (Date.now() + line.state.drift)) : left) / 1000);
}

/** Seconds as one reads them on a clock. */
export const figures = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

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

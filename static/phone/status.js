/** What the phone says about its line, at every moment, and what of it is said aloud. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { t } from "./words.js";

const SIGNS = { connecting: "○", connected: "●", waiting: "▲", sending: "↑", sent: "●" };
const CALM = 1000;

/** The kind of moment, and how many commands are not sent yet. */
export function statusOf(line) {
  const { up, quiet } = line.state;
  const waiting = line.waiting();
  const count = waiting.length;
  return { kind: kindOf({ up, quiet, count, late: waiting.some(line.late), fresh: line.fresh() }), count };
}

function kindOf({ up, quiet, count, late, fresh }) {
  if (up === null && !late) return "connecting";
  if (!up || quiet || late) return "waiting";
  if (count > 0) return "sending";
  return fresh ? "sent" : "connected";
}

function wordsFor({ kind, count }) {
  switch (kind) {
    case "connecting": return t("Connecting…");
    case "waiting": return count ? t("Waiting: {count} not sent", { count }) : t("Waiting for the network");
    case "sending": return t("Sending…");
    case "sent": return t("Sent ✓");
    default: return t("Connected");
  }
}

/** What a screen reader says: that we wait, and that it is over; not every word that was sent, the form says that. */
function aloud({ kind, count }) {
  if (kind === "waiting") return count ? t("Waiting for the network. What you send is kept.") : t("Waiting for the network");
  return kind === "connecting" ? "" : t("Connected");
}

/** The words in the top line; aloud only what lasts. */
export function Status({ line }) {
  const status = statusOf(line);
  const words = wordsFor(status);
  const lasting = aloud(status);
  const [said, say] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => say(lasting), CALM);
    return () => clearTimeout(timer);
  }, [lasting]);
  return html`<span class="status ${status.kind}" aria-hidden="true"><span>${SIGNS[status.kind]}</span> ${words}</span>
    <span role="status" class="aloud">${said}</span>`;
}

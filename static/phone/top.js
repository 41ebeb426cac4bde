/** The line at the top: where we are, whether we are connected, and in which language. */
import { html } from "../vendor/preact.js";
import { Step, Timer } from "./round.js";
import { Status } from "./status.js";
import { t } from "./words.js";

/** What of a screen stands in this line. */
export const IN_THE_TOP_LINE = ["step", "timer"];

export function TopLine({ blocks, line, children }) {
  const [step, timer] = IN_THE_TOP_LINE.map((wanted) => blocks.find(({ kind }) => kind === wanted));
  return html`<header class="top">
    <span class="where">
      ${line.state.table && html`<${Table} table=${line.state.table} />`}
      ${step && html`<${Step} block=${step} />`}
      ${timer && html`<${Timer} block=${timer} line=${line} />`}
    </span>
    <${Status} line=${line} />
    ${children}
  </header>`;
}

/** The table that this phone speaks for. */
function Table({ table }) {
  const words = t("Table {number}", { number: table });
  return html`<b class="my-table">${words}</b>`;
}

export function Languages({ languages, language, choose }) {
  const label = t("Language");
  const change = (event) => choose(event.currentTarget.value);
  return html`<select class="languages" aria-label=${label} value=${language} onChange=${change}>
    ${Object.entries(languages).map(([tag, name]) => html`<option key=${tag} value=${tag} lang=${tag}>${name}</option>`)}
  </select>`;
}

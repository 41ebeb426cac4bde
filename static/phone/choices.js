/** One or several of some options. */
import { html, useState } from "../vendor/preact.js";
import { useDraft } from "./drafts.js";
import { ordered } from "./order.js";
import { t } from "./words.js";

export function Choices({ block, line, big }) {
  const [sent, setSent] = useState({});
  const single = (block.most ?? 1) === 1;
  const options = ordered(block.items);
  const key = `${line.state.screen.activity}/${block.id}/${JSON.stringify(block.args ?? {})}`;
  const picked = useDraft(line, key);
  const told = toldOf(block, line, sent);
  const held = (picked ?? told).filter((id) => options.some((option) => option.id === id));
  const settled = held.length > 0 && same(held, told);

  function pick(id) {
    if (single) return line.drafts.write(key, [id]);
    return line.drafts.write(key, held.includes(id) ? held.filter((other) => other !== id) : [...held, id]);
  }

  function submit(event) {
    event.preventDefault();
    const args = { ...block.args, [block.argument]: single ? held[0] : held };
    setSent({ id: line.send(block.id, block.command, args, { [key]: held }), held, before: block.chosen ?? [] });
    line.drafts.write(key, undefined);
  }

  const names = options.filter(({ id }) => held.includes(id)).map(({ text }) => text);
  const label = single ? names.map((name) => `“${name}”`).join("") : `(${held.length} / ${block.most})`;
  return html`<form onSubmit=${submit}>
    <fieldset>
      <legend class="label" dir="auto">${block.label}</legend>
      ${options.map((option) => html`<${Option} key=${option.id} option=${option} single=${single} name=${block.id}
        checked=${held.includes(option.id)} full=${!single && held.length >= block.most} pick=${pick} />`)}
    </fieldset>
    <p role="status" class="outcome">${settled ? said(line.waiting(block.id).length) : ""}</p>
    ${!settled && html`<div class=${big ? "send big" : "send"}>
      <button class="button go" dir="auto" disabled=${held.length === 0 && single}>${block.send} ${label}</button>
    </div>`}
  </form>`;
}

/** What was last told to the workshop: what still waits, what it has heard and not shown yet, what it shows. */
function toldOf(block, line, sent) {
  const chosen = block.chosen ?? [];
  const waiting = line.waiting(block.id).pop();
  if (waiting) return [].concat(waiting.args[block.argument] ?? []);
  return line.outcome(sent.id) === "sent" && same(sent.before, chosen) ? sent.held : chosen;
}

const same = (some, others) => some.length === others.length && some.every((one) => others.includes(one));
const said = (waiting) => (waiting ? t("waiting") : t("Sent ✓ You can still change it."));

const SIGNS = { circle: "●", triangle: "▲", square: "■" };

function Option({ option, single, name, checked, full, pick }) {
  return html`<label class="option tone-${option.tone ?? ""} ${checked ? "checked" : ""}">
    <input type=${single ? "radio" : "checkbox"} name=${name} value=${option.id} checked=${checked}
      disabled=${full && !checked} onChange=${() => pick(option.id)} />
    ${SIGNS[option.shape] && html`<span class="sign" aria-hidden="true">${SIGNS[option.shape]}</span>`}
    <span><b dir="auto">${option.text}</b>${option.detail && html`<small dir="auto">${option.detail}</small>`}</span>
  </label>`;
}

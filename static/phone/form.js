/** A form: what is typed is a draft until it is sent, and a card that waits until it has arrived. */
import { html, useRef, useState } from "../vendor/preact.js";
import { useDraft } from "./drafts.js";
import { newId } from "./ids.js";
import { ordered } from "./order.js";
import { statusOf } from "./status.js";
import { t } from "./words.js";

export function Form({ block, line, big }) {
  const form = useRef();
  const [sent, setSent] = useState("");
  const [missing, setMissing] = useState("");
  const fields = ordered(block.fields);
  const keyOf = (field) => `${line.state.screen.activity}/${block.id}/${field.id}`;

  function submit(event) {
    event.preventDefault();
    const values = fields.map((field) => [field, (line.drafts.read(keyOf(field)) ?? field.value ?? "").trim()]);
    const empty = values.find(([field, value]) => field.required && !value);
    setMissing(empty ? empty[0].id : "");
    if (empty) return form.current.elements.namedItem(empty[0].id).focus();
    const args = Object.fromEntries(values.filter(wanted).map(([field, value]) => [field.id, valueOf(field, value)]));
    const texts = Object.fromEntries(values.filter(([, value]) => value).map(([field, value]) => [keyOf(field), value]));
    const id = line.send(block.id, block.command, { ...block.args, ...args }, texts);
    setSent(id);
    if (id) fields.forEach((field) => line.drafts.write(keyOf(field), undefined));
  }

  function shown([key, value]) {
    const field = fields.find((one) => keyOf(one) === key);
    return field?.options?.[value]?.text ?? value;
  }

  return html`<form ref=${form} onSubmit=${submit} noValidate autocomplete="off">
    ${fields.map((field) => html`<${Field} key=${keyOf(field)} field=${field} draft=${keyOf(field)} line=${line}
      missing=${missing === field.id} />`)}
    <div class=${big ? "send big" : "send"}><button class="button go">${block.send}</button></div>
    <${Outcome} id=${sent} line=${line} />
    <${Waiting} items=${statusOf(line).kind === "waiting" ? line.waiting(block.id) : []} shown=${shown} />
  </form>`;
}

const wanted = ([field, value]) => value || field.input !== "number";
const valueOf = (field, value) => (field.input === "number" ? Number(value) : value);

function Waiting({ items, shown }) {
  const waiting = t("waiting");
  const said = items.map(({ id, texts = {} }) => ({ id, text: Object.entries(texts).map(shown).join(" · ") }));
  return html`<ul class="cards waiting">
    ${said.map(({ id, text }) => html`<li class="card" key=${id}>
      <p class="said" dir="auto">${text}</p><p class="detail">${waiting}</p>
    </li>`)}
  </ul>`;
}

function Field({ field, draft, line, missing }) {
  const [id] = useState(newId);
  const text = useDraft(line, draft) ?? field.value ?? "";
  const typed = (event) => line.drafts.write(draft, event.currentTarget.value);
  const says = { id, name: field.id, value: text, onInput: typed, "aria-invalid": missing, "aria-describedby": `${id}-hint` };
  const draw = { text: Lines, choice: Select }[field.input] ?? Input;
  const hint = missing ? t("Please fill this in.") : field.hint;
  const counted = field.limit && ["line", "text"].includes(field.input ?? "line");
  return html`<div class="field">
    <label for=${id} dir="auto">${field.label}</label>
    <${draw} field=${field} says=${says} />
    <p class="under" id="${id}-hint">
      <span dir="auto">${hint}</span>
      ${counted && html`<span aria-hidden="true">${text.length} / ${field.limit}</span>`}
    </p>
  </div>`;
}

function Lines({ field, says }) {
  return html`<textarea ...${says} rows="4" maxlength=${field.limit} dir="auto" enterkeyhint="enter" />`;
}

function Input({ field, says }) {
  const type = { number: "number", date: "date" }[field.input] ?? "text";
  return html`<input ...${says} type=${type} maxlength=${field.limit} dir="auto" enterkeyhint="send" />`;
}

function Select({ field, says }) {
  const title = ({ text, detail }) => (detail ? `${text} – ${detail}` : text);
  return html`<select ...${says}>
    <option value="">–</option>
    ${ordered(field.options).map((option) => html`<option key=${option.id} value=${option.id}>${title(option)}</option>`)}
  </select>`;
}

function Outcome({ id, line }) {
  const words = line.outcome(id) === "sent" ? t("Sent ✓") : id && "\u00a0"; // the place is kept, so that nothing jumps
  return html`<span role="status" class="outcome">${words}</span>`;
}

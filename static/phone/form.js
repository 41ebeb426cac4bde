/** A form: what is typed is a draft until it is sent, and a card that waits until it has arrived. */
import { html, useEffect, useRef, useState } from "../vendor/preact.js";
import { useDraft } from "./drafts.js";
import { newId } from "./ids.js";
import { ordered } from "./order.js";
import { later } from "./rest.js";
import { statusOf } from "./status.js";
import { t } from "./words.js";

const Shot = later("Shot");

export function Form({ block, line, big }) {
  const form = useRef();
  const [sent, setSent] = useState("");
  const [missing, setMissing] = useState("");
  const fields = ordered(block.fields);
  const keyOf = (field) => `${line.state.screen.activity}/${block.id}/${field.id}`;
  const underWay = fields.some((field) => line.pictures.underWay(keyOf(field)));
  const held = useDraft(line, keyOf(WHEN_THERE)); // it is sent as soon as its picture is there
  useEffect(() => void (held && !underWay && queueMicrotask(goOn)), [held, underWay]); // not within a drawing

  function goOn() {
    const found = fields.map((field) => line.pictures.of(keyOf(field)));
    const whole = found.some(({ kind }) => kind === "kept") && !found.some(({ problem }) => problem);
    if (whole) send();
    else line.drafts.write(keyOf(WHEN_THERE), undefined);
  }

  function submit(event) {
    event.preventDefault();
    send();
  }

  function send() {
    const values = fields.map((field) => [field, given(field, shownIn(form.current, field) ?? line.drafts.read(keyOf(field)))]);
    const empty = values.find(([field, value]) => field.required && !value && !line.pictures.underWay(keyOf(field)));
    setMissing(empty ? empty[0].id : "");
    line.drafts.write(keyOf(WHEN_THERE), (!empty && underWay) || undefined);
    if (empty) return focusOn(form.current.elements.namedItem(empty[0].id));
    if (underWay) return undefined;
    const args = Object.fromEntries(values.filter(wanted).map(([field, value]) => [field.id, valueOf(field, value)]));
    const texts = Object.fromEntries(values.filter(([, value]) => value).map(([field, value]) => [keyOf(field), draftOf(field, value)]));
    const id = line.send(block.id, block.command, { ...block.args, ...args }, texts);
    setSent(id);
    if (id) fields.forEach((field) => line.drafts.write(keyOf(field), undefined));
    return undefined;
  }

  function shown([key, value]) {
    const field = fields.find((one) => keyOf(one) === key);
    return value.picture ? t("A picture") : (field?.options?.[value]?.text ?? value);
  }

  return html`<form ref=${form} onSubmit=${submit} noValidate autocomplete="off">
    ${fields.map((field) => html`<${field.input === "picture" ? Shot : Field} key=${keyOf(field)} field=${field} draft=${keyOf(field)} line=${line}
      missing=${missing === field.id} />`)}
    <div class=${big ? "send big" : "send"}><button class="button go">${block.send}</button></div>
    <${Outcome} id=${sent} line=${line} held=${held && underWay} />
    <${Waiting} items=${statusOf(line).kind === "waiting" ? line.waiting(block.id) : []} shown=${shown} />
  </form>`;
}

const WHEN_THERE = { id: "" };
const given = (field, draft) => (field.input === "picture" ? (draft?.picture ?? "") : (draft ?? field.value ?? "").trim());
const shownIn = (form, { id, input }) => (input === "picture" ? undefined : form.elements.namedItem(id)?.value);
const draftOf = (field, value) => (field.input === "picture" ? { picture: value } : value);
const focusOn = (found) => (found.focus ? found : found[0]).focus();
const wanted = ([field, value]) => value || !["number", "picture"].includes(field.input);
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

function Outcome({ id, line, held }) {
  const soon = t("It is sent as soon as the picture is there.");
  const words = held ? soon : line.outcome(id) === "sent" ? t("Sent ✓") : id && "\u00a0"; // the place is kept, so that nothing jumps
  return html`<span role="status" class="outcome">${words}</span>`;
}

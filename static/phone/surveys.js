/** A survey: questions that are each answered by themselves, and what the answers on scales come to, as bars. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { useDraft } from "./drafts.js";
import { newId } from "./ids.js";
import { ordered } from "./order.js";
import { Label } from "./text.js";
import { t } from "./words.js";

export function Questionnaire({ block, line }) {
  const [told, setTold] = useState({});
  const asks = ordered(block.items);
  const known = JSON.stringify(asks.map(({ given }) => given));
  useEffect(() => void (line.waiting(block.id).length || setTold({})), [known]);
  const waiting = Object.fromEntries(line.waiting(block.id).map(({ args }) => [args.question, args.answer]));
  const heard = ({ id }) => told[id] && line.outcome(told[id].command) !== "refused" && told[id].answer;
  const answerOf = (ask) => waiting[ask.id] ?? (heard(ask) || ask.given || []);
  const done = asks.filter((ask) => answerOf(ask).length).length;
  const words = t("{done} of {of} answered", { done, of: asks.length });

  function give(ask, answer, texts) {
    const command = line.send(block.id, block.command, { question: ask.id, answer }, texts);
    setTold({ ...told, [ask.id]: { answer, command } });
    return command;
  }

  return html`<section>
    <${Label} text=${block.label} />
    <p class="soft" role="status" tabindex="-1">${words}</p>
    <ul class="cards">${asks.map((ask) => html`<li key=${ask.id} class="card">
      <${ask.input === "words" ? Written : Picked} ask=${ask} answer=${answerOf(ask)} line=${line} waits=${ask.id in waiting}
        give=${(answer, texts) => give(ask, answer, texts)} />
    </li>`)}</ul>
  </section>`;
}

function Picked({ ask, answer, give }) {
  const [name] = useState(newId);
  const options = ordered(ask.options);
  const several = ask.input === "several";
  const steps = options.filter(({ text }) => /^\d+$/.test(text));
  const [first, last] = [steps[0], steps.at(-1)];
  const others = ask.input === "scale" ? options.filter((option) => !steps.includes(option)) : options;
  const toggled = (id) => (answer.includes(id) ? answer.filter((one) => one !== id) : [...answer, id]);
  const pick = (id) => give(several ? toggled(id) : [id]);
  const draw = (option, label = option.text) => html`<label key=${option.id} class="option tone- ${answer.includes(option.id) ? "checked" : ""}">
    <input type=${several ? "checkbox" : "radio"} name=${name} value=${option.id} checked=${answer.includes(option.id)} aria-label=${label}
      onChange=${() => pick(option.id)} />
    <b dir="auto">${option.text}</b>
  </label>`;
  const named = (step) => (step.detail ? `${step.text}: ${step.detail}` : step.text);
  return html`<fieldset class="ask">
    <legend dir="auto">${ask.text}</legend>
    ${ask.detail && html`<p class="detail" dir="auto">${ask.detail}</p>`}
    ${ask.input === "scale" && html`<div class="steps">${steps.map((step) => draw(step, named(step)))}</div>
      <p class="detail ends" aria-hidden="true"><span dir="auto">${first?.detail}</span><span dir="auto">${last?.detail}</span></p>`}
    ${others.map((option) => draw(option))}
  </fieldset>`;
}

function Written({ ask, answer, line, waits, give }) {
  const [id] = useState(newId);
  const [sent, setSent] = useState("");
  const key = `${line.state.screen.activity}/${ask.id}/words`;
  const draft = useDraft(line, key);
  const text = draft ?? answer[0] ?? "";
  const send = t("Send");
  const settled = text.trim() && text.trim() === answer[0] && (waits ? t("waiting") : t("Sent ✓ You can still change it."));

  function submit(event) {
    event.preventDefault();
    const words = text.trim();
    if (!words && !answer.length) return event.currentTarget.querySelector("textarea").focus();
    setSent(give(words ? [words] : [], { [key]: words }));
    return line.drafts.write(key, undefined);
  }

  return html`<form class="field" onSubmit=${submit} noValidate>
    <label for=${id} dir="auto">${ask.text}</label>
    <textarea id=${id} rows="3" maxlength=${ask.limit} dir="auto" aria-describedby="${id}-detail" value=${text}
      onInput=${(event) => line.drafts.write(key, event.currentTarget.value)} />
    <p class="under" id="${id}-detail"><span dir="auto">${ask.detail}</span><span aria-hidden="true">${text.length} / ${ask.limit}</span></p>
    <button class="button" aria-label=${`${send}: ${ask.text}`}>${send}</button>
    <span role="status" class="outcome">${settled || (sent && "\u00a0")}</span>
  </form>`;
}

export function Radar({ block }) {
  const number = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const said = (hundredths) => (hundredths ? number.format(hundredths / 100) : "–");
  const wide = (hundredths = 0) => ({ width: `${hundredths / (block.most ?? 5)}%` });
  return html`<section>
    <${Label} text=${block.label} />
    ${block.before && html`<p class="detail" dir="auto">${block.now} / ${block.before}</p>`}
    <ul class="tally">${ordered(block.items).map(({ id, name, text, mean, earlier, spread, detail }) => html`<li key=${id}>
      <p><span dir="auto">${name && html`<b>${name}</b>${" "}`}${text}</span> <b>${said(mean)}</b></p>
      <div class="bar"><div style=${wide(mean)} /></div>
      ${earlier && html`<p class="detail"><span dir="auto">${block.before}</span> <b>${said(earlier)}</b></p>
        <div class="bar tone-soft"><div style=${wide(earlier)} /></div>`}
      ${spread && html`<p class="detail" dir="auto">${spread.map((count, place) => `${place + 1}: ${count}`).join(" · ")}</p>`}
      ${detail && html`<p class="detail" dir="auto">${detail}</p>`}
    </li>`)}</ul>
  </section>`;
}

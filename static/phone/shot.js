/** The field for a picture: take one, or choose one; what became of it is said below, in a place that is kept. */
import { html, useState } from "../vendor/preact.js";
import { newId } from "./ids.js";
import { t } from "./words.js";

const TOUCH = "(pointer: coarse)";

export function Shot({ field, draft, line, missing }) {
  const [id] = useState(newId);
  const state = line.pictures.of(draft);
  const [take, choose, remove] = [t("Take a picture"), t("Choose a picture"), t("Remove it")];
  const preview = t("The picture that you chose");
  const chosen = ({ currentTarget }) => {
    const [file] = currentTarget.files;
    if (file) line.pictures.take(draft, file);
    currentTarget.value = ""; // so that the same one can be chosen again
  };
  const says = { field, chosen, missing, described: `${id}-hint` };
  return html`<fieldset class="field shoots">
    <legend dir="auto">${field.label}</legend>
    ${state.kind !== "none" && html`<div class="preview">${state.source && html`<img src=${state.source} alt=${preview} />`}</div>`}
    <div class="buttons">
      ${matchMedia(TOUCH).matches && html`<${File} ...${says} words=${take} camera />`}
      <${File} ...${says} words=${choose} />
      ${state.kind !== "none" && html`<button type="button" class="button" onClick=${() => line.pictures.drop(draft)}>${remove}</button>`}
    </div>
    <p class="under" id="${id}-hint"><span role="status" dir="auto">${wordsFor(state, field, missing)}</span></p>
  </fieldset>`;
}

function File({ field, chosen, missing, described, words, camera }) {
  return html`<label class="button files">
    <input type="file" name=${field.id} accept="image/*" capture=${camera ? "environment" : undefined} onChange=${chosen}
      aria-invalid=${missing} aria-describedby=${described} />
    <span>${words}</span>
  </label>`;
}

function wordsFor({ kind, part, rests, problem }, field, missing) {
  if (kind === "kept") return t("The picture is there.");
  if (kind === "sending") return rests ? t("The picture waits for the network.") : t("The picture is on its way: {part} %", { part: Math.round(100 * (part ?? 0)) });
  if (problem) return problem;
  return missing ? t("Please fill this in.") : (field.hint ?? "");
}

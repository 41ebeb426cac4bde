/** Leaving: what is asked before, and what is said after. */
import { html, useEffect, useRef, useState } from "../vendor/preact.js";
import { Keepsake } from "./keepsake.js";
import { t } from "./words.js";

export function Leaving({ line, stay }) {
  const [said, say] = useState("");
  const [asked, ask] = useState(false);
  const heading = useRef();
  useEffect(() => heading.current.focus(), []);

  function go(erase) {
    if (!erase && line.waiting().length > 0) return say(t("Something is not sent yet. Please leave when it is."));
    say("");
    ask(true);
    line.leave(erase, (answer) => {
      ask(false);
      say(answer?.message ?? t("There is no network just now. Please try again in a moment."));
    });
  }

  const title = t("Leave the workshop?");
  const counted = t("Dots and answers that were counted stay counted.");
  const words = t("If you erase what you wrote, your words, pictures and name are gone for good, also where they were repeated. Exported copies stay.");
  const [keep, erase, no] = [t("Leave, and keep what I wrote"), t("Leave, and erase what I wrote"), t("Stay")];
  return html`<h2 ref=${heading} tabindex="-1">${title}</h2>
    <p>${words} ${counted}</p>
    <p role="status" class="said-here">${said}</p>
    <button type="button" class="button" disabled=${asked} onClick=${() => go(false)}>${keep}</button>
    <button type="button" class="button tone-stop" disabled=${asked} onClick=${() => go(true)}>${erase}</button>
    <button type="button" class="button go" onClick=${stay}>${no}</button>`;
}

export function Goodbye({ line, title }) {
  const heading = useRef();
  useEffect(() => heading.current.focus(), []);
  const [left, again] = [t("You have left."), t("Come in again")];
  const kept = t("What you wrote stays in the workshop. This phone has forgotten it.");
  const erased = t("What you wrote is erased. This phone has forgotten it too.");
  return html`<main class="goodbye">
    <p class="soft" dir="auto">${title}</p>
    <h1 ref=${heading} tabindex="-1">${left}</h1>
    <p>${line.state.goodbye === "erased" ? erased : kept}</p>
    ${line.state.goodbye === "kept" && html`<${Keepsake} line=${line} />`}
    <button type="button" class="button" onClick=${line.startAnew}>${again}</button>
  </main>`;
}

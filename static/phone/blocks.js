/** How a phone draws each kind of block of the screen language: one function a kind. What people wrote is only ever text. */
import { html, useErrorBoundary } from "../vendor/preact.js";
import { Buttons } from "./buttons.js";
import { Cards } from "./cards.js";
import { Cloud, Phases, Progress, Tally } from "./figures.js";
import { Form } from "./form.js";
import { later } from "./rest.js";
import { Step, Timer } from "./round.js";
import { Heading, Text, Wording } from "./text.js";
import { t } from "./words.js";

/** Every kind of block with the function that draws it. */
export const KINDS = {
  heading: Heading, text: Text, wording: Wording, cards: Cards, form: Form, buttons: Buttons,
  tally: Tally, progress: Progress, phases: Phases, cloud: Cloud, timer: Timer, step: Step,
  graph: later("Graph"), outline: later("Outline"), board: later("Board"), tables: later("Tables"), place: later("Place"),
  picture: later("Picture"), round: later("Round"), choices: later("Choices"), dots: later("Dots"),
  questionnaire: later("Questionnaire"), radar: later("Radar"),
};

/** A block with what it needs: the line to send on, and whether its button is the big one at the bottom. */
export function Block(props) {
  const [error] = useErrorBoundary();
  const draw = KINDS[props.block.kind] ?? Text;
  const sorry = t("This part cannot be shown here.");
  return error ? html`<p class="soft">${sorry}</p>` : html`<${draw} ...${props} />`;
}

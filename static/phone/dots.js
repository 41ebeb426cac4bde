/** Dots to share out among options, or a number for each on a scale; each tap is sent. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { useDealt } from "./dealt.js";
import { ordered } from "./order.js";
import { Label } from "./text.js";
import { t } from "./words.js";

export function Dots({ block, line }) {
  const [given, setGiven] = useState({});
  const options = ordered(block.items);
  const part = useDealt(options.map(({ id }) => id), line);
  const known = options.map(({ id, dots = 0 }) => `${id} ${dots}`).join("\n");
  useEffect(() => void (line.waiting(block.id).length || setGiven({})), [known]);
  const waiting = Object.fromEntries(line.waiting(block.id).map(({ args }) => [args.option, args.dots]));
  const told = ({ id, dots = 0 }) => (given[id] && line.outcome(given[id].command) !== "refused" ? given[id].dots : dots);
  const dotsOf = (option) => waiting[option.id] ?? told(option);
  const left = options.reduce((rest, option) => rest + (option.dots ?? 0) - dotsOf(option), block.left ?? 0);
  const missing = options.filter((option) => dotsOf(option) < 0).length;
  const words = block.scale ? t("Still to rate: {count}", { count: missing }) : t("Dots left: {count}", { count: left });

  function give(option, dots) {
    const command = line.send(block.id, block.command, { option: option.id, dots });
    setGiven({ ...given, [option.id]: { dots, command } });
  }

  return html`<section ref=${part}>
    <${Label} text=${block.label} />
    <p class="soft" role="status" tabindex="-1">${words}</p>
    <ul class="cards">${options.map((option) => html`<${block.scale ? Rating : Dot} key=${option.id} option=${option} dots=${dotsOf(option)} most=${block.most}
      full=${left <= 0 || dotsOf(option) >= block.most} give=${(dots) => give(option, dots)} />`)}</ul>
  </section>`;
}

function Rating({ option, dots, most, give }) {
  const numbers = Array.from({ length: most + 1 }, (_none, number) => number);
  return html`<li class="card dots">
    <div class="said"><p dir="auto">${option.text}</p>${option.detail && html`<p class="detail" dir="auto">${option.detail}</p>`}</div>
    <div class="scale" role="group" aria-label=${option.text}>
      ${numbers.map((number) => html`<button type="button" key=${number} class=${number === dots ? "button go" : "button"}
        aria-pressed=${number === dots} onClick=${() => number === dots || give(number)}>${number}</button>`)}
    </div>
  </li>`;
}

function Dot({ option, dots, full, give }) {
  const less = t("Take a dot back from “{option}”", { option: option.text });
  const more = t("Give a dot to “{option}”", { option: option.text });
  return html`<li class="card dots">
    <div class="said"><p dir="auto">${option.text}</p>${option.detail && html`<p class="detail" dir="auto">${option.detail}</p>`}</div>
    <button type="button" class="button" disabled=${dots === 0} onClick=${() => give(dots - 1)} aria-label=${less}>−</button>
    <span class="given"><b>${dots}</b><span aria-hidden="true">${"●".repeat(Math.min(dots, 6))}</span></span>
    <button type="button" class="button" disabled=${full} onClick=${() => give(dots + 1)} aria-label=${more}>+</button>
  </li>`;
}

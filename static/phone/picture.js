/** A picture that somebody brought: its place is kept before it is there; a tap shows it large. */
import { html, useRef } from "../vendor/preact.js";
import { t } from "./words.js";

export function Picture({ block }) {
  const large = useRef();
  const { picture, width, height, caption } = block;
  const [some, close] = [t("A picture"), t("Close")];
  const alt = block.alt || some;
  const source = `/live/picture/${picture}`;
  const away = ({ target }) => target.tagName !== "BUTTON" && large.current.close();
  return html`<figure class="shot">
    <button type="button" class="enlarges" aria-haspopup="dialog" onClick=${() => large.current.showModal()}>
      <img src=${source} alt=${alt} width=${width} height=${height} loading="lazy" decoding="async" />
    </button>
    ${caption && html`<figcaption class="soft" dir="auto">${caption}</figcaption>`}
    <dialog ref=${large} class="large" aria-label=${alt} onClick=${away}>
      <div class="whole" tabindex="0"><img src=${source} alt=${alt} width=${width} height=${height} loading="lazy" /></div>
      <button type="button" class="button go" onClick=${() => large.current.close()}>${close}</button>
    </dialog>
  </figure>`;
}

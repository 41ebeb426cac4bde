/** The private link to what became of one's words: to be copied, or kept wherever this phone keeps things. */
import { html, useRef, useState } from "../vendor/preact.js";
import { t } from "./words.js";

/** Shown to the person alone: not on a device that a table shares. */
export function Keepsake({ line }) {
  const { welcome, table } = line.state;
  const [said, say] = useState("");
  const field = useRef();
  if (!welcome?.mine || table) return null;
  const address = location.origin + welcome.mine;
  const title = t("What became of what I said");
  const about = t("This address is for you alone. Keep it: it tells what became of your words, today and in a year.");
  const [open, copy, save, copied, sorry] = [t("Open the page"), t("Copy"), t("Save"), t("It is copied."), t("Please copy the address by hand.")];

  async function keep() {
    const done = await (navigator.clipboard?.writeText(address).then(() => true) ?? byHand(field.current)).catch(() => byHand(field.current));
    say(done ? copied : sorry);
  }

  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}`;
  const share = (event) => {
    if (!navigator.share) return; // the link opens a mail to whom one likes
    event.preventDefault();
    navigator.share({ title, url: address }).catch(() => {}); // closed without a choice
  };

  return html`<section class="card keepsake">
    <h2>${title}</h2>
    <p>${about}</p>
    <input ref=${field} readonly aria-label=${title} value=${address} onFocus=${({ target }) => target.select()} />
    <div class="buttons">
      <button type="button" class="button go" onClick=${keep}>${copy}</button>
      <a class="button" href=${mail} onClick=${share}>${save}</a>
      <a class="button" href=${welcome.mine} target="_blank" rel="noopener noreferrer">${open}</a>
    </div>
    <p role="status">${said}</p>
  </section>`;
}

/** Where the page may not write to the clipboard: what is chosen in the field is copied. */
function byHand(field) {
  field.select();
  return document.execCommand("copy");
}

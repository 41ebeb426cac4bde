/** The way in: what the workshop is about, what happens with what one writes, a name for those who like. */
import { html } from "../vendor/preact.js";
import { useDraft } from "./drafts.js";
import { t } from "./words.js";

const NAME = "door/name";

export function Door({ about, line, language }) {
  const name = useDraft(line, NAME) ?? "";
  const { place, people = 0, question, title } = about;
  const notice = about.notice || t("What you write is shown in the room and kept in the record of this workshop.");
  const here = people === 1 ? t("1 person is here") : t("{count} people are here", { count: people });
  const [label, enter, waiting] = [t("Your name, if you like"), t("Come in"), t("waiting")];
  const leaving = t("You can leave at any time, and have your words erased.");
  const coming = line.entering();
  const typed = (event) => line.drafts.write(NAME, event.currentTarget.value);

  function comeIn(event) {
    event.preventDefault();
    line.join({ ...(name.trim() && { name: name.trim() }), language });
  }

  return html`<form onSubmit=${comeIn} autocomplete="off">
    ${question && html`<p class="soft" dir="auto">${title}</p>`}
    <h1 dir="auto">${question || title}</h1>
    <p>${place && html`<span dir="auto">${place}</span>, `}${people > 0 && here}</p>
    <p class="card notice">${notice}</p>
    <p class="soft">${leaving}</p>
    <div class="field">
      <label for="name">${label}</label>
      <input id="name" value=${name} onInput=${typed} maxlength="80" dir="auto" enterkeyhint="go" />
    </div>
    <p role="status" class="soft waits">${coming && waiting}</p>
    <div class="send big"><button class="button go" disabled=${coming}>${enter}</button></div>
  </form>`;
}

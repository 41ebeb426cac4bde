/** The way in: what the workshop is about, what happens with what one writes, a name for those who like; or the table to speak for. */
import { html } from "../vendor/preact.js";
import { useDraft } from "./drafts.js";
import { t } from "./words.js";

const NAME = "door/name";

/** `table` is the one that this phone or tablet is to speak for, `own` says that it is somebody's own. */
export function Door({ about, line, language, table, own }) {
  const name = useDraft(line, NAME)?.trim();
  const { place, people = 0, question, title } = about;
  const notice = about.notice || t("What you write is shown in the room and kept in the record of this workshop.");
  const here = people === 1 ? t("1 person is here") : t("{count} people are here", { count: people });
  const [enter, waiting] = [table ? t("Come in for table {table}", { table }) : t("Come in"), t("waiting")];
  const leaving = t("You can leave at any time, and have your words erased.");
  const coming = line.entering();

  function comeIn(event) {
    event.preventDefault();
    line.join({ ...(table ? { table } : name && { name }), language });
  }

  return html`<form onSubmit=${comeIn} autocomplete="off">
    ${question && html`<p class="soft" dir="auto">${title}</p>`}
    <h1 dir="auto">${question || title}</h1>
    <p>${place && html`<span dir="auto">${place}</span>, `}${people > 0 && here}</p>
    ${table && html`<${Shared} table=${table} />`}
    <p class="card notice">${notice}</p>
    ${table ? html`<${Own} own=${own} />` : html`<p class="soft">${leaving}</p><${Name} line=${line} />`}
    <p role="status" class="soft waits">${coming && waiting}</p>
    <div class="send big"><button class="button go" disabled=${coming}>${enter}</button></div>
  </form>`;
}

function Name({ line }) {
  const [name, label] = [useDraft(line, NAME) ?? "", t("Your name, if you like")];
  const typed = (event) => line.drafts.write(NAME, event.currentTarget.value);
  return html`<div class="field">
    <label for="name">${label}</label>
    <input id="name" value=${name} onInput=${typed} maxlength="80" dir="auto" enterkeyhint="go" />
  </div>`;
}

function Shared({ table }) {
  const [name, speaks] = [t("Table {number}", { number: table }), t("This phone or tablet speaks for the whole table: all who sit here write with it.")];
  return html`<h2 class="my-table">${name}</h2><p>${speaks}</p>`;
}

function Own({ own }) {
  const mine = t("This is my own phone");
  return html`<button type="button" class="button" onClick=${own}>${mine}</button>`;
}

/** The table whose code was scanned, or "". */
export function askedTable() {
  const asked = new URLSearchParams(location.search).get("table") ?? "";
  return /^[1-9]\d{0,2}$/.test(asked) ? asked : "";
}

/** Who is in already and scans the code of a table stays who they are, unless they say otherwise. */
export function Offer({ table, line, language, own }) {
  const [about, speak, stay] = [t("You scanned the code of table {table}.", { table }), t("Speak for table {table}", { table }), t("Stay myself")];
  return html`<section class="text tone-note">
    <p>${about}</p>
    <div class="buttons">
      <button type="button" class="button" onClick=${own}>${stay}</button>
      <button type="button" class="button" onClick=${() => line.join({ table, language })}>${speak}</button>
    </div>
  </section>`;
}

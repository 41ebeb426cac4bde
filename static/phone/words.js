let translations = {};

/** Takes the sentences of a language: English -> translated. */
export function learn(words) {
  translations = words;
}

/** A sentence in the person's language; `{name}` stands for the place `name`. */
export function t(text, places = {}) {
  return (translations[text] ?? text).replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
}

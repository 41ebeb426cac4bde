// Of what a page is made: each path of elements that are seen, by tag, class, role, state and colours, without what they say or are called.
() => {
  const STATE = /^(role|type|lang|disabled|open|required|readonly|checked|tabindex|contenteditable|aria-.*)$/;
  const SAYS = /^(alt|href|for|title|placeholder|aria-(label.*|describedby|controls|owns|details|activedescendant|value.*|roledescription))$/;
  const told = ({ name, value }) => (SAYS.test(name) ? `${name}${value ? "+" : "-"}` : STATE.test(name) ? `${name}=${value}` : "");
  const speaks = (one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const colours = ({ color, backgroundColor, opacity }) => [color, backgroundColor, opacity];
  const short = (text) => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 0x1fffffffffff, 7);
  const states = (one) => [...one.attributes].map(told).filter(Boolean).sort();
  const made = (one) => [one.tagName, ...[...one.classList].sort(), ...states(one), speaks(one), ...colours(getComputedStyle(one))];
  const paths = new Set();
  const walk = (one, above) => {
    if (!one.checkVisibility({ visibilityProperty: true })) return;
    const path = short([above, ...made(one)].join(" "));
    paths.add(path);
    for (const child of one.children) walk(child, path);
  };
  walk(document.body, short(`${document.documentElement.lang} ${document.documentElement.className}`));
  return [...paths];
}

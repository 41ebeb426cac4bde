"""Scripts and sheets without the space that only people need; what they do is the same."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.phones import chromium
from workshop.squeeze import script, sheet

PHONE = Path(__file__).parents[1] / "static" / "phone"
PROGRAM = """
/** Says what it
 *  did. */
function told(list = ["a  b", 'it is // no comment']) {
  const deep = `  ${list.map((one) => `<b>${ { one }.one }  </b>
    and`)}  {`; // said
  let n = 1
  n = n + +1 - -1
  const named = "{who} / {what}".replace(/\\{(\\w+)\\}/g, (whole, name) => name in { who: 1 } ? name : whole)
  return typeof n + n + deep + named;
}
"""


@pytest.mark.browser
def test_a_squeezed_script_does_the_same() -> None:
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(**chromium()).new_page()
        plain, short = (page.evaluate(f"() => {{ {source}; return told(); }}") for source in (PROGRAM, script(PROGRAM)))
    assert short == plain.replace("\n    and", "\nand")
    assert len(script(PROGRAM)) < 0.8 * len(PROGRAM)


def test_what_is_kept_and_what_goes() -> None:
    assert script("const a = b ? 1 : 2; // why\n  /* more */ return a in b") == "const a=b?1:2;return a in b"
    assert script("let a = 1\nlet b = a - -1") == "let a=1\nlet b=a- -1"
    assert script('t("a  b") + `x  ${ y }  z`') == 't("a  b")+`x  ${y}  z`'


@pytest.mark.parametrize("path", sorted(PHONE.glob("*.js")), ids=lambda path: path.name)
def test_what_was_squeezed_stays_as_it_is(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert script(script(source)) == script(source)


def test_a_sheet_keeps_only_the_tokens_that_it_uses() -> None:
    rules = ":root { --paper: #fff; --ink: #000; --far: 1px }\n/* why */\n.a > b, .c { color: var(--ink); margin: 0 2px; }\n"
    assert sheet(rules) == ":root{--ink:#000;}.a>b,.c{color:var(--ink);margin:0 2px}"

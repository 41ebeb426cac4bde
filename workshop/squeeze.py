"""Our own scripts and sheets as they are served: without comments, and without the space that only people need.

It knows strings, templates within templates, and regular expressions in brackets. Names stay as they are, so that an error on a phone
can be read; where JavaScript ends a statement by itself at the end of a line, it still does.
"""

import re
from typing import Final

CODE: Final = re.compile(
    r"""(?P<comment>/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)
      | (?P<kept>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|(?<=\()/(?:\\.|[^/\\\n])+/\w*)
      | (?P<space>\s+)
      | (?P<mark>[`{}])
      | (?P<other>[^\s"'`{}/]+|.)""",
    re.VERBOSE,
)
TEXT: Final = re.compile(r"(?P<mark>`|\$\{)|(?P<line>\n\s*)|(?P<other>(?:\\.|[^`$\n\\]|\$(?!\{))+)", re.DOTALL)
WORD: Final = re.compile(r"[\w$]")
TEMPLATE: Final = "`"


def script(source: str) -> str:
    """A module of ours, squeezed."""
    inside: list[str] = [""]
    made, space, at = [""], "", 0
    while at < len(source):
        text = inside[-1] == TEMPLATE
        found = (TEXT if text else CODE).match(source, at)
        assert found is not None
        at, piece, kind = found.end(), found[0], found.lastgroup
        if kind in ("space", "comment"):
            space += "\n" if "\n" in piece else " "
            continue
        made += [_between(made[-1][-1:], space, piece[0]), "\n" if kind == "line" else piece]
        space = ""
        if kind == "mark":
            _step(inside, piece)
    return "".join(made)


def _step(inside: list[str], mark: str) -> None:
    """Goes into a template or a bracket, or out of it."""
    if mark == "}" or mark == inside[-1] == TEMPLATE:
        inside.pop()
    else:
        inside.append(mark)


def _between(before: str, space: str, after: str) -> str:
    """What must stay between two pieces of code."""
    if "\n" in space:
        return "" if before in "{;,(" else "\n"
    apart = (WORD.match(before) and WORD.match(after)) or (before == after and before in "+-")
    return " " if space and apart else ""


def sheet(rules: str) -> str:
    """A style sheet, squeezed, without the tokens that it does not use."""
    short = re.sub(r"\s*([{};,>])\s*|(:) ", r"\1\2", re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)).replace(";}", "}")
    used = set(re.findall(r"var\((--[\w-]+)", short))
    return re.sub(r"(--[\w-]+):[^;{}]*(?:;|(?=\}))", lambda token: token[0] if token[1] in used else "", short).strip()

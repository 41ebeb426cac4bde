"""How a thing of a process is called everywhere: "CODE/item", and "process/7" for what belongs to the process itself.

What was brought into a workshop from another keeps the name that it has there.
"""

import re
from typing import Final

from workshop.messages import CODE_LENGTH, CODE_LETTERS
from workshop.process.vocabulary import OWN

ELSEWHERE: Final = re.compile(rf"^([{CODE_LETTERS}]{{{CODE_LENGTH}}}|{OWN}(-[{CODE_LETTERS}]{{{CODE_LENGTH}}})?)/.")


def ref_in(code: str, item: str) -> str:
    """The name of an item of a workshop in the whole process."""
    return item if is_from_elsewhere(item) else f"{code}/{item}"


def is_from_elsewhere(item: str) -> bool:
    """Whether an item was brought into its workshop."""
    return ELSEWHERE.match(item) is not None


def home_of(ref: str) -> str:
    """The workshop that a thing comes from: its code, or "process"."""
    return ref.partition("/")[0]


def known_to(parent: str, ref: str) -> str:
    """The name of a thing of process `parent` where it comes into another process: its own contributions are told apart by the code."""
    home, _slash, item = ref.partition("/")
    return f"{OWN}-{parent}/{item}" if home == OWN else ref

"""What came of the last press, said beside it: a refusal with what to do, or that it is done."""

from workshop.pages.elements import Words, adorn, box


class Told:
    """One sentence at a time; nothing is there before something was pressed."""

    def __init__(self) -> None:
        with box("told") as place:
            self._wrong, self._done = Words("p", "", "stop"), Words("p", "", "good")
        adorn(place, role="status")

    def say(self, text: str, wrong: bool = False) -> None:
        """Another sentence in the place of the one before."""
        self._wrong.say(text if wrong else "")
        self._done.say("" if wrong else text)

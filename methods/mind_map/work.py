"""What is computed off the event loop; the libraries for it take long to load, and are loaded in the process that computes.

Each of these is a `call` of `workshop.method.Work`; its answer, JSON as described, is what the command gets. `round` is handed back.
An idea is (id, text), in the order in which they came; `language` is that of the titles, "" for that of most ideas.
The same questions have the same answers.
"""

from collections.abc import Sequence
from typing import Any

from methods.mind_map.sketch import Present, Rules

Ideas = Sequence[tuple[str, str]]
NONE = Rules()


def sort_ideas(
    round: int, ideas: Ideas, seed: int, topic: str = "", groups: Sequence[Present] = (), rules: Rules = NONE, language: str = ""
) -> dict[str, Any]:
    """All ideas grouped anew, the largest group first; with the present `groups`, a preview of what would change.

    {"round": n,
     "groups": [{"id": the present group that it goes on from ("" for a new one), "title": ..., "best": the idea that says most
                 about it (the subtitle), "ideas": [ids, the most typical first]}],
     "unplaced": [ids of ideas that are near to nothing],
     "moved": [{"idea": id, "from": present group or "", "to": its "id" or "", "number": the place of the group in "groups", or -1}],
     "gone": [ids of present groups that no group goes on from]}
    """
    from methods.mind_map import sorting

    return sorting.sort_ideas(round, ideas, seed, topic, language, groups, rules)


def place_ideas(round: int, new: Ideas, groups: Sequence[tuple[str, Sequence[str]]]) -> dict[str, Any]:
    """Groups for ideas that came later, and nothing else moves; groups are (id, the texts of its ideas).

    {"round": n, "places": {idea: group}}; ideas that are near to no group are left out: they stay "not yet placed".
    """
    from methods.mind_map import placing

    return placing.place_ideas(round, new, groups)


def suggest(
    round: int, ideas: Ideas, groups: Sequence[Present], seed: int, topic: str = "", rules: Rules = NONE, language: str = ""
) -> dict[str, Any]:
    """What could be better in the present grouping, to be offered (every 25 ideas): few offers, the clearest first.

    {"round": n,
     "offers": [{"key": the same for the same offer (one that was declined is known again by it),
                 "kind": "split" | "merge" | "new",
                 "groups": split: [the group]; merge: [the group that goes, the group it goes into]; new: [],
                 "parts": [{"title", "best", "ideas": [ids]}]: what there would be instead; of a split the first part keeps
                          the group's id, a merge has one part, a new group (of ideas not yet placed) one,
                 "moved": how many ideas would change their group}],
     "titles": [{"group": id, "title": ..., "best": idea}]: those that the machine named and of which a third of the ideas changed}
    """
    from methods.mind_map import suggestions

    return suggestions.suggest(round, ideas, groups, seed, topic, language, rules)


def duplicates(round: int, ideas: Ideas, apart: Sequence[tuple[str, str]] = ()) -> dict[str, Any]:
    """Ideas that seem to say the same, the surest first; `apart` are pairs of which somebody said that they do not.

    {"round": n, "pairs": [{"idea": the one that came first, "same": the later one, "alike": cosine, up to 1}]}
    """
    from methods.mind_map import duplicates as pairs

    return pairs.duplicates(round, ideas, apart)

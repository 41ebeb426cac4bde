"""Maps of three hundred ideas in many scripts; run as a command, a server whose gallery shows them: `maps python -m workshop serve ...`."""

import runpy
import sys
from itertools import cycle, islice

from methods.mind_map.layout import Tray, focused, placed
from methods.mind_map.sides import Branch, Family
from methods.mind_map.ties import Tie
from workshop.blocks import Graph
from workshop.pages.gallery import frames

TITLES = (
    "Arbres et ombre", "Se déplacer autrement, sans voiture et sans attendre", "Musik", "Straßenbahnhaltestellenüberdachungen",
    "مساحات خضراء", "🌳🌳 Nature", "街に木を",
    "Le vivre-ensemble et la solidarité entre les générations", "Eau", "Toilettes", "Lumière le soir",
)  # fmt: skip
TEXTS = (
    "Des bancs à dossier, à l’ombre des grands arbres, pour que ma mère puisse se reposer en allant au marché", "Une fontaine",
    "مكان هادئ للقراءة تحت الأشجار", "🎺 Une scène pour la fanfare 🎺", "木を植える、ベンチを置く",
    "Donaudampfschifffahrtsgesellschaftskapitänspatent",
    "Moins de voitures de 16 h à 19 h", "Un marché le samedi matin, comme avant",
)  # fmt: skip


def crowd(groups: int, ideas: int) -> Graph:
    """A map with everything on it: many groups, two groups of groups, relations, and what is not yet placed."""
    texts, titles = cycle(TEXTS), cycle(TITLES)
    each = [tuple((f"i{n}", text) for n, text in enumerate(islice(texts, ideas // groups))) for _group in range(groups)]
    family = {0: "town", 4: "town", 1: "way", 3: "way", 7: "way"}
    branches = [
        Branch(f"g{n}", next(titles), n % 8 + 1, own, n, len(own) + 30 * (n % 5 == 0), family.get(n, ""), TEXTS[0] if n % 3 == 0 else "")
        for n, own in enumerate(each)
    ]
    ties = [Tie(f"t{n}", f"g{n}", f"g{n + 3}", word) for n, word in enumerate(("suppose", "contredit tout à fait", "مثل", "aide"))]
    families = [Family("town", "La nature en ville"), Family("way", "Se déplacer autrement")]
    return placed(
        "Que voulons-nous pour notre place ?",
        ideas,
        branches,
        families,
        ties,
        Tray("Pas encore placées", 12, (("a", TEXTS[0]), ("b", TEXTS[2]))),
    )


def alone() -> Graph:
    """One group with very many ideas."""
    ideas = tuple((f"i{n}", text) for n, text in enumerate(islice(cycle(TEXTS), 120)))
    return focused("Que voulons-nous pour notre place ?", 300, Branch("g", TITLES[1], 5, ideas, 0, 120))


MAPS = {"twelve": crowd(12, 300), "thirty": crowd(30, 300), "alone": alone()}

if __name__ == "__main__":
    setattr(frames, "samples", lambda name: (MAPS[name], MAPS[name]))  # noqa: B010
    sys.argv = sys.argv[3:]
    runpy.run_module("workshop", run_name="__main__", alter_sys=True)

"""Words that say nothing of a subject in our four languages: of grammar, and of wishing. Without accents, as they are compared."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from methods.mind_map.pieces import plain

ENGLISH = """
    a about across after agree all also always am an and any are as at away be because become been before being believe best
    better between both but by can cannot continue could did do does don else enough even ever every everyone feel focus for from
    get getting give go going good great had has have having he help her here him his hope how i idea if in into is it its
    just keep know let lets like likely look lot lots love make making many may maybe me more most much must my need needed
    needs never new no not now of off often on one only or other others our out over own part people perhaps place please
    possible provide put rather real really same see seeing seem should since so some somebody someone something still stop
    such sure take than that the their them then there these they thing things think this those to too toward towards try
    under until up us use very want was way ways we well were what when where which while who why will wish with within
    without would year years yes you your
"""
FRENCH = """
    afin ai ainsi aller alors apres as au aucun aucune aussi autre autres aux avec avoir avons bien bon bonne car ce cela
    ces cet cette chaque chez chose choses comme comment contre dans de depuis des deux devant devrait doit doivent donc
    donner du elle elles en encore entre es est et etait etre eu faire fait faut il ils je la le les leur leurs lieu lui ma
    mais mal me meme mes mettre mieux mis moi moins mon ne nos notre nous nouveau nouveaux nouvelle on ont ou oui par pas
    permettre peu peut pour pourquoi pouvoir pres qu quand que quel quelle quelque quelques qui quoi rendre sa sans se sera
    ses si soit son sont souhaite sous sur ta tant te tes toi ton toujours tous tout toute toutes tres trop tu un une veux
    voir vos votre voudrais vous
"""
SPANISH = """
    a al algo algun alguna alguno algunos ante antes aqui asi aun aunque bien buena bueno cada como con contra creo cual
    cuando dar de debe deben deberia del desde despues donde dos el ella ellas ellos en entre era eran es esa esas ese eso
    esos esta estan estar estas este esto estos fue gente gustaria ha haber habra hace hacer hacia han hasta hay haya he
    incluso la las le les lo los mas me mejor mejorar menos mi mis mucha muchas mucho muchos muy nada ni no nos nosotros
    nuestra nuestro nueva nuevo o otra otras otro otros para pero poca poco poder pone poner por porque posible puede pueden
    pues que quien quiero sea sean ser seria si sido siempre sin sobre solo son soy su sus tal tambien tan tanto te tener
    tengo tiene tienen toda todas todo todos tu un una unas uno unos usted ustedes ver vez y ya yo
"""
DUTCH = """
    aan al alle alleen allemaal als altijd andere anders ben beter bij bijvoorbeeld daar dan dat de deze die dit doen door
    dus een eens eigen en er ergens etc ga gaan geen geven goed goede graag had heb hebben heeft hem het hier hij hoe hun
    iedereen iets ik in is ja je jij jullie kan komen krijgen kunnen laat laten maar maken meer meest men met mij mijn
    minder moet moeten mogelijk na naar niet niets nieuw nieuwe nodig nog nu of om omdat onder ons onze ook op over samen te
    tegen toch toe tot tussen u uit vaak van veel via voor waar waarom wanneer want waren was wat we wel welke wens werd wie
    wij wil willen worden wordt zal ze zeer zelf zich zien zij zijn zo zoals zonder zorgen zou zouden
"""
LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH, "nl": DUTCH}
STOP = frozenset(" ".join(LANGUAGES.values()).split())
SPOKEN = {word: tuple(name for name, words in LANGUAGES.items() if word in words.split()) for word in STOP}


@lru_cache(maxsize=20_000)
def language_of(text: str) -> str:
    """The language whose words of grammar a text has most of, or "" where it has none, or as many of two languages.

    >>> [language_of(text) for text in ("Plus de bancs dans le parc", "Meer bankjes in het park", "Park")]
    ['fr', 'nl', '']
    """
    found = Counter(name for word in plain(text).split() for name in SPOKEN.get(word, ()))
    (first, count), (_second, next_count) = (*found.most_common(2), ("", 0), ("", 0))[:2]
    return first if count > next_count else ""


def most_spoken(texts: Iterable[str]) -> str:
    """The language that most of the texts are in that show one."""
    found = Counter(language_of(text) for text in texts)
    return max(LANGUAGES, key=lambda name: found[name]) if sum(found[name] for name in LANGUAGES) else ""

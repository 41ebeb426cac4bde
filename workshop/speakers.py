"""Speakers of every language who know the words of all methods."""

from collections.abc import Callable, Mapping

from workshop.language import Speaker, speaker
from workshop.live import OWN_LOCALE
from workshop.method import Method


def speakers(methods: Mapping[str, Method]) -> Callable[[str], Speaker]:
    """Gives a speaker for a language."""
    folders = (OWN_LOCALE, *sorted({method.locale for method in methods.values()}))
    return lambda language: speaker(language, folders)

"""Thousands of things in a state: immutable, and quick however many there are.

What is asked of a shelf costs what it gives back, not what it holds: a state that keeps thousands of contributions on one can show the
latest, or the next from anywhere, at every beat.
"""

from workshop.shelf.catalogue import Catalogue
from workshop.shelf.numbers import Numbers
from workshop.shelf.ranked import Ranked, Ranking
from workshop.shelf.shelf import Shelf

__all__ = ["Catalogue", "Numbers", "Ranked", "Ranking", "Shelf"]

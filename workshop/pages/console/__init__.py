"""The console: the agenda on the left, the running step in the middle, people on the right, and one big Next."""

from workshop.pages.console.page import console

__all__ = ["console"]

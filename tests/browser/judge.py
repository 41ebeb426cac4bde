"""What axe finds on a screen that is made of something it has not judged yet."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Page

MADE_OF = (Path(__file__).parent / "judge.js").read_text(encoding="utf-8")
AXE = """(only) => axe.run(document, {
  resultTypes: ['violations'],
  runOnly: only.length ? { type: 'rule', values: only }
    : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: only.length ? {} : { 'target-size': { enabled: true } },
}).then((found) => found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html.slice(0, 200)])))"""
COLOURS: Final = ("color-contrast",)
PLACES: Final = ("target-size", "scrollable-region-focusable", "color-contrast")  # what lies beside, over and under something else
EVERY: Final = "every rule"
Fault = tuple[str, ...]


@dataclass
class Judge:
    """Remembers of what the screens were made that were judged: by every rule, at a width, and in the dark."""

    violations: list[Fault] = field(default_factory=list)
    judged: list[str] = field(default_factory=list)
    known: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    async def at(self, page: Page, name: str, width: int) -> None:
        """By every rule, if something is new; by those on places, if it is new at this width."""
        made, size = set[int](await page.evaluate(MADE_OF)), f"at {width}"
        if not made <= self.known[EVERY]:
            await self._axe(page, f"{name} {size}", ())
            self.judged.append(name)
            self.known[EVERY] |= made
        elif not made <= self.known[size]:
            await self._axe(page, f"{name} {size}", PLACES)
        self.known[size] |= made

    async def dark(self, page: Page, name: str) -> None:
        """By its colours, if one of them is new."""
        made = set[int](await page.evaluate(MADE_OF))
        if not made <= self.known["dark"]:
            await self._axe(page, f"{name} dark", COLOURS)
        self.known["dark"] |= made

    async def _axe(self, page: Page, where: str, only: Sequence[str]) -> None:
        if not await page.evaluate("'axe' in window"):
            await page.evaluate(f"{AXE_SCRIPT}; 0")
        found: list[Any] = await page.evaluate(AXE, list(only))
        self.violations += [(where, *one) for one in found]

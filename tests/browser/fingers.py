"""Fingers on a keyboard, and nothing else: what they reach, one stop after the other, must show that it has the focus."""

from playwright.async_api import Page

MOST_STOPS = 120
FOCUSED = """async () => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const moving = document.getAnimations().filter((movement) => movement instanceof CSSTransition);
  await Promise.allSettled(moving.map(({ finished }) => finished)); // a drawer that is on its way covers what it passes
  const place = () => JSON.stringify(one.getBoundingClientRect());
  for (let last = ""; last !== place(); await new Promise((then) => setTimeout(then, 20))) last = place();
  const field = ["INPUT", "TEXTAREA", "SELECT"].includes(one.tagName);
  const label = one.ariaLabel ||
    one.ariaLabelledByElements?.[0]?.innerText || (field && (one.labels?.[0] ?? one.closest("label"))?.innerText);
  const marked = (part) => {
    const style = getComputedStyle(part);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  };
  const inner = !one.matches(":focus"); // the calendar within a date field: the browser itself marks that
  const around = [one, one.parentElement, one.closest("label, li, .template")].filter(Boolean);
  const { left, top, width, height } = one.getBoundingClientRect();
  const at = (x, y) => document.elementFromPoint(left + width * x, top + height * y);
  const covering = [[.5, .5], [.1, .5], [.9, .5], [.5, .15], [.5, .85]].map(([x, y]) => at(x, y));
  const open = covering.some((top) => top && (one.contains(top) || top.contains(one) || top.closest("label")?.contains(one)));
  return { name: (label || one.innerText || one.value || "").trim(), tag: one.tagName, marked: inner || around.some(marked), open };
}"""


class Fingers:
    """Somebody who uses a page by its keyboard; `stops` are the names of what had the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stops: list[str] = []

    async def reach(self, name: str, key: str = "Tab") -> None:
        """Presses Tab until something of that name has the focus; each stop on the way must be seen."""
        passed: list[str] = []
        for _stop in range(MOST_STOPS):
            await self.page.keyboard.press(key)
            focused = await self.page.evaluate(FOCUSED)
            if focused is None:
                continue
            passed.append(focused["name"])
            assert focused["marked"], f"the focus is not to be seen on {focused}"
            assert focused["open"], f"something covers {focused}"
            if name in focused["name"]:
                self.stops += passed
                return
        raise AssertionError(f"{name!r} is not among {passed}")

    async def press(self, name: str) -> None:
        """Reaches a button or a link, and presses it."""
        await self.reach(name)
        await self.page.keyboard.press("Enter")

    async def write(self, name: str, text: str) -> None:
        """Reaches a field, and writes in the place of what it says."""
        await self.reach(name)
        await self.page.keyboard.press("ControlOrMeta+a")
        await self.page.keyboard.type(text)

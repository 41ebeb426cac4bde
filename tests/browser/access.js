// What a page is like for those who do not see it, do not point at it, or have it four times as large.
() => {
  const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !one.closest("[inert]");
  const all = (what) => [...document.querySelectorAll(what)].filter(seen);
  const called = (one) => (one.getAttribute("aria-label") || one.innerText || one.placeholder || one.outerHTML).slice(0, 60);
  const rectangle = (one) => (["radio", "checkbox"].includes(one.type) ? (one.closest("label") ?? one) : one).getBoundingClientRect();
  const seconds = (list) => Math.max(...list.split(",").map((one) => parseFloat(one) * (one.trim().endsWith("ms") ? 0.001 : 1)));
  const moving = (one, part) => {
    const style = getComputedStyle(one, part);
    const animated = style.animationName !== "none" ? seconds(style.animationDuration) : 0;
    return Math.max(seconds(style.transitionDuration) + seconds(style.transitionDelay), animated) > 0.001;
  };
  const level = (one) => Number(one.getAttribute("aria-level") ?? one.tagName.slice(1));
  const scrollsAside = (one) => one.scrollWidth > one.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(one).overflowX);
  return {
    titles: all("h1, h2, h3, h4, h5, h6, [role=heading]").filter((one) => level(one) === 1).map((one) => one.innerText),
    levels: all("h1, h2, h3, h4, h5, h6, [role=heading]").map(level),
    twice: [...document.querySelectorAll("[id]")].map((one) => one.id).filter((id, place, ids) => ids.indexOf(id) !== place),
    language: document.documentElement.lang,
    landmarks: all("main, [role=main]").length,
    wide: document.documentElement.scrollWidth - innerWidth,
    aside: all("body *").filter(scrollsAside).map((one) => one.className),
    moves: all("body *").filter((one) => [null, "::before", "::after"].some((part) => moving(one, part))).map((one) => one.className),
    running: document.getAnimations().filter((one) => one.effect.getComputedTiming().duration > 1).length,
    loud: all("[aria-live=assertive]").map((one) => one.className),
    targets: all("a[href], button, summary, input, select, textarea, [role=button]").map((one) => {
      const { width, height } = rectangle(one);
      return { called: called(one), width: Math.round(width), height: Math.round(height) };
    }),
  };
}

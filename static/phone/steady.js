/** The field in which somebody writes stays where it is on the glass, whatever comes in above it. */
const FIELDS = "input, textarea, select";

/** Draws, and moves the page so that the focused field has not moved; `spare` is room at the top where the page cannot scroll. */
export function drawSteadily(drawing, page) {
  const field = document.activeElement?.matches(FIELDS) ? document.activeElement : null;
  const before = field?.getBoundingClientRect().top;
  drawing();
  if (field !== document.activeElement) return room(page, 0);
  if (!field) return undefined;
  const moved = field.getBoundingClientRect().top - before;
  if (!moved) return undefined;
  scrollBy(0, moved);
  const rest = before - field.getBoundingClientRect().top;
  return room(page, Math.max(0, parseFloat(page.style.paddingTop || 0) + rest));
}

function room(page, height) {
  page.style.paddingTop = height ? `${height}px` : "";
}

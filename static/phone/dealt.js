/** Whoever asked for other cards finds them from their beginning: they come to the top and get the focus. */
import { useEffect, useRef } from "../vendor/preact.js";

/** A ref for the part that holds things with these ids; its first [tabindex] gets the focus when most of them are others. */
export function useDealt(ids, line) {
  const part = useRef();
  const before = useRef(ids);
  useEffect(() => {
    const known = ids.filter((id) => before.current.includes(id));
    const others = before.current.length > 0 && known.length < ids.length / 2;
    before.current = ids;
    if (!others || !line.fresh() || document.activeElement?.matches("input, textarea, select")) return;
    const start = part.current.querySelector("[tabindex]");
    start?.scrollIntoView({ block: "start" });
    start?.focus({ preventScroll: true });
  }, [ids.join(" ")]);
  return part;
}

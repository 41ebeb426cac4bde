/** The tabs of one phone: each sends what was written in it, and what a tab left behind that is no longer there. */
import { newId } from "./ids.js";

const ALIVE = 6000;

/** This tab among the others on a shelf; it counts as there while it says so every few seconds. */
export function openTab(shelf) {
  const me = newId();
  const markOf = (tab) => `tab.${tab}`;
  return {
    me,
    here: () => shelf.write(markOf(me), Date.now()),
    gone: () => shelf.write(markOf(me), undefined),
    /** Whether what that tab wrote is for this one to send. */
    sends(tab) {
      if (tab === me) return true;
      const mark = shelf.read(markOf(tab));
      const there = Math.abs(Date.now() - mark) < ALIVE;
      if (mark && !there) shelf.write(markOf(tab), undefined);
      return !there;
    },
  };
}

/** How long to wait, so that a thousand phones which lost the network together do not come back together. */
const FIRST = 2000;
const LONGEST = 9000;

/** The wait before the next try after so many failed ones, in ms: the first anywhere within two seconds, then longer and longer. */
export function waitAfter(failures) {
  if (failures === 0) return FIRST * Math.random();
  return Math.min(FIRST * 1.7 ** failures, LONGEST) * (0.5 + Math.random() / 2);
}

/** At least so long, and up to half more. */
export const atLeast = (ms) => ms * (1 + Math.random() / 2);

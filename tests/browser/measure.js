// What can be measured of a wall: does all of it fit, how small is the smallest letter, how well does each text stand out, what lies over what.
() => {
  const numbers = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const [r, g, b, a = 1] = numbers(getComputedStyle(one).backgroundColor);
      if (a > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const contrast = (element) => {
    let see = 1;
    for (let one = element; one; one = one.parentElement) see *= Number(getComputedStyle(one).opacity);
    const back = behind(element), ink = numbers(getComputedStyle(element).color).slice(0, 3);
    const mixed = ink.map((value, place) => see * value + (1 - see) * back[place]);
    const [low, high] = [light(mixed), light(back)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const boxOf = (element) => {
    const { webkitLineClamp: lines, textOverflow: end } = getComputedStyle(element);
    if (lines !== 'none' || end === 'ellipsis') return element.getBoundingClientRect(); // it says "…" where it goes on
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  };
  const within = (box, left, top, right, bottom) => box.left >= left - 1 && box.top >= top - 1 && box.right <= right + 1 && box.bottom <= bottom + 1;
  const speaks = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const seen = [...document.querySelectorAll('.page *')].filter((one) => one.checkVisibility({ opacityProperty: true }) && speaks(one));
  const texts = seen.map((element) => {
    const box = boxOf(element), frame = element.closest('.screen, .welcome')?.getBoundingClientRect();
    return {
      text: element.textContent.trim().slice(0, 60),
      size: parseFloat(getComputedStyle(element).fontSize),
      inside: within(box, 0, 0, innerWidth, innerHeight) && (!frame || within(box, frame.left, frame.top - 8, frame.right, frame.bottom)),
      contrast: element.closest('.shape') ? 21 : contrast(element),
    };
  });
  const blocks = new Set(seen.map((one) => { while (getComputedStyle(one).display === 'inline') one = one.parentElement; return one; }));
  const placed = [...blocks].map((one) => [one, one.matches('.ring > *') ? one.parentElement.getBoundingClientRect() : boxOf(one)]);
  const covered = [];
  for (const [one, a] of placed) {
    for (const [other, b] of placed) {
      if (one === other || one.contains(other) || other.contains(one) || one.compareDocumentPosition(other) & 2) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 4 && high > 6) covered.push(`${one.textContent.trim().slice(0, 40)} / ${other.textContent.trim().slice(0, 40)}`);
    }
  }
  const page = document.scrollingElement, area = [...document.querySelectorAll('.screen, .welcome')].find((one) => one.offsetParent);
  const code = document.querySelector('.join-code');
  return {
    texts, covered,
    scrolls: page.scrollHeight > innerHeight || page.scrollWidth > innerWidth,
    cut: !area || area.scrollHeight > area.clientHeight + 1 || area.scrollWidth > area.clientWidth + 1,
    code: code?.checkVisibility() ? code.getBoundingClientRect().height / innerHeight : null,
  };
}

// The branches of a map, from the topic to where its groups stand; the sheet moves them as the groups move.
import { place } from './motion.js';

export function draw(area) {
  for (const map of area.querySelectorAll('.mind')) {
    const topic = middle(map.querySelector('.topic'), map);
    for (const branch of map.querySelectorAll('.branch')) {
      const name = map.querySelector(`[data-key="${CSS.escape(branch.dataset.to)}"] .group-name`);
      if (!name) continue;
      const to = middle(name, map), end = to.x + Math.sign(topic.x - to.x) * to.half, bend = (topic.x + end) / 2;
      branch.setAttribute('d', `M${topic.x} ${topic.y} C${bend} ${topic.y} ${bend} ${to.y} ${end} ${to.y}`);
    }
  }
}

function middle(one, map) {
  const [x, y] = place(one, map), half = one.offsetWidth / 2;
  return { x: x + half, y: y + one.offsetHeight / 2, half };
}

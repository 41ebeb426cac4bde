// A double click fills the screen, as the key F does; a pointer that rests is not projected.
const IDLE_MS = 3000;
let rests = 0;

document.addEventListener('dblclick', () => {
  getSelection()?.removeAllRanges();
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => { /* not every window may */ });
});

document.addEventListener('pointermove', () => {
  document.body.classList.remove('resting');
  clearTimeout(rests);
  rests = setTimeout(() => document.body.classList.add('resting'), IDLE_MS);
});

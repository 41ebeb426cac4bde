// What the pages cannot do from the server: keys, a wall whose text fits, a screen that stays awake. No words of anybody pass here.
const typing = (target) => target.closest && target.closest('input, textarea, select, [contenteditable]');

document.addEventListener('keydown', (event) => {
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'f' && document.body.classList.contains('wall')) {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
    return;
  }
  if (event.key === ' ' && event.target.closest && event.target.closest('button, a, summary')) return;
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (button && button.offsetParent !== null) {
    event.preventDefault();
    button.click();
  }
});

// The wall: letters as large as they can be without anything falling off the screen.
function fit(screen) {
  let low = 0.45, high = 1;
  const fits = (size) => {
    screen.style.setProperty('--fit', size);
    return screen.scrollHeight <= screen.clientHeight + 1 && screen.scrollWidth <= screen.clientWidth + 1;
  };
  if (fits(high)) return;
  for (let step = 0; step < 6; step += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  fits(low);
}

function watch() {
  const screen = document.querySelector('.wall .screen');
  if (!screen) {
    setTimeout(watch, 100);
    return;
  }
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; fit(screen); });
  };
  new MutationObserver(soon).observe(screen, { childList: true, subtree: true, characterData: true });
  new ResizeObserver(soon).observe(screen);
  document.fonts.ready.then(soon);
  soon();
}

async function awake() {
  try {
    if (navigator.wakeLock && document.visibilityState === 'visible') await navigator.wakeLock.request('screen');
  } catch { /* the browser may refuse: then the screen sleeps as the machine is set */ }
}

watch();
awake();
document.addEventListener('visibilitychange', awake);

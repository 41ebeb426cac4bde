// What the pages cannot do from the server: keys, a screen that stays awake. No words of anybody pass here.
const typing = (target) => target.closest && target.closest('input, textarea, select, [contenteditable]');

document.addEventListener('keydown', (event) => {
  if (event.repeat || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === 'f' && document.body.classList.contains('wall')) {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
    return;
  }
  if (event.key === ' ' && event.target.closest && event.target.closest('button, a, summary')) return;
  const button = document.querySelector(`[data-key~="${CSS.escape(key)}"]`);
  if (button && button.offsetParent !== null && !button.closest('[inert]')) {
    event.preventDefault();
    button.click();
  }
});

// What is behind a few dots closes when something else is pressed
function fold(pressed) {
  for (const open of document.querySelectorAll('.pop[open], .key-help[open]')) if (!open.contains(pressed)) open.open = false;
}
document.addEventListener('click', (event) => fold(event.target));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') fold(null);
});

async function awake() {
  try {
    if (navigator.wakeLock && document.visibilityState === 'visible') await navigator.wakeLock.request('screen');
  } catch { /* the browser may refuse: then the screen sleeps as the machine is set */ }
}

awake();
document.addEventListener('visibilitychange', awake);

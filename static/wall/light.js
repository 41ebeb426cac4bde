// Dark or light, before anything is drawn: as the address asks, or as it was here the last time.
const asked = new URLSearchParams(location.search).get('dark');
const kept = () => { try { return localStorage.getItem('palabre.wall'); } catch { return null; } };

function shine(dark) {
  document.documentElement.classList.toggle('dim', dark);
  document.getElementById('in-the-dark').media = dark ? 'all' : 'not all';
  try { localStorage.setItem('palabre.wall', dark ? 'dark' : 'light'); } catch { /* then it is asked again the next time */ }
}

shine(asked === null ? kept() === 'dark' : asked !== '0');
document.addEventListener('keydown', (event) => {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 'd') return;
  shine(!document.documentElement.classList.contains('dim'));
});

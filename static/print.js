// The one thing that this page does: print itself.
document.querySelector('[data-print]')?.addEventListener('click', () => print());

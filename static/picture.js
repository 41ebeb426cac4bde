// A picture that a facilitator adds: made smaller here, sent at once, and its id put into the form. No words of anybody pass here.
import { shrunk } from './phone/shrink.js';

const AGAIN_MS = 2000, MOST_TRIES = 20;
const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
const wait = (ms) => new Promise((then) => setTimeout(then, ms));

document.addEventListener('change', ({ target }) => {
  const field = target.matches('.picture-field [type=file]') && target.closest('.picture-field');
  if (field) take(field, target.files[0]);
});

document.addEventListener('reset', ({ target }) => target.querySelectorAll('.picture-field').forEach(empty));

// What is not there yet cannot go along.
document.addEventListener('submit', (event) => {
  if (!event.target.querySelector('.picture-field[data-state=sending]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

async function take(field, file) {
  empty(field);
  if (!file) return;
  const mine = field.dataset.upload = newId();
  field.dataset.state = 'sending';
  const { blob, preview } = await shrunk(file);
  if (field.dataset.upload !== mine) return;
  field.querySelector('.preview').src = preview;
  const answer = await sent(mine, blob, () => field.dataset.upload === mine);
  if (field.dataset.upload !== mine) return;
  field.dataset.state = answer.ok ? 'kept' : 'failed';
  if (answer.message) field.querySelector('.when-failed').textContent = answer.message;
  field.querySelector('[type=hidden]').value = answer.ok ? answer.id : '';
  if (!answer.ok) field.querySelector('[type=file]').value = '';
}

function empty(field) {
  delete field.dataset.state;
  delete field.dataset.upload;
  field.querySelector('[type=hidden]').value = '';
  field.querySelector('.preview').removeAttribute('src');
}

async function sent(id, blob, wanted) {
  const code = document.querySelector('[data-code]').dataset.code;
  for (let tries = 0; tries < MOST_TRIES && wanted(); tries += 1) {
    try {
      const answer = await fetch(`/api/workshops/${code}/picture?id=${id}`, { method: 'POST', body: blob });
      const said = await answer.json();
      if (said.ok || !said.after) return said;
      await wait(said.after);
    } catch {
      await wait(AGAIN_MS);
    }
  }
  return { ok: false };
}

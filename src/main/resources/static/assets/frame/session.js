// Who is here and for how long. Where a session ended nothing typed may be lost, so the page stays.
import { toast } from './toast.js';

const meta = name => document.querySelector(`meta[name="${name}"]`);

// The headers that show a request comes from a page of ours.
export const seal = () => meta('csrf-token') ? { [meta('csrf-header').content]: meta('csrf-token').content } : {};

// A request of a script that changes something.
export async function post(address, options) {
  const answer = await fetch(address, { method: 'POST', headers: { ...seal(), 'HX-Request': 'true' }, ...options });
  if (answer.status === 401) sessionEnded();
  return answer;
}

export function sessionEnded() {
  const dialog = document.getElementById('session-ended');
  if (dialog && !dialog.open) dialog.showModal();
}

export async function refreshToken() {
  const answer = await fetch('/session', { headers: { Accept: 'application/json' } });
  if (!answer.ok) return false;
  const { csrf, user } = await answer.json();
  if (user !== meta('user')?.content) {
    location.reload(); // what one person typed is not for another
    return false;
  }
  meta('csrf-token').content = csrf;
  document.querySelectorAll('input[name="_csrf"]').forEach(input => { input.value = csrf; });
  return true;
}

document.addEventListener('click', async event => {
  if (!event.target.closest('[data-session-continue]')) return;
  if (await refreshToken()) {
    document.getElementById('session-ended').close();
    document.dispatchEvent(new Event('callboard:signed-in'));
    toast('You are signed in again. Go on where you were.', 'success');
  } else {
    document.getElementById('session-still-out').hidden = false;
  }
});

// How long nobody has touched the page, in milliseconds.
let lastActive = Date.now();
['keydown', 'pointerdown', 'pointermove', 'wheel'].forEach(kind =>
  document.addEventListener(kind, () => { lastActive = Date.now(); }, { passive: true }));
export const idle = () => Date.now() - lastActive;

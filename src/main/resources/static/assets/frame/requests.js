// The requests of htmx: the token, the bar that shows their progress, and what is said where one fails.
import { refreshToken, seal, sessionEnded } from './session.js';
import { toast } from './toast.js';

document.addEventListener('htmx:configRequest', event => {
  if (event.detail.verb !== 'get') Object.assign(event.detail.headers, seal());
});

function messageOf(xhr) {
  const type = xhr.getResponseHeader('Content-Type') || '';
  if (type.startsWith('text/plain') && xhr.responseText) return xhr.responseText;
  if (type.includes('json')) {
    try { return JSON.parse(xhr.responseText).title; } catch { /* said below */ }
  }
  return 'That did not work. Try again.';
}

// The request itself says when it is over and how: a live push may have taken away the element that sent it, and what
// htmx tells an element outside the page nobody hears.
let running = 0;
let progressTimer;
document.addEventListener('htmx:beforeSend', event => {
  const { elt, xhr } = event.detail;
  const quiet = elt.closest('[data-quiet]') !== null;
  if (!quiet && running++ === 0) {
    progressTimer = setTimeout(() => document.body.classList.add('cb-busy'), 300);
  }
  xhr.addEventListener('loadend', () => {
    if (quiet || --running > 0) return;
    clearTimeout(progressTimer);
    document.body.classList.remove('cb-busy');
  });
  xhr.addEventListener('load', () => {
    if (!event.detail.failed) return;
    if (xhr.status === 403) refreshToken(); // the page may be older than the session; what was typed can be sent again
    if (xhr.status === 401) sessionEnded();
    else toast(messageOf(xhr), 'error');
  });
  ['error', 'timeout'].forEach(outcome => xhr.addEventListener(outcome, () => {
    if (!quiet) toast('Callboard can’t be reached. Your text is still here; try again.', 'error');
  }));
});

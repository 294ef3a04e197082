// A new call: what the caller says is typed into one field, and who it may be stands below at once. The call is made with the
// first thing that was typed; who is chosen opens its form, and Enter opens it for somebody new.
import { post, sessionEnded } from '../frame/session.js';
import { toast } from '../frame/toast.js';
import { open, press } from './inquiry.js';
import { list, openKey, panel } from './screen.js';

const AFTER = 300; // ms without a key
const TELL_AFTER = 1000;
const GIVE_UP_AFTER = 10 * 1000;
const ENOUGH = 3; // characters
const form = () => document.getElementById('new-call');
const text = () => document.getElementById('new-call-text').value.trim();
const says = typed => /\p{L}.*\p{L}.*\p{L}/u.test(typed) || typed.replace(/\D/g, '').length >= 7; // half a number is none
let timer;
let tellTimer;
let looking = null;
let telling = Promise.resolve();

async function look() {
  if (!form()) return;
  const typed = text();
  looking?.abort();
  if (typed.length < ENOUGH) {
    document.getElementById('new-call-matches').replaceChildren();
    return;
  }
  const own = new AbortController();
  looking = own;
  try {
    const answer = await post('/calls/phone/matches', {
      body: new URLSearchParams({ text: typed, own: location.pathname.match(/\d+$/)?.[0] ?? '' }),
      signal: AbortSignal.any([own.signal, AbortSignal.timeout(GIVE_UP_AFTER)]),
    });
    const html = await answer.text();
    if (!own.signal.aborted && answer.ok && form()) document.getElementById('new-call-matches').innerHTML = html;
  } catch { /* the next key asks again */ }
}

// One after the other: the last one says the most.
function tell(more = {}) {
  const own = form();
  const body = new URLSearchParams({ key: own.dataset.callKey, text: text(), ...more });
  telling = telling.catch(() => {}).then(async () => {
    const answer = await post('/calls/phone', { body, signal: AbortSignal.timeout(GIVE_UP_AFTER), keepalive: true });
    if (answer.status === 401) return sessionEnded();
    if (!answer.ok) throw new Error(answer.status);
    const path = new URL(answer.headers.get('Location'), location.href).pathname;
    if (form() === own && location.pathname !== path) {
      history.replaceState({ path }, '', path);
      document.getElementById('new-call-state').textContent = 'The call is yours.';
    }
    return path;
  });
  return telling;
}

async function go(who) {
  clearTimeout(timer);
  clearTimeout(tellTimer);
  looking?.abort();
  panel.setAttribute('aria-busy', 'true');
  try {
    const path = await tell({ go: 'true', ...who && { who } });
    if (path) await open(path, false);
  } catch {
    toast('Callboard can’t be reached. Your text is still here; try again.', 'error');
  } finally {
    panel.setAttribute('aria-busy', 'false');
  }
}

panel.addEventListener('input', event => {
  if (event.target.id !== 'new-call-text') return;
  clearTimeout(timer);
  clearTimeout(tellTimer);
  timer = setTimeout(look, AFTER);
  tellTimer = setTimeout(() => {
    if (form() && says(text())) tell().catch(() => {}); // it is told again with what follows
  }, TELL_AFTER);
});

// A line break in what was pasted parts a name from an address.
panel.addEventListener('paste', event => {
  const pasted = event.clipboardData?.getData('text') ?? '';
  if (event.target.id !== 'new-call-text' || !/[\r\n\t]/.test(pasted.trim())) return;
  event.preventDefault();
  event.target.setRangeText(pasted.trim().replace(/\s*[\r\n\t]+\s*/g, ', '), event.target.selectionStart, event.target.selectionEnd, 'end');
  event.target.dispatchEvent(new Event('input', { bubbles: true }));
});

panel.addEventListener('submit', event => {
  if (event.target !== form()) return;
  event.preventDefault();
  if (text()) go();
});
panel.addEventListener('click', event => {
  const choice = event.target.closest('#new-call [data-who]');
  if (choice) go(choice.dataset.who);
});

// F2: the call that rings and is nobody's; else a new one; again, and one's own calls come one after the other.
document.addEventListener('callboard:new-call', event => {
  event.preventDefault();
  const ringing = list.querySelector('.is-ringing[data-key^="call/"]:not([data-claimed-by])');
  const own = [...list.querySelectorAll('.is-mine[data-key^="call/"]')];
  const at = own.findIndex(row => row.dataset.key === openKey());
  const next = ringing ?? (form() || at >= 0 ? own[at + 1] : null);
  if (!next) {
    if (form()) beginNewCall();
    else open('/calls/phone/new').then(beginNewCall);
    return;
  }
  open(next.querySelector('a').pathname);
  if (ringing) press('[data-key="Enter"]');
});

export function beginNewCall() {
  const field = document.getElementById('new-call-text');
  if (!field) return;
  field.focus();
  if (field.value) field.dispatchEvent(new Event('input', { bubbles: true }));
}

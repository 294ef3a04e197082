// A new call: what the caller says is typed into one field, and who it may be stands below at once. The call is made with the
// first thing that was typed; who is chosen opens its form, and Enter opens it for somebody new.
import { ask } from '../frame/forms.js';
import { post, sessionEnded } from '../frame/session.js';
import { toast } from '../frame/toast.js';
import { open } from './inquiry.js';
import { list, openKey, panel } from './screen.js';

const AFTER = 300; // ms without a key
const TELL_AFTER = 1000;
const GIVE_UP_AFTER = 10 * 1000;
const ENOUGH = 3; // characters
const MOST_SAID = 10;
const form = () => document.getElementById('new-call');
const text = () => document.getElementById('new-call-text').value.trim();
const says = typed => /\p{L}.*\p{L}.*\p{L}/u.test(typed) || typed.replace(/\D/g, '').length >= 7; // half a number is none
let timer;
let tellTimer;
let looking = null;
let telling = Promise.resolve();
let told = '';
const said = new WeakMap(); // by form: what its page said of the call and may have been kept, the latest last

// Who has gone on to one of the matches by keyboard stays there when they are drawn anew.
function draw(html) {
  const box = document.getElementById('new-call-matches');
  const focused = box.contains(document.activeElement) ? document.activeElement : null;
  box.innerHTML = html;
  if (!focused) return;
  const { who } = focused.dataset;
  const same = [...box.querySelectorAll('a, button')].find(one => who ? one.dataset.who === who : one.href && one.href === focused.href);
  (same ?? document.getElementById('new-call-text')).focus();
}

async function look() {
  if (!form()) return;
  const typed = text();
  looking?.abort();
  if (typed.length < ENOUGH) {
    draw('');
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
    if (!own.signal.aborted && answer.ok && form()) draw(html);
  } catch { /* the next key asks again */ }
}

// One after the other: the last one says the most.
function tell(more = {}) {
  const own = form();
  const typed = text();
  const body = new URLSearchParams({ key: own.dataset.callKey, text: typed, ...more });
  const before = said.get(own) ?? [];
  for (const earlier of before) body.append('before', earlier);
  said.set(own, [...before, typed].slice(-MOST_SAID));
  told = typed;
  telling = telling.catch(() => {}).then(async () => {
    const answer = await post('/calls/phone', { body, signal: AbortSignal.timeout(GIVE_UP_AFTER), keepalive: true });
    if (answer.status === 401) return sessionEnded();
    if (!answer.ok) throw await refusal(answer);
    said.set(own, said.get(own).slice(said.get(own).lastIndexOf(typed)));
    const path = new URL(answer.headers.get('Location'), location.href).pathname;
    if (form() === own) {
      if (location.pathname !== path) history.replaceState({ path }, '', path);
      say('The call is yours.');
    }
    return path;
  });
  telling.catch(error => {
    if (told === typed) told = '';
    if (error.from && form() === own) say(`${error.why} What you type is kept when you take it over: press Enter.`);
  });
  return telling;
}

// Why nothing was kept; where somebody has the call, who that is and which call.
async function refusal(answer) {
  const held = answer.headers.get('Content-Type')?.startsWith('application/json');
  return Object.assign(new Error('refused'), held ? await answer.json() : { why: await answer.text() });
}

function say(words) {
  const state = document.getElementById('new-call-state');
  if (state.textContent !== words) state.textContent = words; // else it is read out again
}

// Whoever goes on within a second has said it all the same.
function leave() {
  clearTimeout(timer);
  clearTimeout(tellTimer);
  looking?.abort();
  if (form() && text() !== told && says(text())) tell().catch(() => {});
}
panel.addEventListener('callboard:leave', leave);
window.addEventListener('pagehide', leave);

// Who goes on with a colleague's call is asked, and the colleague told.
function join({ call, from, why }, who) {
  ask(`${why} Take it over? They see at once that you have it.`, 'Take over', () => go(who, { join: call, from }));
}

async function go(who, more) {
  clearTimeout(timer);
  clearTimeout(tellTimer);
  looking?.abort();
  panel.setAttribute('aria-busy', 'true');
  try {
    const path = await tell({ ...who && { who }, ...more });
    if (path) await open(path, false);
  } catch (error) {
    if (error.from) join(error, who);
    else toast(error.why ?? 'Callboard can’t be reached. Your text is still here; try again.', 'error');
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
  const choice = event.target.closest('#new-call :is([data-who], [data-join], [data-apart])');
  if (!choice) return;
  const { who, from, by } = choice.dataset;
  if (from) join({ call: choice.dataset.join, from, why: `${by} has this call.` });
  else go(who, 'apart' in choice.dataset ? { apart: true } : {});
});

// By keyboard: down from the field to who it may be, and back.
panel.addEventListener('keydown', event => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || event.target.closest('form') !== form() || !form()) return;
  event.preventDefault();
  const field = document.getElementById('new-call-text');
  const stops = [field, ...form().querySelectorAll('[data-join], [data-who]')];
  const at = stops.indexOf(event.target);
  stops[at < 0 ? 0 : Math.min(stops.length - 1, Math.max(0, at + by))].focus();
});

// F2: the call that rings and is nobody's, whatever is being typed, which stays with its inquiry; else a new one; again, and
// one's own calls come one after the other.
document.addEventListener('callboard:new-call', event => {
  event.preventDefault();
  const ringing = list.querySelector('.is-ringing.is-new[data-key^="call/"]');
  const own = [...list.querySelectorAll('.is-mine[data-key^="call/"]')];
  const at = own.findIndex(row => row.dataset.key === openKey());
  const next = ringing ?? (form() || at >= 0 ? own[at + 1] : null);
  if (!next && form()) return beginNewCall();
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  if (!next) return open('/calls/phone/new').then(beginNewCall);
  const { key } = next.dataset;
  open(next.querySelector('a').pathname).then(() => {
    if (ringing && openKey() === key) panel.querySelector('[data-key="Enter"]')?.click();
  });
});

export function beginNewCall() {
  const field = document.getElementById('new-call-text');
  if (!field) return;
  field.focus();
  if (field.value) field.dispatchEvent(new Event('input', { bubbles: true }));
}

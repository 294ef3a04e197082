// The strip at the bottom of every page: calls that ring for the one who looks, and the one that they have on the telephone.
// It takes no focus and moves nothing above it; the page ends where it begins. F2 takes the call that rings longest.
import { element } from './frame/element.js';
import { follow } from './frame/live-stream.js';
import { unsaved } from './frame/new-call.js';
import { post } from './frame/session.js';
import { toast } from './frame/toast.js';

const MOST = 3; // in the strip at once; the others are counted
const WORDS_STAY = 4000; // ms
const HIDDEN = 'callboard-hidden-calls';
const strip = document.getElementById('phone-strip');
const list = strip.querySelector('ul');
const news = document.getElementById('phone-news');
const me = document.querySelector('meta[name="user"]').content;
const versions = new Map(); // an older picture may come after a newer one, from another node
let view = { calls: [], gone: [] };
let before = '';
let taking = false;

const rowOf = id => list.querySelector(`[data-call="${id}"]`);
const nameOf = row => row.querySelector('.cb-phone-name').textContent;
const ringing = () => [...list.querySelectorAll('.cb-phone-call:not(.is-talking):not(.is-gone)')];

function hidden() {
  try {
    return JSON.parse(localStorage.getItem(HIDDEN)) ?? [];
  } catch {
    return [];
  }
}

// Hidden in all tabs, and until it is over: what rings is in the queue all the same.
function hide(row) {
  localStorage.setItem(HIDDEN, JSON.stringify([...hidden(), `${me}/${row.dataset.call}`].slice(-50)));
  draw();
}

const openPath = () => document.querySelector('main.calls article.inquiry')?.dataset.path ?? location.pathname;

function draw() {
  const away = hidden();
  const wanted = view.calls.filter(one => !away.includes(`${me}/${one.id}`) && (one.rings || openPath() !== `/calls/phone/${one.id}`));
  for (const row of [...list.querySelectorAll('.cb-phone-call:not(.is-gone)')]) {
    const id = +row.dataset.call;
    if (wanted.some(one => one.id === id)) continue;
    const over = view.gone.find(one => one.id === id);
    if (over && !row.matches('.is-talking') && !away.includes(`${me}/${id}`)) farewell(row, over.words);
    else row.remove();
  }
  let arrived = null;
  for (const [at, one] of wanted.entries()) {
    const known = rowOf(one.id);
    if (known && +known.dataset.version === one.version && !known.matches('.is-gone')) continue;
    const row = element(one.html);
    row.dataset.version = one.version;
    if (known) swap(known, row);
    else {
      const later = wanted.slice(at + 1).map(next => rowOf(next.id)).find(Boolean); // one that was given back rings longer
      list.insertBefore(row, later ?? null);
      if (one.rings) arrived = row;
    }
  }
  settle();
  if (arrived) news.textContent = `Incoming call: ${nameOf(arrived)}. Press F2 to answer.`;
}

// Whoever is on one of its buttons stays there.
function swap(known, row) {
  const at = [...known.querySelectorAll('button, a')].indexOf(document.activeElement);
  known.replaceWith(row);
  if (at >= 0) row.querySelectorAll('button, a')[at]?.focus({ preventScroll: true });
}

function farewell(row, words) {
  const name = nameOf(row);
  row.classList.add('is-gone');
  row.textContent = `${name}: ${words}.`;
  news.textContent = row.textContent;
  setTimeout(() => {
    row.remove();
    settle();
  }, WORDS_STAY);
}

// What rings is shown first, the oldest of it; how many more there are is said. What is over takes no place of a call.
function settle() {
  list.querySelector('.cb-phone-more')?.remove();
  const rows = [...list.querySelectorAll('.cb-phone-call:not(.is-gone)')];
  const shown = [...ringing(), ...rows.filter(row => row.matches('.is-talking'))].slice(0, MOST);
  rows.forEach(row => { row.hidden = !shown.includes(row); });
  if (rows.length > MOST) {
    list.append(Object.assign(document.createElement('li'), { className: 'cb-phone-more', textContent: `+${rows.length - MOST} more` }));
  }
  strip.hidden = !list.querySelector('li:not([hidden])');
  document.documentElement.style.setProperty('--cb-phone-height', `${strip.offsetHeight}px`);
  title();
}

// The tab says who calls; pages that count in their title go on doing so.
function title() {
  const first = ringing()[0];
  const now = first ? `☎ ${nameOf(first)} · ` : '';
  const plain = before && document.title.startsWith(before) ? document.title.slice(before.length) : document.title;
  before = now;
  if (document.title !== now + plain) document.title = now + plain;
}
new MutationObserver(title).observe(document.querySelector('title'), { childList: true });
new ResizeObserver(() => document.documentElement.style.setProperty('--cb-phone-height', `${strip.offsetHeight}px`)).observe(strip);
const panel = document.getElementById('inquiry');
if (panel) new MutationObserver(() => draw()).observe(panel, { childList: true }); // its own call needs no strip
addEventListener('storage', event => { if (event.key === HIDDEN) draw(); });

async function take(row) {
  const { call, path } = row.dataset;
  if (taking) return;
  taking = true;
  try {
    const answer = await post(`/phone/calls/${call}/claim`);
    if (answer.ok) go(path);
    else if (answer.status !== 401) toast(await answer.text(), 'error');
  } catch {
    toast('Callboard can’t be reached. Try again.', 'error');
  } finally {
    taking = false;
  }
}

// What is typed elsewhere stays where it is; the Calls screen keeps it by itself.
function go(path) {
  const link = document.querySelector(`main.calls a.queue-link[href="${path}"]`);
  if (link) {
    for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
    link.click();
  } else if (unsaved()) window.open(path, '_blank', 'noopener');
  else location.assign(path);
}

list.addEventListener('click', event => {
  const row = event.target.closest('.cb-phone-call');
  if (event.target.closest('[data-take]')) take(row);
  else if (event.target.closest('[data-hide]')) hide(row);
});

// Before the page's own keys: who rings is taken first, whatever the page does with F2.
document.addEventListener('keydown', event => {
  if (event.key !== 'F2' || event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const [first] = ringing();
  if (!first) return;
  event.preventDefault();
  take(first);
}, true);

function show(now) {
  if (now.user && now.user !== me) return; // somebody else has signed in by now
  const known = one => (versions.get(one.id) ?? 0) > one.version;
  view = { calls: now.calls.filter(one => !known(one)), gone: now.gone.filter(one => !known(one)) };
  for (const one of [...view.calls, ...view.gone]) versions.set(one.id, one.version);
  draw();
}

function alone() {
  follow('/phone/stream', { calls: show }, { ended: () => show({ calls: [], gone: [] }) });
}

if (window.SharedWorker) {
  const worker = new SharedWorker(new URL('./phone-worker.js', import.meta.url), { type: 'module', name: 'callboard-phone' });
  worker.addEventListener('error', alone, { once: true });
  worker.port.onmessage = ({ data }) => show(data);
  worker.port.postMessage('here');
  addEventListener('pagehide', () => worker.port.postMessage('bye'));
  addEventListener('pageshow', event => { if (event.persisted) worker.port.postMessage('here'); });
} else {
  alone();
}

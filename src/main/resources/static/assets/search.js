// The search box of every page: results while somebody types, by mouse and by keyboard. Without scripts it is a form.
import { sessionEnded } from './frame/session.js';
import { toast } from './frame/toast.js';

const box = document.getElementById('search-box');
const input = document.getElementById('search');
const panel = document.getElementById('search-panel');
const news = document.getElementById('search-news');
const AFTER = 140; // ms without a key
let timer;
let abort;
let active = -1;
let shownFor = '';

const options = () => [...panel.querySelectorAll('[role="option"]')];

function show(open) {
  panel.hidden = !open;
  input.setAttribute('aria-expanded', String(open));
  if (!open) choose(-1);
}

function choose(index) {
  const all = options();
  all[active]?.setAttribute('aria-selected', 'false');
  active = index;
  const chosen = all[active];
  if (chosen) {
    chosen.setAttribute('aria-selected', 'true');
    chosen.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', chosen.id);
  } else {
    input.removeAttribute('aria-activedescendant');
  }
}

async function look() {
  const words = input.value.trim();
  abort?.abort();
  if (words === '') {
    shownFor = '';
    return show(false);
  }
  if (words === shownFor) return show(true);
  const mine = new AbortController();
  abort = mine;
  box.classList.add('is-busy');
  try {
    const answer = await fetch(`/search?${new URLSearchParams({ q: words })}`, {
      headers: { 'HX-Request': 'true' },
      signal: AbortSignal.any([mine.signal, AbortSignal.timeout(30000)]),
    });
    if (answer.status === 401) return sessionEnded();
    if (!answer.ok) throw new Error(answer.status);
    const html = await answer.text();
    if (mine.signal.aborted || document.activeElement !== input) return;
    panel.innerHTML = html;
    active = -1;
    shownFor = words;
    show(true);
    const count = +panel.querySelector('[data-count]').dataset.count;
    news.textContent = count === 0 ? 'No results' : count === 1 ? '1 result' : `${count} results`;
  } catch (error) {
    if (error.name !== 'AbortError') toast('Callboard can’t be reached. Try again.', 'error');
  } finally {
    if (abort === mine) box.classList.remove('is-busy');
  }
}

input.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(look, AFTER);
});
input.addEventListener('focus', () => { if (input.value.trim()) look(); });
box.addEventListener('focusout', event => { if (!box.contains(event.relatedTarget)) show(false); });
panel.addEventListener('mousedown', event => event.preventDefault()); // the box keeps the focus

// A result of other words than the ones that stand there now is not what somebody means.
function enter() {
  clearTimeout(timer);
  if (active >= 0 && input.value.trim() === shownFor) options()[active].click();
  else if (input.value.trim()) box.submit();
}

input.addEventListener('keydown', event => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const last = options().length - 1;
  const open = !panel.hidden;
  const actions = {
    ArrowDown: () => open ? choose(active >= last ? 0 : active + 1) : look(),
    ArrowUp: () => open && choose(active <= 0 ? last : active - 1),
    Enter: enter,
    Escape: () => {
      if (open) return show(false);
      input.value = '';
      input.blur();
    },
  };
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  event.stopPropagation(); // a screen may have its own meaning for these keys
  action();
});

document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches('input, select, textarea, [contenteditable]') || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  input.focus();
  input.select();
});

// The search box of every page: results while somebody types, by mouse and by keyboard, and the last searches while it is
// empty. Without scripts it is a form.
import { element } from './frame/element.js';
import { forgetSearch, forgetSearches, lastSearches, rememberSearch } from './frame/last-searches.js';
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
let shownFor = null; // the words whose results stand there; empty for the last searches

const options = () => [...panel.querySelectorAll('[role="option"]')];
const typed = () => input.value.trim();
const counted = (count, one, many) => count === 1 ? `1 ${one}` : `${count} ${many}`;

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
    if (active === 0) panel.scrollTop = 0; // with the title of its group
    input.setAttribute('aria-activedescendant', chosen.id);
  } else {
    input.removeAttribute('aria-activedescendant');
  }
}

function fill(words, nodes, said) {
  panel.replaceChildren(...nodes);
  active = -1;
  shownFor = words;
  show(true);
  news.textContent = said;
}

function last() {
  const kept = lastSearches();
  if (!kept.length) return show(false);
  const parts = element(`<div class="cb-recent">
    <p class="cb-found-title">Last searches</p>
    <button class="cb-recent-clear" type="button">Clear all</button>
    <div role="listbox" id="search-list" aria-label="Last searches"></div>
    <div class="cb-recent-remove"></div></div>`);
  kept.forEach((words, i) => {
    const option = element('<a class="cb-found" role="option" aria-selected="false" tabindex="-1"></a>');
    option.id = `search-last-${i}`;
    option.href = `/search?${new URLSearchParams({ q: words })}`;
    option.textContent = words;
    option.dataset.last = words;
    const remove = element('<button type="button">×</button>');
    remove.setAttribute('aria-label', `Forget “${words}”`);
    remove.dataset.forget = words;
    parts.querySelector('#search-list').append(option);
    parts.querySelector('.cb-recent-remove').append(remove);
  });
  fill('', [parts], counted(kept.length, 'last search', 'last searches'));
}

function forget(words) {
  const at = active;
  if (words === undefined) forgetSearches();
  else forgetSearch(words);
  input.focus();
  last();
  if (at >= 0 && !panel.hidden) choose(Math.min(at, options().length - 1));
  if (panel.hidden) news.textContent = 'No last searches';
}

async function look() {
  const words = typed();
  abort?.abort();
  if (words === '') return last();
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
    const found = document.createElement('template');
    found.innerHTML = html;
    const { count, full } = found.content.querySelector('[data-count]').dataset;
    const said = full === 'true' ? `${count} results or more` : counted(+count, 'result', 'results');
    fill(words, found.content.childNodes, count === '0' ? 'No results' : said);
  } catch (error) {
    if (error.name !== 'AbortError') toast('Callboard can’t be reached. Try again.', 'error');
  } finally {
    if (abort === mine) box.classList.remove('is-busy');
  }
}

input.addEventListener('input', () => {
  clearTimeout(timer);
  if (typed()) timer = setTimeout(look, AFTER);
  else look(); // at once: old results of other words would only mislead
});
input.addEventListener('focus', look);
input.addEventListener('click', () => { if (panel.hidden) look(); });
box.addEventListener('focusout', event => { if (!box.contains(event.relatedTarget)) show(false); });
panel.addEventListener('mousedown', event => event.preventDefault()); // the box keeps the focus

panel.addEventListener('click', event => {
  const forgotten = event.target.closest('[data-forget]');
  if (forgotten) return forget(forgotten.dataset.forget);
  if (event.target.closest('.cb-recent-clear')) return forget();
  const option = event.target.closest('a');
  if (!option) return;
  if (!option.dataset.last) return rememberSearch(shownFor);
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  input.value = option.dataset.last;
  input.focus();
  look();
});

box.addEventListener('submit', () => rememberSearch(typed()));
rememberSearch(document.querySelector('[data-searched]')?.dataset.searched); // a page of results

// A result of other words than the ones that stand there now is not what somebody means.
function enter() {
  clearTimeout(timer);
  if (active >= 0 && typed() === shownFor) options()[active].click();
  else if (typed()) box.requestSubmit();
}

input.addEventListener('keydown', event => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const end = options().length - 1;
  const open = !panel.hidden;
  const actions = {
    ArrowDown: () => open ? choose(active >= end ? 0 : active + 1) : look(),
    ArrowUp: () => open && choose(active <= 0 ? end : active - 1),
    Enter: enter,
    Escape: () => {
      if (open) return show(false);
      input.value = '';
      input.blur();
    },
  };
  const kept = open && options()[active]?.dataset.last;
  if (kept) actions.Delete = () => forget(kept);
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  event.stopPropagation(); // a screen may have its own meaning for these keys
  action();
});

panel.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  input.focus();
  show(false);
});

document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches('input, select, textarea, [contenteditable]') || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  input.focus();
  input.select();
});

// Lists that narrow while somebody types: of what is in the page, or of what the server finds.
import { sessionEnded } from '../frame/session.js';
import { toast } from '../frame/toast.js';

const COMBO = '[data-combo] [role="combobox"]'; // the search box of the frame is a combobox too, and not ours
const listOf = input => document.getElementById(input.getAttribute('aria-controls'));
const shown = list => [...list.querySelectorAll('[role="option"]')].filter(option => !option.hidden);

function open(input, yes) {
  const list = listOf(input);
  list.hidden = !yes || !list.children.length;
  input.setAttribute('aria-expanded', String(!list.hidden));
  if (list.hidden) mark(input, null);
}

function mark(input, option) {
  listOf(input).querySelectorAll('[aria-selected]').forEach(other => other.removeAttribute('aria-selected'));
  if (option) {
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  } else {
    input.removeAttribute('aria-activedescendant');
  }
}

let asked = null;
async function narrow(input) {
  const combo = input.closest('[data-combo]');
  const list = listOf(input);
  const text = input.value.trim();
  if (combo.dataset.src) {
    combo.querySelector('[type="hidden"]').value = '';
    asked?.abort();
    if (!text) return open(input, false);
    asked = new AbortController();
    const { signal } = asked;
    await new Promise(resolve => setTimeout(resolve, 150));
    if (signal.aborted) return;
    try {
      const answer = await fetch(`${combo.dataset.src}?text=${encodeURIComponent(text)}`, { headers: { 'HX-Request': 'true' }, signal });
      if (answer.status === 401) return sessionEnded();
      const html = await answer.text();
      if (!answer.ok) return toast(html, 'error');
      list.innerHTML = html;
    } catch (error) {
      if (error.name !== 'AbortError') toast('Callboard can’t be reached. Your text is still here; try again.', 'error');
      return;
    }
  } else {
    list.querySelectorAll('[role="option"]').forEach(option => {
      option.hidden = !option.textContent.toLowerCase().includes(text.toLowerCase());
    });
  }
  open(input, true);
  mark(input, text ? shown(list)[0] : null);
}

function choose(input, option) {
  const combo = input.closest('[data-combo]');
  open(input, false);
  if (option.dataset.post) {
    htmx.ajax('POST', option.dataset.post, { source: combo, target: option.dataset.target, swap: 'outerHTML' });
  } else {
    input.value = option.dataset.text;
    combo.querySelector('[type="hidden"]').value = option.dataset.value;
    input.form.querySelector('[type="submit"]').focus();
  }
}

document.addEventListener('input', event => {
  if (event.target.matches(COMBO)) narrow(event.target);
});
document.addEventListener('click', event => {
  const option = event.target.closest('[data-combo] [role="option"]');
  if (option) return choose(option.closest('[data-combo]').querySelector('[role="combobox"]'), option);
  const input = event.target.closest(COMBO);
  if (input && !input.closest('[data-src]')) narrow(input);
});
document.addEventListener('focusout', event => {
  if (event.target.matches(COMBO)) setTimeout(() => {
    if (event.target.isConnected && document.activeElement !== event.target) open(event.target, false);
  }, 150);
});
document.addEventListener('keydown', event => {
  const input = event.target;
  if (!input.matches(COMBO) || event.isComposing) return;
  const list = listOf(input);
  const options = shown(list);
  const at = options.findIndex(option => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const next = event.key === 'ArrowDown' ? (at + 1) % options.length : (at <= 0 ? options.length : at) - 1;
    if (list.hidden) narrow(input);
    else if (options.length) mark(input, options[next]);
  } else if (event.key === 'Enter' && !list.hidden && at >= 0) {
    event.preventDefault();
    choose(input, options[at]);
  } else if (event.key === 'Escape' && !list.hidden) {
    event.preventDefault();
    event.stopPropagation();
    open(input, false);
  }
}, true);

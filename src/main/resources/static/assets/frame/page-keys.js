// The keyboard of a page that asks for it: data-key="n" on a link, button, choice or field is pressed, chosen or entered by
// N, and the arrows go from one [data-row] to the next. What can't be done now says so, in data-why.
import { toast } from './toast.js';

const main = document.querySelector('main');
const TYPED = 'select, textarea, input:not([type="radio"]):not([type="checkbox"])';
const within = element => !element.closest('dialog:not([open])')
  && (element.getClientRects().length > 0 || element.closest('.dropdown-menu') !== null);
const byKey = key => [...main.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)]
  .find(element => !element.disabled && within(element));

function step(by) {
  const rows = [...main.querySelectorAll('[data-row]')];
  if (!rows.length) return false;
  const at = rows.indexOf(document.activeElement);
  rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))].focus();
  return true;
}

function press(key) {
  const target = byKey(key);
  if (!target) return false;
  if (target.dataset.why) toast(target.dataset.why, 'warning');
  else if (target.matches(TYPED)) target.focus();
  else target.click();
  return true;
}

document.addEventListener('click', event => {
  if (event.target.closest('[data-why]')) event.preventDefault();
});

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing) return; // a menu has its own keys
  const dialog = event.target.closest('dialog[open]');
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
    const form = event.target.closest('form') ?? (dialog ? null : main.querySelector('[data-ctrl-enter]'));
    if (!form?.matches('[data-ctrl-enter]')) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector('button[type="submit"]'));
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (event.target.matches(TYPED)) {
    if (event.key === 'Escape') {
      event.target.blur();
      event.preventDefault();
    }
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const arrows = { ArrowDown: 1, ArrowUp: -1 };
  const done = key in arrows && !event.target.matches('input') ? step(arrows[key]) : press(key);
  if (done) event.preventDefault();
});

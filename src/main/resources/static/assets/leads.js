// Follow-ups: the keyboard, filters that apply at once, and the lease of the lead that somebody works on.
// A key is an attribute: data-key="n" on a link, button, choice or field is pressed, chosen or entered by N.
import { idle, post } from './frame/session.js';
import { toast } from './frame/toast.js';

const KEEP_EVERY = 60 * 1000;
const GONE_AFTER = 8 * 60 * 1000;
const main = document.querySelector('main.leads-page');
const visible = element => element.getClientRects().length > 0 && !element.disabled;
const byKey = key => [...main.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find(visible);

document.addEventListener('click', event => {
  const reach = event.target.closest('a[data-channel]');
  const channel = reach && main.querySelector(`[name="channel"][value="${reach.dataset.channel}"]`);
  if (channel) channel.checked = true; // who calls by the link has called
});
main.querySelector('dialog[data-again="true"]')?.showModal();

// ---- filters, and choices that save themselves -----------------------------------------------------------------
const filters = main.querySelector('[data-filters]');
if (filters) {
  const chosen = filters.querySelectorAll('select, [type="search"]');
  filters.querySelector('[data-filters-go]').hidden = true;
  filters.addEventListener('change', () => filters.requestSubmit());
  filters.addEventListener('submit', () => { // an address without what was not chosen
    chosen.forEach(field => { field.disabled = field.value === ''; });
  });
  window.addEventListener('pageshow', () => chosen.forEach(field => { field.disabled = false; }));
}
const owner = main.querySelector('[data-saves-itself]');
if (owner) {
  owner.querySelector('button').hidden = true;
  owner.addEventListener('change', () => owner.requestSubmit());
}

// ---- the lease: kept while somebody is really here --------------------------------------------------------------
if (main.dataset.keep) {
  const timer = setInterval(async () => {
    if (idle() > GONE_AFTER) return;
    try {
      const answer = await post(main.dataset.keep);
      if (answer.status === 409) {
        clearInterval(timer);
        toast('This lead is no longer kept for you. What you typed is still here.', 'warning');
      }
    } catch { /* the lease outlasts a short outage */ }
  }, KEEP_EVERY);
}

// ---- the keyboard ---------------------------------------------------------------------------------------------
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
  if (target.matches('textarea, input:not([type="radio"]):not([type="checkbox"]), select')) target.focus();
  else target.click();
  return true;
}

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return; // a menu has its own keys
  const typing = event.target.matches('select, textarea, input:not([type="radio"]):not([type="checkbox"])');
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
    const form = event.target.closest('form') ?? main.querySelector('[data-ctrl-enter]');
    if (!form?.matches('[data-ctrl-enter]')) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector('button[type="submit"]'));
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing) {
    if (event.key === 'Escape') {
      event.target.blur();
      event.preventDefault();
    }
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const arrows = { ArrowDown: 1, ArrowUp: -1 };
  const done = key in arrows && !event.target.matches('input') ? step(arrows[key])
    : key === 'f' ? (filters?.querySelector('[type="search"]')?.focus(), Boolean(filters))
      : press(key);
  if (done) event.preventDefault();
});

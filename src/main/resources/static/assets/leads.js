// Follow-ups: filters that apply at once, and the lease of the lead that somebody works on.
import './frame/page-keys.js';
import { idle, post } from './frame/session.js';
import { toast } from './frame/toast.js';

const KEEP_EVERY = 60 * 1000;
const GONE_AFTER = 8 * 60 * 1000;
const main = document.querySelector('main.leads-page');

document.addEventListener('click', event => {
  const reach = event.target.closest('a[data-channel]');
  const channel = reach && main.querySelector(`[name="channel"][value="${reach.dataset.channel}"]`);
  if (channel) channel.checked = true; // who calls by the link has called
});

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

// Mouse and keyboard.
import { open, press } from './inquiry.js';
import { filter, form, list, openKey } from './screen.js';

const visibleRows = () => [...list.children].filter(row => !row.hidden);

document.querySelector('.queue').addEventListener('click', event => {
  const link = event.target.closest('a.queue-link');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link.pathname);
});
window.addEventListener('popstate', () => {
  if (/^\/calls\/(phone\/(back\/)?)?\d+$/.test(location.pathname)) open(location.pathname, false);
  else location.reload();
});

function tab(name) {
  const closed = name === 'closed';
  document.getElementById('tab-waiting').setAttribute('aria-selected', String(!closed));
  document.getElementById('tab-closed').setAttribute('aria-selected', String(closed));
  list.hidden = closed;
  document.getElementById('closed-list').hidden = !closed;
  if (closed) htmx.ajax('GET', '/calls/closed', { target: '#closed-list', swap: 'innerHTML' });
}
for (const name of ['waiting', 'closed']) document.getElementById(`tab-${name}`).addEventListener('click', () => tab(name));

function step(by) {
  const rows = visibleRows();
  if (!rows.length) return;
  const at = rows.findIndex(row => row.dataset.key === openKey());
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
  next.scrollIntoView({ block: 'nearest' });
  open(next.querySelector('a.queue-link').pathname);
}

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return; // a menu has its own keys
  const typing = event.target.matches('input, select, textarea');
  if (typing && (event.ctrlKey || event.metaKey) && event.key === 'Enter' && form()?.contains(event.target)) {
    event.preventDefault();
    form().requestSubmit();
    return;
  }
  if (typing) {
    if (event.key === 'Escape') {
      event.target.blur();
      event.preventDefault();
    }
    if (event.target === filter && (event.key === 'ArrowDown' || event.key === 'Enter')) {
      event.preventDefault();
      filter.blur();
      step(1);
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return; // the slash is the search box's, on every screen
  const onButton = event.target.matches('button, a, summary');
  const actions = {
    f: () => { filter.focus(); filter.select(); return true; },
    '?': () => { document.getElementById('help-dialog').showModal(); return true; },
    ArrowDown: () => { step(1); return true; },
    ArrowUp: () => { step(-1); return true; },
    Enter: () => !onButton && press('[data-key="Enter"]'),
    Escape: () => press('[data-key="Escape"]'),
    b: () => {
      const fields = form()?.querySelector('fieldset:not([disabled])');
      const first = fields?.querySelector('[name="who"]:checked') ?? fields?.querySelector('[name="who"]');
      first?.focus();
      return Boolean(first);
    },
    d: () => press('[data-key="d"]'),
    l: () => press('[data-key="l"]'),
    t: () => press('[data-take-over]'),
    u: () => press('#undo-dismiss'),
    h: () => press('.inquiry-history > summary'),
  };
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const named = /^[a-z]$/.test(key) && document.querySelector(`#inquiry [data-key="${key}"]`);
  const action = actions[key] ?? (named && (() => press(`[data-key="${key}"]`)));
  if (action && action()) event.preventDefault();
});

// The list of duplicates, worked through pair by pair: arrows, M to merge, S to swap which is kept, N for "not a duplicate",
// L for later, U to take the last "not a duplicate" back.
const list = document.getElementById('dup-list');
const pairs = () => [...list.querySelectorAll('.dup-pair')];
const current = () => document.activeElement?.closest?.('.dup-pair') ?? null;
let goOnAfter = null;

/** The number beside what is shown follows. */
function count(by) {
  const shown = document.querySelector('.cb-filter [aria-current] .dup-count');
  if (shown) shown.textContent = (Number(shown.textContent.replace(/,/g, '')) + by).toLocaleString('en-US');
}

function ready(pair) {
  pair.querySelectorAll('[data-act="s"], [data-act="l"]').forEach(button => { button.hidden = false; });
}

function go(pair) {
  if (pair) {
    pair.focus({ preventScroll: true });
    pair.scrollIntoView({ block: 'nearest' });
  } else if (pairs().length === 0) {
    const none = document.getElementById('dup-none');
    none.hidden = false;
    (none.querySelector('a') ?? none.querySelector('p')).focus();
  }
}

function step(by) {
  const all = pairs();
  const at = all.indexOf(current());
  go(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]);
}

/** The one that was merged into the other is kept, and the other way round. */
function swap(pair) {
  const sides = pair.querySelector('.dup-sides');
  sides.append(sides.firstElementChild);
  const [kept, removed] = [...sides.children].map(side => side.dataset.id);
  const merge = pair.querySelector('[data-act="m"]');
  const address = new URL(merge.href);
  address.searchParams.set('keep', kept);
  address.searchParams.set('with', removed);
  merge.href = address.pathname + address.search;
}

function later(pair) {
  const all = pairs();
  const next = all[all.indexOf(pair) + 1];
  list.append(pair.closest('li'));
  go(next ?? pair);
}

list.addEventListener('click', event => {
  const act = event.target.closest('[data-act]')?.dataset.act;
  const pair = event.target.closest('.dup-pair');
  if (act === 's') swap(pair);
  if (act === 'l') later(pair);
});

document.addEventListener('htmx:beforeRequest', event => {
  const pair = event.target.closest('.dup-pair');
  const all = pairs();
  goOnAfter = pair ? all[all.indexOf(pair) + 1] ?? all[all.indexOf(pair) - 1] ?? null : null;
});
document.addEventListener('htmx:load', event => {
  const piece = event.detail.elt;
  if (piece.matches('.dup-pair')) { // taken back
    ready(piece);
    count(1);
    go(piece);
  } else if (piece.matches('[data-done]')) {
    count(-1);
    go(goOnAfter);
  }
});

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select, textarea')) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    step(key === 'ArrowDown' ? 1 : -1);
  } else if (key === 'u') {
    const done = [...document.querySelectorAll('[data-act="u"]')].at(-1);
    if (!done) return;
    done.click();
  } else if ('msnl'.includes(key) && key.length === 1) {
    (current() ?? pairs()[0])?.querySelector(`[data-act="${key}"]`)?.click();
  } else {
    return;
  }
  event.preventDefault();
});

pairs().forEach(ready);

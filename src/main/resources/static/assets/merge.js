// The pages of a merge and of its undo: fields by keyboard, and no button that acts on choices which nobody has seen.
const form = document.getElementById('merge-form');
const outcome = () => document.getElementById('merge-outcome');
const groups = () => [...form.querySelectorAll('fieldset.merge-row, .merge-pair')];

htmx.config.defaultSettleDelay = 0; // a key pressed right after an answer must find its button wired

// ---- a click while the preview is on its way waits for it ---------------------------------------------------------
let waiting = 0;
let wanted = false;
document.addEventListener('htmx:beforeRequest', event => {
  if (event.detail.elt === outcome()) waiting++;
});
document.addEventListener('htmx:afterRequest', () => {
  waiting = Math.max(0, waiting - 1);
  if (waiting || !wanted) return;
  wanted = false;
  const button = document.getElementById('merge-now');
  if (!button.disabled) form.requestSubmit(button);
});
form.addEventListener('submit', event => {
  if (waiting && !event.submitter?.name) {
    event.preventDefault();
    event.stopImmediatePropagation();
    wanted = true;
  }
});

// ---- keys -----------------------------------------------------------------------------------------------------------
function step(group, by) {
  const all = groups();
  const next = all[all.indexOf(group) + by];
  const goal = next?.querySelector('input:checked, input:not([type="hidden"])');
  (goal || (by > 0 ? document.getElementById('merge-now') : null))?.focus();
}

form.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const input = event.target.closest('input[type="radio"], input[type="checkbox"]');
  const group = input?.closest('fieldset.merge-row, .merge-pair');
  if (!group) return;
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') step(group, event.key === 'ArrowDown' ? 1 : -1);
  else if (event.key === 'Enter') document.getElementById('merge-now').focus();
  else return;
  event.preventDefault();
});

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.matches('input[type="text"], input[type="search"], textarea, select')) return;
  if (event.key === 's') document.querySelector('[data-key="s"]')?.click();
  else if (event.key === 'ArrowDown' && document.activeElement === document.body) groups()[0]?.querySelector('input:checked')?.focus();
  else return;
  event.preventDefault();
});

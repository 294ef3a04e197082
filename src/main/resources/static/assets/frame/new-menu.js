// The menu New of the bar: the plus key opens it on every page, and the letters beside its entries choose one.
const menu = document.getElementById('new-menu');
const button = menu?.querySelector('button');
const entries = [...menu?.querySelectorAll('a') ?? []];
const withModifier = event => event.ctrlKey || event.metaKey || event.altKey;

document.addEventListener('keydown', event => {
  if (!menu || event.key !== '+' || event.defaultPrevented || event.isComposing || withModifier(event)) return;
  if (event.target.matches('input, select, textarea, [contenteditable]') || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  button.click();
  if (button.getAttribute('aria-expanded') === 'true') entries[0].focus();
});

menu?.addEventListener('keydown', event => {
  if (withModifier(event) || button.getAttribute('aria-expanded') !== 'true') return;
  const chosen = entries.find(entry => entry.getAttribute('aria-keyshortcuts').toLowerCase() === event.key);
  if (!chosen) return;
  event.preventDefault();
  event.stopPropagation(); // a screen may have its own meaning for these keys
  chosen.click();
});

// Keys in an editor, Enter saves and Esc cancels; and nothing that was typed is lost by leaving the page.
document.addEventListener('keydown', event => {
  if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const form = event.target.closest('.rec-form, .note-form, .rec-conflict');
  if (!form) return;
  if (event.key === 'Escape') {
    const cancel = form.querySelector('[data-cancel]');
    if (cancel) {
      event.preventDefault();
      cancel.click();
    } else if (event.target.matches('textarea')) {
      event.target.blur();
    }
  } else if (event.key === 'Enter') {
    const held = event.ctrlKey || event.metaKey; // Enter alone is a new line in a text
    if (!event.target.matches(held ? 'select, textarea' : 'select')) return;
    event.preventDefault();
    form.requestSubmit();
  }
});
document.addEventListener('click', event => {
  const close = event.target.closest('[data-close]');
  if (!close) return;
  document.querySelector(close.dataset.close).replaceChildren();
  document.querySelector(close.dataset.back)?.focus();
});

const typed = form => [...form.elements].some(field =>
  field.type === 'checkbox' ? field.checked !== field.defaultChecked
    : field.tagName === 'SELECT' ? [...field.options].some(option => option.selected !== option.defaultSelected) && field.selectedIndex > 0
      : field.type !== 'hidden' && 'defaultValue' in field && field.value !== field.defaultValue);
let leaving = false; // what was typed is saved, and the answer leads to another page
document.body.addEventListener('htmx:beforeOnLoad', event => {
  leaving = event.detail.xhr.getResponseHeader('HX-Redirect') !== null;
});
window.addEventListener('beforeunload', event => {
  if (!leaving && [...document.querySelectorAll('.rec-form, .note-form')].some(typed)) event.preventDefault();
});

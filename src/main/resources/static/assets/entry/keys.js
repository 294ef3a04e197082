// The way through the form by keyboard.
import { addContact } from './contacts.js';
import { form, inOrder } from './form.js';
import { addPlace } from './places.js';

function onward(field) {
  const list = field.matches('[data-contact-value]') && field.closest('[data-contacts]');
  const last = list && [...list.querySelectorAll('[data-contact-value]')].pop() === field;
  if (last && field.value.trim()) return addContact(list);
  // Enter passes over what is rarely typed, the kind of a contact and its memo; Tab does not.
  const fields = inOrder();
  const next = fields.slice(fields.indexOf(field) + 1).find(other => !other.matches('[data-contact] :not([data-contact-value])'));
  next?.focus();
  if (next?.select) next.select();
}

document.addEventListener('keydown', event => {
  if (event.isComposing || document.querySelector('dialog[open]')) return;
  if (event.altKey && !event.ctrlKey && (event.code === 'KeyC' || event.code === 'KeyL')) {
    event.preventDefault();
    if (event.code === 'KeyL') return addPlace();
    const here = document.activeElement.closest('[data-place], .entry-card');
    return addContact((here ?? form).querySelector('[data-contacts]'));
  }
  if (event.key !== 'Enter' || !form.contains(event.target)) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.target.matches('input, select')) {
    event.preventDefault();
    onward(event.target);
  }
});

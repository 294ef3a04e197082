// The forms for new records: rows that are added, removed and put back.
import { addContact, prefixOf } from './entry/contacts.js';
import { copy, form, inOrder } from './entry/form.js';
import './entry/keys.js';
import { addPlace, number, places, putBack } from './entry/places.js';

form.addEventListener('click', event => {
  const button = event.target.closest('[data-add], [data-remove]');
  if (!button) return;
  if (button.dataset.add === 'contact') addContact(button.closest('[data-contacts]'));
  if (button.dataset.add === 'place') addPlace();
  if (button.dataset.remove) {
    const gone = button.closest(button.dataset.remove === 'contact' ? '[data-contact]' : '[data-place]');
    const fields = inOrder();
    const isBefore = field => gone.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_PRECEDING;
    const before = fields.filter(field => !gone.contains(field) && isBefore(field)).pop();
    gone.remove();
    if (button.dataset.remove === 'place') number();
    before?.focus();
    form.dispatchEvent(new Event('input', { bubbles: true }));
  }
});

// What was typed before is back: the rows that were there, under their own numbers.
form.addEventListener('callboard:refill', ({ detail: names }) => {
  const missing = name => !form.querySelector(`[name="${CSS.escape(name)}"]`);
  form.querySelectorAll('[data-contact]').forEach(row => { if (!names.includes(row.querySelector('select').name)) row.remove(); });
  for (const name of names.filter(missing)) {
    const [, place] = /^locations\[(\d+)\]\./.exec(name) ?? [];
    if (place && missing(`locations[${place}].address.street`)) putBack(place);
    const [, prefix, contact] = /^(.*)contacts\[(\d+)\]\.type$/.exec(name) ?? [];
    const list = contact && [...form.querySelectorAll('[data-contacts]')].find(one => prefixOf(one) === prefix);
    list?.insertBefore(copy('contact-template', { '%p%': prefix, '%c%': contact }), list.querySelector('[data-add]'));
  }
  if (places) number();
});

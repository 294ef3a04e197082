// The rows of contacts, with numbers as people write them.
import { toast } from '../frame/toast.js';
import { copy, form } from './form.js';

const MAX_CONTACTS = 20;

// Numbers of rows need not be without gaps; the server closes them.
const nextIndex = rows => 1 + Math.max(-1, ...rows.map(row => +/contacts\[(\d+)\]/.exec(row.querySelector('select').name)[1]));

export const prefixOf = list => list.dataset.prefix ?? ''; // the customer's own have none, and no attribute

export function addContact(list) {
  const rows = [...list.querySelectorAll('[data-contact]')];
  if (rows.length >= MAX_CONTACTS) return toast('More contacts can be added to the record itself.');
  const row = copy('contact-template', { '%p%': prefixOf(list), '%c%': nextIndex(rows) });
  const kinds = rows.map(other => other.querySelector('select').value);
  row.querySelector('select').value = !kinds.includes('MobilePhone') ? 'MobilePhone' : !kinds.includes('Email') ? 'Email' : 'Phone';
  list.insertBefore(row, list.querySelector('[data-add]'));
  row.querySelector('[data-contact-value]').focus();
}

// The kind follows what is typed, unless somebody chose it.
form.addEventListener('input', event => {
  const row = event.target.closest('[data-contact]');
  if (!row || !event.target.matches('[data-contact-value]')) return;
  const kind = row.querySelector('select');
  const mail = event.target.value.includes('@');
  if (mail && kind.value !== 'Email') kind.value = 'Email';
  const number = /^[+(]?\d[\d\s().-]{2,}$/.test(event.target.value);
  if (number && kind.value === 'Email' && !kind.dataset.chosen) kind.value = 'MobilePhone';
});
form.addEventListener('change', async event => {
  const row = event.target.closest('[data-contact]');
  if (!row) return;
  if (event.target.matches('select')) event.target.dataset.chosen = 'yes';
  const field = row.querySelector('[data-contact-value]');
  const typed = field.value.trim();
  if (!typed || row.querySelector('select').value === 'Email' || typed.includes('@')) return;
  try {
    const answer = await fetch(`/numbers/format?${new URLSearchParams({ value: typed })}`, { headers: { Accept: 'text/plain' } });
    const formatted = await answer.text();
    if (answer.ok && field.value.trim() === typed) field.value = formatted;
  } catch { /* it stays as typed */ }
});

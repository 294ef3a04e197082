// What was typed, in the dialogs too, outlives the claim: it stays until a job is booked of it, whoever has the inquiry
// in between, and is offered again.
import { isFilledIn, makeRoom } from '../job-script.js';
import { article, form, panel } from './screen.js';

const draftKey = () => `callboard-draft/${article().dataset.draft}`;
const fields = () => [...panel.querySelectorAll('form :is(input, select, textarea)')]
  .filter(field => field.name && field.type !== 'hidden');
const isChoice = field => field.type === 'radio' || field.type === 'checkbox';
let touched = false;

export function saveDraft() {
  if (!touched || !fields().length) return;
  // An answer that a place filled in is nobody's: its place has it, and perhaps a newer one.
  const typed = fields().filter(field => isChoice(field) ? field.checked : !isFilledIn(field));
  const values = {};
  for (const field of typed) values[field.name] = [...values[field.name] ?? [], field.value]; // several choices of one name
  sessionStorage.setItem(draftKey(), JSON.stringify(values));
}

// A form that came back as wrong (422) holds what was sent; the others do not.
export function restoreDraft(status) {
  touched = false;
  if (!article()) return;
  // While a booking can be undone, its form may come back.
  if (article().dataset.booked === 'true' && !document.getElementById('undo-dismiss')) sessionStorage.removeItem(draftKey());
  const saved = fields().length && sessionStorage.getItem(draftKey());
  if (!saved) return;
  const values = JSON.parse(saved);
  if (status !== 422) makeRoom(form(), Object.keys(values));
  for (const field of fields()) {
    if (status === 422 && field.form === form()) continue;
    if (isChoice(field)) field.checked = Boolean(values[field.name]?.includes(field.value));
    else if (field.name in values) field.value = values[field.name][0];
  }
  touched = true;
  if (status !== 422) form().querySelector('.draft-state').textContent = 'What you typed before is back.';
}

panel.addEventListener('input', event => {
  if (!event.target.closest('form')) return;
  touched = true;
  saveDraft();
});
window.addEventListener('pagehide', saveDraft);

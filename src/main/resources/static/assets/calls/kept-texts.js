// What was typed for a call-back and not sent stays with this page, since no draft is kept of it: whoever goes to another
// inquiry and comes back finds it there, and so does who does something else with the call-back meanwhile.
import { article, openPath, panel } from './screen.js';

const SENDS = /\/(?:try|reached|dismiss)$/;
const typed = new Map(); // by the inquiry's address: what stands in its fields, by their ids
const isKept = () => article() && !document.getElementById('inquiry-draft');

panel.addEventListener('input', event => {
  const { id, name, value } = event.target;
  if (!id || !name || !isKept()) return;
  typed.set(openPath(), { ...typed.get(openPath()), [id]: value });
});

export function restoreTexts(besides = null) {
  if (!isKept()) return;
  for (const [id, value] of Object.entries(typed.get(openPath()) ?? {})) {
    const field = document.getElementById(id);
    if (field && !besides?.contains(field)) field.value = value;
  }
}

// What was taken is typed no more; a form that came back as wrong (422) holds what was sent, and the others what was typed.
export function settleTexts(path, status) {
  if (status < 300 && SENDS.test(path)) typed.delete(path.replace(SENDS, ''));
  else restoreTexts(status === 422 ? panel.querySelector(`[hx-post="${path}"]`)?.closest('form') : null);
}

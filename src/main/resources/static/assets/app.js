// What every page does.
import './frame/appearance.js';
import './frame/copy.js';
import './frame/dependents.js';
import './frame/dialogs.js';
import './frame/forms.js';
import './frame/new-call.js';
import './frame/new-menu.js';
import './frame/requests.js';
import './frame/session.js';
import { toast } from './frame/toast.js';

const here = document.querySelector('.cb-side [aria-current]');
if (here && innerWidth < 832) here.scrollIntoView({ block: 'nearest', inline: 'center' });

const wrong = document.querySelector('main [aria-invalid="true"]');
const alone = field => field.type === 'radio' && field.form.elements[field.name] === field; // there is nothing to choose
const first = [...document.querySelectorAll('form[data-focus-first] :is(input:not([type=hidden]), select, textarea)')]
  .find(field => !alone(field));
if (wrong || first) (wrong || first).focus();

document.querySelectorAll('template[data-toast]').forEach(one => {
  const { message, toast: kind, undo } = one.dataset;
  toast(message, kind, undo ? 12 : undefined, undo);
});

const zone = document.querySelector('select[data-browser-zone]');
if (zone && !zone.dataset.chosen) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...zone.options].some(option => option.value === here)) zone.value = here;
}

// The booking form, wherever it stands: shows the parts that the choices call for. Screens that swap the form in
// settle it afterwards.
import { showCaller } from './caller.js';
import './frame/asked-times.js';
import './frame/quick-dates.js';
import { follow } from './job-script.js';

function showParts(form) {
  const chosen = form.querySelector('[name="who"]:checked');
  const located = chosen?.value.startsWith('location:');
  const onRecord = Boolean(chosen && chosen.value !== 'new');
  form.querySelector('.new-record').hidden = Boolean(located);
  form.querySelector('.on-record').hidden = !onRecord;
  form.querySelector('#f-name').closest('.field').hidden = onRecord;
  form.querySelector('#f-customerType').closest('.field').hidden = onRecord;
  form.querySelector('.service-confirm').hidden = chosen?.dataset.barred !== 'true';
}

// A business unit that does only some job types offers only those.
function narrowJobTypes(form) {
  const unit = form.querySelector('#f-businessUnitId').value;
  const types = form.querySelector('#f-jobTypeId');
  for (const option of types.options) {
    const units = option.dataset.units;
    const fits = !unit || !units || units.split(' ').includes(unit);
    option.hidden = option.disabled = option.value !== '' && !fits;
    if (!fits && option.selected) types.value = '';
  }
}

// A job type that says how long a visit takes sets the length, until somebody chose one.
function takeLength(form) {
  const minutes = form.querySelector('#f-jobTypeId').selectedOptions[0]?.dataset.minutes;
  const length = form.querySelector('#f-minutes');
  if (minutes && !length.dataset.chosen) length.value = minutes;
}

const usualPriority = form => form.querySelector('#f-jobTypeId').selectedOptions[0]?.dataset.priority ?? 'Normal';

// A job type says what priority is usual; another one that somebody chose, or was asked for, stays.
function takePriority(form) {
  const priority = form.querySelector('#f-priority');
  if (priority.value === form.dataset.usualPriority) priority.value = usualPriority(form);
  form.dataset.usualPriority = usualPriority(form);
}

export function settle(form) {
  if (!form) return;
  showParts(form);
  showCaller(form);
  narrowJobTypes(form);
  form.dataset.usualPriority = usualPriority(form);
  follow(form);
}

document.addEventListener('change', event => {
  const form = event.target.closest('[data-job-form]');
  if (form && event.target.name === 'who') {
    showParts(form);
    showCaller(form);
  }
  if (form && event.target.id === 'f-businessUnitId') narrowJobTypes(form);
  if (form && event.target.id === 'f-jobTypeId') {
    takeLength(form);
    takePriority(form);
  }
  if (form && event.target.id === 'f-minutes') event.target.dataset.chosen = 'yes';
  if (form && ['who', 'businessUnitId', 'jobTypeId'].includes(event.target.name)) follow(form);
});

document.addEventListener('callboard:refilled', event => settle(event.target.closest('[data-job-form]')));

settle(document.querySelector('[data-job-form]'));

// The visits of a day: the keyboard, and a date that is gone to once it is chosen.
import './frame/page-keys.js';

const chosen = document.getElementById('date');
chosen.form.querySelector('button').hidden = true;
chosen.addEventListener('change', () => { if (chosen.value) chosen.form.requestSubmit(); });

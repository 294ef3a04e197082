// The page of a job: the keyboard, buttons that fill a date, and what others do to the job meanwhile.
import './frame/asked-times.js';
import './frame/page-keys.js';
import './frame/quick-dates.js';
import { idle } from './frame/session.js';

const EVERY = 10 * 1000;
const GONE_AFTER = 8 * 60 * 1000;
const main = document.querySelector('main.job');
const shown = () => main.querySelector('.job-head').dataset.version;
let typed = document.querySelector('meta[name="posted"]') !== null; // what was refused is shown as it was typed
main.addEventListener('input', () => { typed = true; });

// Whoever is typing or choosing is left alone: what they send names the state that they saw.
async function look() {
  if (document.hidden || idle() > GONE_AFTER || document.querySelector('dialog[open], .dropdown-menu.show') || typed) return;
  try {
    const answer = await fetch(main.dataset.watch, { headers: { Accept: 'text/plain' } });
    if (!answer.ok || await answer.text() === shown()) return;
  } catch {
    return; // the next look may find the server
  }
  const focus = main.contains(document.activeElement) ? document.activeElement.id : '';
  await htmx.ajax('GET', location.pathname + location.search, { target: '#main', select: '#main > *', swap: 'innerHTML' });
  if (focus) document.getElementById(focus)?.focus();
}

setInterval(look, EVERY);

// A link may lead here to move the visit.
document.addEventListener('DOMContentLoaded', () => {
  if (location.hash === '#move') main.querySelector('[data-open-dialog="reschedule-dialog"]')?.click();
});

// The pages of customers and locations: what an answer says, and where it leaves the keyboard.
import './records/combo.js';
import { adaptContact } from './records/contact.js';
import './records/editor.js';

htmx.config.defaultSettleDelay = 0; // a key pressed right after an answer must find its button wired

document.body.addEventListener('htmx:afterSettle', event => {
  const part = event.detail.elt.closest('[data-focus]') || event.detail.elt.querySelector?.('[data-focus]');
  if (!part) return;
  say('rec-news', part.dataset.news);
  say('rec-urgent', part.dataset.urgent);
  delete part.dataset.news;
  delete part.dataset.urgent;
  adaptContact(part);
  // Who has gone on to another field while the answer was on its way is not called back.
  const now = document.activeElement;
  if (now && now !== document.body && now !== event.detail.requestConfig?.elt && !part.contains(now)) return;
  const goal = part.querySelector(part.dataset.focus.split(',')[0]) || part.querySelector(part.dataset.focus);
  goal?.focus();
  if (goal?.matches('input[type="text"]') && !goal.matches('[aria-invalid="true"]')) goal.select();
});

// The same words twice are news too: a reader hears them only where the text was gone in between.
function say(id, words) {
  if (!words) return;
  document.getElementById(id).textContent = '';
  setTimeout(() => { document.getElementById(id).textContent = words; }, 20);
}

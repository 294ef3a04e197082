// The page of a telephone system: what comes meanwhile appears, unless somebody reads what came.
import { idle } from './frame/session.js';

const EVERY = 5 * 1000;
const GONE_AFTER = 8 * 60 * 1000;
const events = () => document.querySelector('#telephone-events[data-latest]');

function look() {
  const shown = events();
  if (!shown || document.hidden || idle() > GONE_AFTER) return;
  if (shown.querySelector('details[open]') || shown.contains(document.activeElement)) return;
  const place = '#telephone-events';
  htmx.ajax('GET', location.pathname, { target: place, select: place + ' > *', swap: 'innerHTML' });
}

setInterval(look, EVERY);

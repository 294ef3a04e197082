// The lease: kept while somebody is really here.
import { idle, post } from '../frame/session.js';
import { refreshState } from './inquiry.js';
import { GIVE_UP_AFTER, list, openKey } from './screen.js';

const RELEASE_AFTER_IDLE = 4 * 60 * 1000;
const KEEP_EVERY = 30 * 1000;

setInterval(async () => {
  if (idle() > RELEASE_AFTER_IDLE) return;
  for (const row of list.querySelectorAll('.is-mine')) {
    try {
      const answer = await post(`${row.querySelector('a.queue-link').pathname}/keep`, { signal: AbortSignal.timeout(GIVE_UP_AFTER) });
      if (answer.status === 409 && row.dataset.key === openKey()) refreshState();
    } catch { /* the lease outlasts a short outage */ }
  }
}, KEEP_EVERY);

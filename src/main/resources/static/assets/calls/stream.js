// What the server sends while the screen is open: the queue as it is, then each change. An arrival is news: a spoken line,
// and a sound for those who want it.
import { listen } from '../frame/event-stream.js';
import { refreshState } from './inquiry.js';
import { decorate, fill, place, rowOf } from './queue.js';
import { openKey, state } from './screen.js';
import { ring } from './sound.js';

function announce(arrived) {
  document.getElementById('queue-news').textContent = arrived === 1 ? 'A new inquiry arrived.' : `${arrived} new inquiries arrived.`;
  ring();
}

listen('/calls/stream', {
  snapshot({ rows, count }) {
    fill(rows, count);
    refreshState();
  },
  rows(changed) {
    let arrived = 0;
    for (const row of changed) {
      const known = rowOf(row.key) !== null;
      if (place(row) && !known && row.html) arrived++;
      if (row.key === openKey() && row.version > +state().dataset.version) refreshState();
    }
    if (arrived) announce(arrived);
    decorate();
  },
});

// A stream of events that comes back by itself however it ended, and the pill that says whether it is there:
//   listen('/calls/stream', { snapshot(data) { … }, rows(data) { … } })
// Between its events the server sends a beat every two seconds.
import { connection } from './connection.js';
import { sessionEnded } from './session.js';

const SILENCE = 4500; // ms

export function listen(address, hear) {
  let source;
  let lastHeard = Date.now();
  let patience = SILENCE;
  let tries = 0;
  let retry = 1000;
  let retryTimer;

  function connect() {
    clearTimeout(retryTimer);
    source?.close();
    source = new EventSource(address);
    source.addEventListener('open', () => {
      retry = 1000;
      lastHeard = Date.now();
      patience = Math.max(patience, SILENCE);
    });
    for (const [name, take] of Object.entries(hear)) {
      source.addEventListener(name, event => {
        alive();
        take(JSON.parse(event.data));
      });
    }
    source.addEventListener('beat', alive);
    source.addEventListener('error', () => {
      connection('reconnecting');
      if (source.readyState === EventSource.CLOSED) again();
    });
  }

  async function again() {
    source.close();
    try {
      const answer = await fetch('/session', { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(10000) });
      if (answer.status === 401) {
        sessionEnded();
        retry = 5000;
      }
    } catch { /* the server is away: go on trying */ }
    clearTimeout(retryTimer);
    retryTimer = setTimeout(connect, retry);
    retry = Math.min(retry * 1.7, 15000);
  }

  function alive() {
    lastHeard = Date.now();
    patience = SILENCE;
    tries = 0;
    connection('live');
  }

  // A connection may die without a word. Who hears nothing tries again soon, since the browser may have taken another dead
  // connection for it, and then ever less often, since the server may just be slow.
  setInterval(() => {
    if (Date.now() - lastHeard < patience) return;
    connection('reconnecting');
    lastHeard = Date.now();
    patience = Math.min(1500 * 1.5 ** tries++, 10000);
    connect();
  }, 250);
  window.addEventListener('online', connect);
  connect();
}

// A stream of events that comes back by itself however it ended, in a page or in a worker. Between its events the server
// sends a beat every two seconds. alive is called whenever something came, lost where nothing does, ended where the session has.
const SILENCE = 4500; // ms

export function follow(address, hear, { alive = () => {}, lost = () => {}, ended = () => {} }) {
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
        heard();
        take(JSON.parse(event.data));
      });
    }
    source.addEventListener('beat', heard);
    source.addEventListener('error', () => {
      lost();
      if (source.readyState === EventSource.CLOSED) again();
    });
  }

  async function again() {
    source.close();
    try {
      const answer = await fetch('/session', { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(10000) });
      if (answer.status === 401) {
        ended();
        retry = 5000;
      }
    } catch { /* the server is away: go on trying */ }
    clearTimeout(retryTimer);
    retryTimer = setTimeout(connect, retry);
    retry = Math.min(retry * 1.7, 15000);
  }

  function heard() {
    lastHeard = Date.now();
    patience = SILENCE;
    tries = 0;
    alive();
  }

  // A connection may die without a word. Who hears nothing tries again soon, since the browser may have taken another dead
  // connection for it, and then ever less often, since the server may just be slow.
  setInterval(() => {
    if (Date.now() - lastHeard < patience) return;
    lost();
    lastHeard = Date.now();
    patience = Math.min(1500 * 1.5 ** tries++, 10000);
    connect();
  }, 250);
  addEventListener('online', connect);
  connect();
}

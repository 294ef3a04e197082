// A stream of events of a page, and the pill that says whether it is there:
//   listen('/calls/stream', { snapshot(data) { … }, rows(data) { … } })
import { connection } from './connection.js';
import { follow } from './live-stream.js';
import { sessionEnded } from './session.js';

export function listen(address, hear) {
  follow(address, hear, {
    alive: () => connection('live'),
    lost: () => connection('reconnecting'),
    ended: sessionEnded,
  });
}

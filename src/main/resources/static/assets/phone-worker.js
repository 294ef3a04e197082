// One stream of calls for all tabs of a browser, which has few connections to a server: each tab has a port, and hears at
// once what was told last.
import { follow } from './frame/live-stream.js';

const ports = new Set();
let last = null;

function tell(view) {
  last = view;
  ports.forEach(port => port.postMessage(view));
}

addEventListener('connect', event => {
  const [port] = event.ports;
  port.onmessage = ({ data }) => {
    if (data === 'bye') ports.delete(port);
    else {
      ports.add(port);
      if (last) port.postMessage(last);
    }
  };
});

// Whoever signed out is to see nothing more of the company's calls.
follow('/phone/stream', { calls: tell }, { ended: () => tell({ calls: [], gone: [] }) });

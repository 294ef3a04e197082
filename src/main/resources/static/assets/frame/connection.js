// The pill that says whether live updates arrive: 'live', 'reconnecting', 'offline' or null.
export function connection(state) {
  const pill = document.getElementById('connection-state');
  if (!pill) return;
  pill.hidden = !state;
  pill.dataset.state = state || '';
  pill.textContent = { live: 'Live', reconnecting: 'Reconnecting…', offline: 'Offline' }[state] || '';
}

// The last searches of the person who is signed in: kept by their browser alone, until they take them away or sign out.
const MOST = 8;
const PREFIX = 'callboard-searches:';
const user = document.querySelector('meta[name="user"]')?.content;

export function lastSearches() {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + user));
    return Array.isArray(kept) ? kept.filter(words => typeof words === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function keep(all) {
  try {
    if (all.length) localStorage.setItem(PREFIX + user, JSON.stringify(all.slice(0, MOST)));
    else localStorage.removeItem(PREFIX + user);
  } catch { /* no room: the box works without */ }
}

const others = words => lastSearches().filter(kept => kept.toLowerCase() !== words.toLowerCase());

export function rememberSearch(words) {
  if (user && words) keep([words, ...others(words)]);
}

export function forgetSearch(words) {
  keep(others(words));
}

export function forgetSearches() {
  keep([]);
}

// Whoever signs out leaves nothing behind, nor does anybody who used this browser before.
export function forgetSearchesOfAll() {
  try {
    Object.keys(localStorage).filter(key => key.startsWith(PREFIX)).forEach(key => localStorage.removeItem(key));
  } catch { /* nothing was kept */ }
}

// The queue: its rows in their order, how long each waits, and how many there are.
import { element } from '../frame/element.js';
import { filter, list, openKey } from './screen.js';

const me = document.querySelector('main.calls').dataset.user;
const LATE = 5 * 60; // seconds; the trade's rule for a first answer
export const rowOf = key => document.getElementById(`row-${key.replace('/', '-')}`);

// Rows and count are in the page; the stream goes on from there.
let beyond = document.getElementById('queue-count').textContent - list.children.length; // open, but the list is full

// Ids of bookings and of calls are the same numbers, so the last word is the key's.
const before = (a, b) => a.rank - b.rank || a.created - b.created || a.id - b.id || (a.key < b.key ? -1 : 1);
const rests = row => row.dataset.due > Date.now();
// Who is called back later stands below until that is due, without anybody telling.
const rankOf = ({ dataset }) => 'due' in dataset ? dataset.due > Date.now() ? 3 : 2 : +dataset.rank;
const placeOf = row => ({ rank: rankOf(row), created: +row.dataset.created, id: +row.dataset.key.split('/')[1], key: row.dataset.key });

// An older picture of a row may come after a newer one, when a snapshot and a change cross: the version decides.
const closedVersions = new Map();
export const versionOf = key => Math.max(+(rowOf(key)?.dataset.version ?? 0), closedVersions.get(key) ?? 0);

// Marks of the customer and of the place come and go without a change of the inquiry.
const marks = row => [...row?.querySelectorAll('.badge-barred, .badge-outside') ?? []].map(mark => mark.className).join();

export function place(data) {
  const known = rowOf(data.key);
  const seen = known ? +known.dataset.version : closedVersions.get(data.key) ?? 0;
  const row = data.html ? element(data.html) : null;
  if (data.version < seen || data.version === seen && known && marks(known) === marks(row)) return false;
  if (!row) {
    closedVersions.set(data.key, data.version);
    if (known) known.remove();
    return known !== null;
  }
  if (known) {
    known.replaceWith(row);
    if (rankOf(known) === rankOf(row) && known.dataset.created === row.dataset.created) return settled(row);
  }
  insert(row);
  return settled(row);
}

function insert(row) {
  const next = [...list.children].find(other => other !== row && before(placeOf(row), placeOf(other)) < 0);
  list.insertBefore(row, next ?? null);
}

function settled(row) {
  row.resting = rests(row);
  return true;
}

// Those whose time has come move up; whoever is in one by keyboard stays there.
function wake() {
  for (const row of [...list.querySelectorAll('[data-due]')]) {
    const was = row.resting;
    settled(row);
    if (!was || row.resting) continue;
    const focused = row.contains(document.activeElement);
    insert(row);
    if (focused) row.firstElementChild.focus({ preventScroll: true });
  }
}

// Every row that waits, as many as the list takes; count is how many there are in all.
export function fill(rows, count) {
  const present = new Set(rows.map(row => row.key));
  [...list.children].filter(row => !present.has(row.dataset.key)).forEach(row => row.remove());
  rows.forEach(place);
  beyond = Math.max(0, count - list.children.length);
  decorate();
}

export function decorate() {
  const wanted = filter.value.trim().toLowerCase();
  for (const row of list.children) {
    row.classList.toggle('is-mine', row.dataset.claimedBy === me);
    row.classList.toggle('is-open', row.dataset.key === openKey());
    const link = row.firstElementChild;
    if (row.dataset.key === openKey()) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    row.hidden = wanted !== '' && !row.textContent.toLowerCase().includes(wanted);
  }
  const count = list.children.length + beyond;
  document.getElementById('queue-count').textContent = count;
  document.title = `${count ? `(${count}) ` : ''}Calls · Callboard`;
  document.getElementById('queue-empty').hidden = count > 0;
  const more = document.getElementById('queue-more');
  more.hidden = beyond === 0;
  more.textContent = `and ${beyond} more, which move up as these are done`;
  tick();
}

function tick() {
  const now = Date.now();
  for (const row of list.children) {
    const seconds = Math.max(0, Math.round((now - row.dataset.created) / 1000));
    const wait = row.querySelector('.queue-wait');
    wait.textContent = seconds < 60 ? `${seconds} s` : seconds < 3600 ? `${Math.floor(seconds / 60)} min`
      : seconds < 86400 ? `${Math.floor(seconds / 3600)} h ${Math.floor(seconds % 3600 / 60)} min` : `${Math.floor(seconds / 86400)} d`;
    wait.classList.toggle('is-late', seconds >= LATE && !row.dataset.claimedBy && !rests(row));
  }
}
setInterval(() => {
  wake();
  tick();
}, 1000);

filter.addEventListener('input', decorate);

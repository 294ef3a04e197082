// While somebody types an address, what is known of it. A ZIP fills a city and a state that nobody typed; anything else is
// offered, with a button.
//   <… data-address="Location"> around the fields and, anywhere in it, <div data-address-help role="status">
import { post } from './frame/session.js';

const PARTS = ['street', 'unit', 'city', 'state', 'zip', 'country', 'latitude', 'longitude', 'pasted'];
const AFTER = 250; // ms without a key
const GIVE_UP_AFTER = 10 * 1000;
const states = new WeakMap();
const typed = new WeakSet(); // fields that somebody changed

const stateOf = block => states.get(block) ?? states.set(block, {}).get(block);
const field = (block, part) => [...block.querySelectorAll('input')]
  .find(one => one.name === part || one.name.endsWith(`.${part}`));
const partOf = one => PARTS.find(part => one.name === part || one.name?.endsWith(`.${part}`));
const value = (block, part) => field(block, part)?.value.trim() ?? '';
const isOpen = block => block.isConnected && field(block, 'street')?.checkVisibility();

function put(block, part, text) {
  const one = field(block, part);
  if (!one || one.value === text) return false;
  one.value = text;
  const folded = one.closest('details:not([open])');
  if (folded) folded.open = true; // what is filled in is seen
  one.dispatchEvent(new Event('input', { bubbles: true })); // others may keep or look at what stands there
  return true;
}

// A ZIP that was typed before city and state.
function fill(block, { city, state }) {
  const own = stateOf(block);
  const isFree = one => one && (!one.value.trim() || !typed.has(one) && one.value === own[partOf(one)]);
  const cityField = field(block, 'city');
  const stateField = field(block, 'state');
  if (!isFree(cityField)) return false;
  // The state may stand there because it is the usual one; in a form that came back it may have been typed.
  const isUsual = stateField && !typed.has(stateField) && stateField.value === stateField.defaultValue
    && !block.closest('form').querySelector('.is-invalid');
  const fillsState = isFree(stateField) || isUsual;
  own.city = city;
  const changed = put(block, 'city', city);
  if (!fillsState) return changed;
  own.state = state;
  return put(block, 'state', state) || changed;
}

function question(block) {
  const query = new URLSearchParams({ purpose: block.dataset.address });
  for (const part of PARTS) {
    const text = value(block, part);
    const point = part === 'latitude' || part === 'longitude';
    if (text || point && field(block, part)) query.set(part, text); // that there are such fields, too
  }
  return query;
}

async function check(block) {
  if (!isOpen(block)) return;
  const own = stateOf(block);
  const query = question(block);
  if (query.toString() === own.asked) return;
  own.asked = query.toString();
  own.abort?.abort();
  const abort = own.abort = new AbortController();
  const help = block.querySelector('[data-address-help]');
  try {
    const answer = await post('/addresses/check', {
      body: query,
      signal: AbortSignal.any([abort.signal, AbortSignal.timeout(GIVE_UP_AFTER)]),
    });
    if (!answer.ok) throw new Error(answer.status);
    const html = await answer.text();
    if (abort.signal.aborted || !block.isConnected) return;
    const piece = document.createElement('template');
    piece.innerHTML = html;
    const point = piece.content.querySelector('[data-address-point]');
    const zip = piece.content.querySelector('[data-address-fill]');
    if (point) {
      put(block, 'latitude', point.dataset.latitude);
      put(block, 'longitude', point.dataset.longitude);
      put(block, 'pasted', '');
      own.asked = question(block).toString();
    }
    if (zip && fill(block, zip.dataset)) return check(block); // what is said now is of what is filled
    help.replaceChildren(piece.content);
    lookUp(block, help, question(block));
  } catch (error) {
    // Help that does not come stops nobody; it is asked for again with the next change.
    if (error.name === 'AbortError') return;
    delete own.asked;
    help.replaceChildren();
  }
}

// What the company's geocoder says, where it has one; nobody waits for it. A question about a beginning does not end the one
// about the whole address.
async function lookUp(block, around, query) {
  const place = around.querySelector('[data-address-lookup]');
  const own = stateOf(block);
  const name = query.has('typing') ? 'lookingAhead' : 'looking';
  own[name]?.abort();
  if (!place) return;
  const abort = own[name] = new AbortController();
  try {
    const answer = await post('/addresses/lookup', {
      body: query,
      signal: AbortSignal.any([abort.signal, AbortSignal.timeout(GIVE_UP_AFTER)]),
    });
    if (answer.ok) place.innerHTML = await answer.text();
  } catch { /* there is none */ }
}

async function suggest(block) {
  if (!isOpen(block)) return;
  const own = stateOf(block);
  const street = value(block, 'street');
  const list = block.querySelector('[data-address-own]');
  if (!list || street === own.street) return;
  own.street = street;
  own.suggesting?.abort();
  const abort = own.suggesting = new AbortController();
  if (!/\d\S*\s+\S/.test(street)) return list.replaceChildren();
  try {
    const answer = await fetch(`/addresses/own?${new URLSearchParams({ street })}`, {
      signal: AbortSignal.any([abort.signal, AbortSignal.timeout(GIVE_UP_AFTER)]),
      headers: { 'HX-Request': 'true' },
    });
    if (!answer.ok) throw new Error(answer.status);
    const html = await answer.text();
    if (abort.signal.aborted) return;
    list.innerHTML = html;
    const query = question(block);
    query.set('typing', 'true');
    lookUp(block, list, query);
  } catch (error) {
    if (error.name !== 'AbortError') list.replaceChildren();
  }
}

function soon(block, work, name) {
  const own = stateOf(block);
  clearTimeout(own[name]);
  own[name] = setTimeout(work, AFTER, block);
}

document.addEventListener('input', event => {
  const block = event.target.closest('[data-address]');
  const part = block && partOf(event.target);
  if (!part) return;
  if (!event.isTrusted) return; // it was put there
  typed.add(event.target);
  if (part === 'street') soon(block, suggest, 'suggestTimer');
  const tells = part === 'zip' ? value(block, 'zip').length >= 5 : ['latitude', 'longitude', 'pasted'].includes(part);
  if (tells) soon(block, check, 'checkTimer');
});

document.addEventListener('change', event => {
  const block = event.target.closest('[data-address]');
  if (block && partOf(event.target)) soon(block, check, 'checkTimer');
});

// From the street down into what is offered, and back.
document.addEventListener('keydown', event => {
  const block = event.target.closest?.('[data-address]');
  const offered = block ? [...block.querySelectorAll('[data-address-own] [data-address-use]')] : [];
  const at = offered.indexOf(event.target);
  const street = block && event.target === field(block, 'street');
  if (!offered.length || !street && at < 0) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
    (offered[next] ?? (next < 0 ? field(block, 'street') : event.target)).focus();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    block.querySelector('[data-address-own]').replaceChildren();
    field(block, 'street').focus();
  }
}, true);

document.addEventListener('click', event => {
  const use = event.target.closest('[data-address-use]');
  if (!use) return;
  const block = use.closest('[data-address]');
  const used = PARTS.filter(part => use.dataset[part] !== undefined);
  const last = field(block, used.at(-1));
  used.forEach(part => {
    put(block, part, use.dataset[part]);
    if (field(block, part)) typed.add(field(block, part)); // somebody chose it
  });
  stateOf(block).street = value(block, 'street');
  block.querySelector('[data-address-own]')?.replaceChildren();
  last?.focus();
  last?.dispatchEvent(new Event('change', { bubbles: true }));
  check(block);
});

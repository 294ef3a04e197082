// What was typed into a form of a whole page outlives its refusal: a session that ended, a token of an older session, a
// server that is away. It is kept in this tab, for the person who typed it, until it is saved or they sign out; passwords
// and files never are. The server offers no refused form again, since a forged one looks the same: this page does.

import { forgetSearchesOfAll } from './frame/last-searches.js';

const KEY = 'callboard-form';
const meta = name => document.querySelector(`meta[name="${name}"]`)?.content;
const user = meta('user');
const posted = meta('posted') !== undefined;
const here = location.pathname + location.search;
const secret = field => field.matches('[type="password"], [type="file"], [name="_csrf"]');

// sent: no page has come since; lost: nobody took it; shown: it stands in a form again.
function read() {
  try { return JSON.parse(sessionStorage.getItem(KEY)); } catch { return null; }
}
function keep(form, state) {
  try { sessionStorage.setItem(KEY, JSON.stringify({ ...form, state })); } catch { /* no room: the page works without */ }
}
const forget = () => sessionStorage.removeItem(KEY);

document.addEventListener('submit', event => { // app.js comes first: it asks, and stops a second click
  const form = event.target;
  if (event.defaultPrevented || !user || form.getAttribute('method') !== 'post') return;
  const secrets = [...form.elements].filter(field => field.name && secret(field));
  const values = [...new FormData(form)].filter(([name]) => !secrets.some(field => field.name === name));
  const more = secrets.some(field => field.name !== '_csrf' && field.value);
  const typed = Boolean(form.querySelector('input:not([type="hidden"]), select, textarea')); // or only pressed
  const action = form.getAttribute('action');
  keep({ user, at: here, action, own: form.dataset.own, values, typed, more }, 'sent');
});

function say(text, control) {
  const bar = document.getElementById('kept');
  bar.replaceChildren(text, ...control ? [control] : []);
  bar.hidden = false;
}

function link(to, text) {
  const a = document.createElement('a');
  a.href = to;
  a.textContent = text;
  return a;
}

function discard() {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-sm btn-secondary';
  button.textContent = 'Discard it';
  button.addEventListener('click', () => {
    forget();
    location.reload();
  });
  return button;
}

function refill(form, kept) {
  const values = new Map();
  kept.values.forEach(([name, value]) => values.set(name, [...values.get(name) ?? [], value]));
  form.dispatchEvent(new CustomEvent('callboard:refill', { bubbles: true, detail: [...values.keys()] })); // forms with rows draw them
  for (const field of form.elements) {
    if (!field.name || secret(field) || field.matches('button, fieldset, output')) continue;
    const typed = values.get(field.name) ?? [];
    if (field.matches('[type="checkbox"], [type="radio"]')) field.checked = typed.includes(field.value);
    else if (field.matches('select[multiple]')) [...field.options].forEach(option => { option.selected = typed.includes(option.value); });
    else if (typed.length) field.value = typed.shift();
  }
  form.closest('dialog:not([open])')?.showModal();
  form.dispatchEvent(new CustomEvent('callboard:refilled', { bubbles: true }));
  form.dispatchEvent(new Event('input', { bubbles: true })); // previews
}

function signIn(form, kept) {
  keep(kept, 'lost');
  if (kept.state === 'shown') return; // they had gone elsewhere
  const to = document.createElement('input');
  to.type = 'hidden';
  to.name = 'to';
  to.value = kept.at;
  form.append(to);
  if (kept.typed) say('What you typed is kept. Sign in, and go on where you were.');
}

function arrive() {
  const signInForm = document.getElementById('sign-in');
  if (signInForm && new URLSearchParams(location.search).has('out')) {
    sessionStorage.clear();
    forgetSearchesOfAll();
  }
  const kept = read();
  // The answer to a form takes the address of the form: neither a reload nor the way back sends it again.
  if (posted) history.replaceState(null, '', meta('replace-url') ?? kept?.at ?? here);
  if (!kept) return;
  if (signInForm) return signIn(signInForm, kept);
  if (kept.user !== user) return forget();
  const form = [...document.querySelectorAll('main form[method="post"]')]
    .find(one => [kept.action, kept.own].includes(one.getAttribute('action')));
  if (posted) {
    if (form) return keep(kept, 'shown'); // with what was typed, and what is wrong with it
    if (!document.querySelector('main.cb-errorpage')) return forget();
    keep(kept, 'lost');
    return say(kept.typed ? 'What you typed is kept.' : '', link(kept.at, 'Back to the form'));
  }
  const again = ['reload', 'back_forward'].includes(performance.getEntriesByType('navigation')[0]?.type);
  if (kept.at !== here || kept.state !== 'lost' && !again) {
    if (kept.state !== 'lost') forget();
    return;
  }
  if (!form) return;
  refill(form, kept);
  keep(kept, 'shown');
  const more = kept.more ? ' Passwords and files are not kept: give them again.' : '';
  if (kept.typed) say(`What you typed is back; it is not saved yet.${more}`, discard());
}

document.addEventListener('DOMContentLoaded', arrive); // when the page's own scripts are there

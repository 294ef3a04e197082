// While somebody types a new record, who on record is like it. It warns and never stands in the way.
//   <… data-alike-block> with fields and, anywhere in it, <div data-alike role="status">; the form may name the customer
//   whose location it is (data-alike-customer), the lead that a customer is made of (data-alike-lead), the call that it is
//   about (data-alike-call), and customers who are shown already (data-alike-known, within the form). What was typed can go to
//   one of the matches where the form says which it is (data-alike-usable): it is sent there (data-alike-use), or the match
//   becomes a choice of the form (data-alike-who).
import { seal } from './frame/session.js';

const AFTER = 350; // ms without a key
const GIVE_UP_AFTER = 10 * 1000;
const waiting = new WeakMap();

function asked(block) {
  const form = block.closest('form');
  const fields = [...block.querySelectorAll('input')].filter(field => field.checkVisibility() && !field.disabled);
  const value = end => fields.find(field => field.name === end || field.name.endsWith(`.${end}`))?.value.trim() ?? '';
  const query = new URLSearchParams();
  const name = form.querySelector('[name="name"]');
  if (name && !form.dataset.alikeCustomer) query.set('name', name.value.trim());
  for (const end of ['street', 'unit', 'city', 'zip']) query.set(end, value(end));
  fields.filter(field => field.matches('[data-contact-value], [name=phone], [name=email]') && field.value.trim())
    .forEach(field => query.append('contact', field.value.trim()));
  if (form.dataset.alikeCustomer) query.set('customer', form.dataset.alikeCustomer);
  if (form.dataset.alikeUsable) query.set('usable', form.dataset.alikeUsable);
  if (form.dataset.alikeLead) query.set('lead', form.dataset.alikeLead);
  if (form.dataset.alikeCall) query.set('call', form.dataset.alikeCall);
  form.querySelectorAll('[data-alike-known]').forEach(known => query.append('known', known.dataset.alikeKnown));
  const enough = query.getAll('contact').some(contact => contact.length > 5) || query.get('street') && query.get('zip')
    || (query.get('name') ?? '').length > 2;
  return enough ? query : null;
}

async function look(block) {
  if (!block.isConnected) return; // a location that was taken away again
  const state = waiting.get(block);
  const query = asked(block);
  const text = query?.toString() ?? '';
  if (text === state.text) return;
  state.text = text;
  state.abort?.abort();
  const target = block.querySelector('[data-alike]');
  if (!query) return target.replaceChildren();
  const abort = state.abort = new AbortController();
  try {
    const answer = await fetch('/alike', {
      method: 'POST',
      body: query,
      signal: AbortSignal.any([abort.signal, AbortSignal.timeout(GIVE_UP_AFTER)]),
      headers: { ...seal(), 'HX-Request': 'true' },
    });
    if (!answer.ok) throw new Error(answer.status);
    const html = await answer.text();
    if (abort.signal.aborted) return;
    target.innerHTML = html;
    state.failed = 0;
  } catch (error) {
    // A warning that does not come stops nobody; it is tried again, but not for ever. One of what stood there before goes.
    if (error.name === 'AbortError') return;
    target.replaceChildren();
    delete state.text;
    state.failed = (state.failed ?? 0) + 1;
    if (state.failed < 4) setTimeout(soon, 1500, block);
  }
}

function soon(block) {
  if (!waiting.has(block)) waiting.set(block, {});
  const state = waiting.get(block);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => look(block), AFTER);
}

document.addEventListener('input', event => {
  const form = event.target.closest('form');
  const block = event.target.closest('[data-alike-block]');
  if (block) soon(block);
  else if (event.target === form) form.querySelectorAll('[data-alike-block]').forEach(soon); // rows went away
});
document.addEventListener('change', event => {
  const block = event.target.closest('[data-alike-block]');
  if (block) soon(block);
});

// What was typed goes along, to be looked at once more before it is added.
document.addEventListener('click', event => {
  const button = event.target.closest('[data-alike-use]');
  if (!button) return;
  const form = button.closest('form');
  if (!form.dataset.own) form.dataset.own = form.getAttribute('action'); // where what was typed belongs, if nobody takes it
  form.action = button.dataset.alikeUse;
  form.requestSubmit();
});

// The match stands among the others then, and is chosen.
document.addEventListener('click', event => {
  const button = event.target.closest('[data-alike-who]');
  if (!button) return;
  const matches = button.closest('form').querySelector('.matches');
  matches.insertBefore(button.parentElement.querySelector('template').content.cloneNode(true), matches.lastElementChild);
  const choice = matches.querySelector(`[name="who"][value="${CSS.escape(button.dataset.alikeWho)}"]`);
  choice.checked = true;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  choice.focus();
  soon(button.closest('[data-alike-block]'));
});

// A form that starts with something, or came back, is looked at too.
document.querySelectorAll('[data-alike-block]').forEach(block => { if (asked(block)) soon(block); });

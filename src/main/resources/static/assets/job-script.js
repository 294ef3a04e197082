// The questions of a booking form: they follow the chosen job type and place, and the answers are counted. What somebody
// types while they are on their way stays.
import { post } from './frame/session.js';

const GIVE_UP_AFTER = 10 * 1000;
const OURS = /^(jobTypeId|who|unasked|filledOf|(custom|filled)-\d+)$/;
const running = new WeakMap(); // by form: what is on its way

const block = form => form.querySelector('[data-job-script]');
const answers = part => [...part.querySelectorAll('[data-answer]')];

function key(form) {
  const type = form.querySelector('[name="jobTypeId"]');
  return `${type?.value ?? ''} ${form.querySelector('[name="who"]:checked')?.value ?? ''}`;
}

// A form that is disabled has no FormData, and its questions are shown all the same.
function typed(form) {
  const body = new URLSearchParams();
  for (const field of form.elements) {
    if (!OURS.test(field.name) || /^(radio|checkbox)$/.test(field.type) && !field.checked) continue;
    body.append(field.name, field.value);
  }
  return body;
}

// Whether it is an answer that its place filled in, and nobody changed it.
export const isFilledIn = field =>
  field.closest('.job-question')?.querySelector('[data-filled]')?.value === field.value;

function count(part) {
  const all = answers(part);
  const open = all.filter(field => !field.value.trim());
  const shown = part.querySelector('[data-answered]');
  if (shown) shown.textContent = all.length - open.length;
  for (const field of all) {
    const question = field.closest('.job-question');
    question.classList.toggle('is-answered', !open.includes(field));
    const known = question.querySelector('.job-known');
    if (known) known.hidden = !isFilledIn(field);
  }
  const unasked = part.querySelector('[data-unasked]');
  if (unasked) unasked.hidden = !open.some(field => field.closest('.job-question').dataset.required);
}

// What was typed since the questions were asked for goes with them, and so does the focus.
function replace(form, html, sent) {
  const old = block(form);
  const focused = old.contains(document.activeElement) ? document.activeElement.id : null;
  const since = answers(old).filter(field => field.value !== (sent.get(field.name) ?? ''));
  const holder = document.createElement('div');
  holder.innerHTML = html;
  const fresh = holder.firstElementChild;
  for (const field of since) {
    const now = answers(fresh).find(one => one.name === field.name);
    if (now) now.value = field.value;
  }
  old.replaceWith(fresh);
  count(fresh);
  if (focused) document.getElementById(focused)?.focus();
}

async function ask(form, wanted, times) {
  running.get(form)?.abort.abort();
  const own = { wanted, abort: new AbortController() };
  running.set(form, own);
  const sent = typed(form);
  try {
    const answer = await post('/jobs/script', {
      body: sent,
      signal: AbortSignal.any([own.abort.signal, AbortSignal.timeout(GIVE_UP_AFTER)]),
    });
    if (!answer.ok) throw new Error(answer.status);
    const html = await answer.text();
    if (own.abort.signal.aborted) return;
    running.delete(form);
    if (form.isConnected) replace(form, html, sent);
  } catch {
    if (own.abort.signal.aborted) return;
    running.delete(form);
    if (times < 3) setTimeout(() => { if (form.isConnected) follow(form, times + 1); }, 1500); // a refused form has them too
  }
}

// Asks for the questions where those that stand there are of another job type or place, or only keep room for answers.
export function follow(form, times = 0) {
  const part = block(form);
  const wanted = key(form);
  if (!part || running.get(form)?.wanted === wanted) return;
  if (part.dataset.key === wanted && !part.querySelector('[data-stand-in]')) {
    running.get(form)?.abort.abort(); // of a choice that was taken back
    running.delete(form);
    return;
  }
  ask(form, wanted, times);
}

// Room for answers that come back before their questions.
export function makeRoom(form, names) {
  const part = form && block(form);
  if (!part) return;
  for (const name of names) {
    if (!/^(custom|filled)-\d+$|^filledOf$/.test(name) || form.querySelector(`[name="${name}"]`)) continue;
    const room = document.createElement('input');
    room.type = 'text';
    room.hidden = true;
    room.name = name;
    room.dataset.standIn = '';
    part.append(room);
  }
}

document.addEventListener('input', event => {
  const part = event.target.closest('[data-job-script]');
  if (part) count(part);
});
document.addEventListener('callboard:refill', event => {
  if (event.target.matches('[data-job-form]')) makeRoom(event.target, event.detail);
});

// The open inquiry: it is loaded, drawn again when others act, and replaced by the answers to what is done with it.
import { element } from '../frame/element.js';
import { sessionEnded } from '../frame/session.js';
import { toast } from '../frame/toast.js';
import { settle as settleJobForm } from '../job-form.js';
import { restoreDraft, saveDraft } from './draft.js';
import { restoreTexts, settleTexts } from './kept-texts.js';
import { decorate, versionOf } from './queue.js';
import { article, form, GIVE_UP_AFTER, openKey, openPath, panel, state } from './screen.js';

htmx.config.defaultSettleDelay = 0; // a key pressed right after an answer must find its button wired
let opening = Promise.resolve();
let loading = null;

// Somebody who goes through the queue quickly wants the last one they asked for, whatever answer comes first.
export function open(path, push = true) {
  loading?.abort();
  const abort = new AbortController();
  loading = abort;
  panel.dispatchEvent(new Event('callboard:leave'));
  saveDraft();
  opening = load(path, push, abort.signal).catch(error => {
    if (error.name !== 'AbortError') toast('Callboard can’t be reached. Try again.', 'error');
  });
  return opening;
}

async function load(path, push, signal) {
  panel.setAttribute('aria-busy', 'true');
  let answer, text;
  try {
    answer = await fetch(path, {
      headers: { 'HX-Request': 'true' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(GIVE_UP_AFTER)]),
    });
    text = await answer.text();
  } finally {
    if (!signal.aborted) panel.setAttribute('aria-busy', 'false'); // else the next one is on its way
  }
  if (answer.status === 401) return sessionEnded();
  if (!answer.ok) return toast(text, 'error');
  panel.innerHTML = text;
  htmx.process(panel);
  if (push) history.pushState({ path }, '', path);
  restoreDraft(200);
  restoreTexts();
  settle();
  decorate();
  catchUp();
}

// What was told of it while the answer was on its way is in the queue already.
function catchUp() {
  if (openKey() && versionOf(openKey()) > +state().dataset.version) refreshState();
}

// Others act: only what stands above the form is drawn again, so nothing that was typed goes away; a call-back
// wherever it says what became of it. An answer on its
// way may be older than the change that asks for another one.
let refreshing = false;
let again = false;
export async function refreshState() {
  again = true;
  if (refreshing) return;
  refreshing = true;
  while (again) {
    again = false;
    await redrawState();
  }
  refreshing = false;
}

async function redrawState() {
  const key = openKey();
  if (!key) return;
  try {
    const whole = 'whole' in state().dataset;
    const path = whole ? openPath() : `${openPath()}/state`;
    const answer = await fetch(path, { headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(GIVE_UP_AFTER) });
    const html = await answer.text();
    if (!answer.ok || openKey() !== key) return;
    const fresh = element(html);
    const head = whole ? fresh.querySelector('#inquiry-state') : fresh;
    if (+head.dataset.version < +state().dataset.version) return;
    const was = state().dataset.mine;
    for (const part of [head, ...fresh.querySelectorAll('[data-live]')]) exchange(part);
    adapt(was);
  } catch { /* the stream brings the next occasion */ }
}

// Who is in it by keyboard stays there, and so does what they type.
function exchange(part) {
  const old = document.getElementById(part.id);
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  for (const field of old.querySelectorAll('textarea')) part.querySelector(`#${field.id}`)?.replaceWith(field);
  old.replaceWith(part);
  htmx.process(part);
  const key = focused?.dataset.key && part.querySelector(`[data-key="${focused.dataset.key}"]`);
  if (focused) (document.getElementById(focused.id) ?? (key || document.getElementById('inquiry-name'))).focus({ preventScroll: true });
}

function adapt(was) {
  const now = state().dataset;
  article().dataset.mine = now.mine;
  const fields = panel.querySelector('#book > fieldset');
  if (fields) fields.disabled = now.mine !== 'true';
  saveDraft(); // what nobody took while it was somebody else's
  if (was === 'true' && now.mine !== 'true') {
    toast('This inquiry is no longer yours. What you typed is still here.', 'warning');
  }
}

// Where somebody is while the answer to something else comes late: a dialog that stays open, the field that has the focus.
let elsewhere = null;
let typing = null;
let reading = false; // the history, which stays open
document.body.addEventListener('htmx:beforeSwap', event => {
  // Who has gone on to another inquiry stays there, whatever the answer says about the one before.
  if (event.detail.target === panel && !event.detail.requestConfig.path.startsWith(`${openPath()}/`)) {
    event.detail.shouldSwap = false;
    return;
  }
  // 409: somebody was faster. The answer is the inquiry as it is now, so it is shown.
  if (event.detail.target === panel && event.detail.xhr.status === 409) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
  if (event.detail.target !== panel) return;
  saveDraft();
  const sender = event.detail.requestConfig.elt;
  const dialog = panel.querySelector('dialog[open]');
  elsewhere = dialog?.contains(sender) ? null : dialog?.id;
  reading = Boolean(panel.querySelector('.inquiry-history[open]'));
  typing = [...panel.querySelectorAll('#book :focus')].find(field => !field.form.contains(sender))?.id;
});

document.body.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target !== panel) return;
  if (openPath() !== location.pathname) history.pushState({ path: openPath() }, '', openPath()); // a call-back became its call
  const ofForm = event.detail.requestConfig.path.endsWith('/book'); // a dialog's refusal leaves the draft as it was
  const { status } = event.detail.xhr;
  restoreDraft(ofForm ? status : status === 409 ? 409 : 200, true);
  settleTexts(event.detail.requestConfig.path, status);
  settle();
  if (elsewhere) document.getElementById(elsewhere)?.showModal();
  if (reading) panel.querySelector('.inquiry-history')?.setAttribute('open', '');
  decorate();
  catchUp();
});

export function settle() {
  if (!article()) return;
  settleJobForm(form());
  sayWhoseLead();
  panel.querySelector('dialog[data-again="true"]:not([open])')?.showModal();
  const invalid = panel.querySelector('#book [aria-invalid="true"]');
  if (invalid) (invalid.matches('input,select,textarea') ? invalid : invalid.querySelector('input'))?.focus();
  else (document.getElementById(typing) ?? document.getElementById('inquiry-name')).focus({ preventScroll: true });
  typing = null;
  countUndo();
}

// A lead of a call is for whom the form says, as far as it says so.
function sayWhoseLead() {
  const line = panel.querySelector('[data-lead-of]');
  const known = form()?.querySelector('[name="who"]:checked')?.closest('.match').querySelector('.match-name strong');
  if (!line) return;
  line.hidden = !known;
  line.querySelector('strong').textContent = known?.textContent ?? '';
}

panel.addEventListener('click', event => {
  if (!event.target.closest('[data-open-dialog="lead-dialog"]') || !panel.querySelector('[data-lead-of]')) return;
  sayWhoseLead();
  for (const [field, typed] of [['f-leadName', 'f-name'], ['f-leadPhone', 'f-phone']]) {
    const [to, from] = [field, typed].map(id => document.getElementById(id));
    if (to.value === to.defaultValue && from.value && from.checkVisibility()) to.value = from.value;
  }
}, true);

function countUndo() {
  const left = panel.querySelector('.undo-left');
  if (!left) return;
  const timer = setInterval(() => {
    left.textContent = --left.dataset.seconds;
    if (left.dataset.seconds <= 0 || !left.isConnected) {
      clearInterval(timer);
      document.getElementById('undo-dismiss')?.remove();
      left.parentElement.remove();
    }
  }, 1000);
}

// What is pressed while an inquiry is on its way is meant for that one.
export function press(selector) {
  opening.then(() => panel.querySelector(selector)?.click());
  return true;
}

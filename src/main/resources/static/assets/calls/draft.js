// What was typed into the open inquiry, in its dialogs too, is kept on the server while somebody types: it goes along to
// whoever has the inquiry next, to another computer, and past a crash. What has not got there stays in this tab until it has.
import { post, refreshToken } from '../frame/session.js';
import { settle } from '../job-form.js';
import { isFilledIn, makeRoom } from '../job-script.js';
import { labelOf, showConflicts } from './draft-conflict.js';
import { showLeft } from './draft-left.js';
import { forget, keep, left } from './draft-tab.js';
import { article, form, panel } from './screen.js';

const AFTER = 500; // ms without a key
const AGAIN = 5 * 1000;
const fields = () => [...panel.querySelectorAll('form :is(input, select, textarea)')]
  .filter(field => field.name && field.type !== 'hidden');
const isChoice = field => field.type === 'radio' || field.type === 'checkbox';
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// typed: by name, what stands in the fields that somebody touched; saved: the same, as the server has it in its version;
// first: what stood in each field before, null where that is not known.
let draft = null;

function firstOf(field) {
  if (isChoice(field)) return field.defaultChecked ? [field.value] : [];
  if (field.options) return [([...field.options].find(option => option.defaultSelected) ?? field.options[0])?.value ?? ''];
  return [field.defaultValue];
}

function byName(valueOf) {
  const values = new Map();
  for (const field of fields()) values.set(field.name, [...values.get(field.name) ?? [], ...valueOf(field)]);
  return values;
}

// A field that comes late, such as the answer to a question, may be drawn with what was typed there before; so is who was
// chosen, where the draft that came along says it.
function noteFirst() {
  const drawn = JSON.parse(document.getElementById('inquiry-draft')?.dataset.fields ?? '{}');
  for (const [name, values] of byName(firstOf)) {
    if (!draft.first.has(name)) draft.first.set(name, name in draft.typed || name === 'who' && name in drawn ? null : values);
  }
}

// An answer that a place filled in is nobody's: its place has it, and perhaps a newer one.
const valueOf = field => isChoice(field) ? field.checked ? [field.value] : [] : isFilledIn(field) ? [] : [field.value];

function gather() {
  if (panel.querySelectorAll('article').length > 1) return; // one comes, and the other says that it goes
  noteFirst();
  const before = JSON.stringify(draft.typed);
  const filled = new Set(fields().filter(field => !isChoice(field) && isFilledIn(field)).map(field => field.name));
  for (const [name, values] of byName(valueOf)) {
    if (draft.unshown.has(name)) continue;
    if (filled.has(name) || same(values, draft.first.get(name))) delete draft.typed[name];
    else draft.typed[name] = values;
  }
  if (JSON.stringify(draft.typed) === before) return;
  draft.texts = fields().filter(field => field.name in draft.typed && field.matches('input, textarea'))
    .filter(field => !isChoice(field) && field.value.trim())
    .map(field => [labelOf([field]), field.value]);
  draft.dirty = true;
  keep(draft);
}

// Where only one of two changed something, it holds; where both did, mine stands, and theirs is offered.
function merge(own, theirs) {
  const conflicts = [];
  for (const name of new Set([...Object.keys(own.typed), ...Object.keys(theirs)])) {
    const [mine, other, before] = [own.typed[name], theirs[name], own.saved[name]];
    if (same(mine, other) || same(other, before)) continue;
    if (same(mine, before)) {
      if (other) own.typed[name] = other;
      else delete own.typed[name];
    } else {
      conflicts.push({ name, theirs: other, before });
    }
  }
  own.saved = theirs;
  own.dirty = !same(own.typed, own.saved);
  return conflicts;
}

function put(name, values) {
  const own = fields().filter(field => field.name === name);
  const known = own.some(field => field.type !== 'radio' || values.includes(field.value));
  if (known || !own.length) draft.unshown.delete(name);
  else draft.unshown.add(name); // a choice that this page does not offer stays chosen until somebody makes another
  own.forEach((field, index) => {
    if (isChoice(field)) field.checked = known ? values.includes(field.value) : field.checked;
    else field.value = values[index] ?? '';
  });
  if (name === 'tell' && !own.length) decide(values);
}

// Whether the customer is told is asked with the time: its place brings along what was decided.
function decide(values) {
  const place = panel.querySelector('#book .tell');
  if (!place) return;
  for (const [name, wanted] of [['tellShown', true], ['tell', values.includes('true')]]) {
    if (!wanted || place.querySelector(`[name="${name}"]`)) continue;
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name, value: 'true' });
    place.append(field);
  }
}

function say(text) {
  const line = form()?.querySelector('.draft-state');
  if (line) line.textContent = text;
}

const takeTheirs = own => (name, values) => {
  put(name, values ?? own.first.get(name) ?? []);
  settle(form());
  changed();
};

// A form that came back as wrong (422) holds what was sent; the others do not.
// acted: whether the inquiry is as it is by what was done on this page.
export function restoreDraft(status, acted = false) {
  const place = document.getElementById('inquiry-draft');
  if (!place || !article()) {
    draft = null;
    return;
  }
  const { at, by } = place.dataset;
  const other = draft?.at !== at;
  if (other) draft = { at, key: article().dataset.draft, typed: {}, saved: {}, version: 0, first: new Map(), unshown: new Set() };
  if (!form() && status < 300 && acted) { // what was done with it has what was typed; its form may come back
    draft.dirty = false;
    return forget(draft);
  }
  if (status !== 422) draft.first = new Map([...draft.first].filter(([name]) => name in draft.typed));
  noteFirst();
  if (other) Object.assign(draft, left(draft));
  let conflicts = [];
  if (+place.dataset.version > draft.version) {
    draft.version = +place.dataset.version;
    conflicts = merge(draft, JSON.parse(place.dataset.fields));
  }
  if (!form() && (draft.dirty || draft.saving) && draft.texts?.length) {
    showLeft(draft.texts, () => forget(draft));
    return;
  }
  const names = Object.keys(draft.typed);
  if (!fields().length || !names.length) return;
  if (status !== 422) makeRoom(form(), names);
  const sent = new Set(status === 422 ? fields().filter(field => field.form === form()).map(field => field.name) : []);
  names.filter(name => !sent.has(name)).forEach(name => put(name, draft.typed[name]));
  if (status !== 422) say(by ? `What ${by} typed is here.` : 'What you typed before is back.');
  showConflicts(conflicts, by, takeTheirs(draft));
  soon(draft);
}

async function save(own) {
  clearTimeout(own.timer);
  if (!own.dirty || own.saving) return;
  own.saving = true;
  own.dirty = false;
  const sent = JSON.stringify(own.typed);
  try {
    const body = new URLSearchParams({ version: own.version, fields: sent });
    const answer = await post(own.at, { body, keepalive: true });
    if (answer.status === 403) await refreshToken();
    if (answer.status === 403 || answer.status === 429 || answer.status > 499) throw new Error(answer.status);
    if (answer.status === 412) newer(own, await answer.json());
    else if (answer.ok) {
      own.version = (await answer.json()).version;
      own.saved = JSON.parse(sent);
      if (!own.dirty) forget(own);
    } else {
      own.dirty = true; // somebody else has the inquiry: what they don't take waits here
      return;
    }
    soon(own);
  } catch { // nobody answered
    own.dirty = true;
    own.timer = setTimeout(save, AGAIN, own);
  } finally {
    own.saving = false;
  }
}

function newer(own, { version, fields: theirs, by }) {
  const was = { ...own.typed };
  own.version = version;
  const conflicts = merge(own, JSON.parse(theirs));
  keep(own);
  if (own === draft) {
    for (const name of new Set([...Object.keys(was), ...Object.keys(own.typed)])) {
      if (!same(was[name], own.typed[name])) put(name, own.typed[name] ?? own.first.get(name) ?? []);
    }
    settle(form());
    showConflicts(conflicts, by, takeTheirs(own));
  }
}

function soon(own) {
  if (!own.dirty) return;
  clearTimeout(own.timer);
  own.timer = setTimeout(save, AFTER, own);
}

// At once, before the form goes away or somebody else has the inquiry.
export function saveDraft() {
  if (!draft) return;
  if (draft.touched) gather();
  save(draft);
}

function changed() {
  draft.touched = true;
  gather();
  soon(draft);
}

for (const kind of ['input', 'change']) {
  panel.addEventListener(kind, event => {
    if (!draft || !event.target.closest('form')) return;
    draft.unshown.delete(event.target.name);
    changed();
  });
}
panel.addEventListener('close', saveDraft, true); // a dialog
window.addEventListener('pagehide', saveDraft);
document.addEventListener('callboard:signed-in', saveDraft);

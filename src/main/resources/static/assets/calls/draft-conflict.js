// Where two typed into the same field of an inquiry: mine stands in it, and theirs is offered beside what was there before.
import { form, panel } from './screen.js';

const named = name => [...panel.querySelectorAll('form :is(input, select, textarea)')].filter(field => field.name === name);

export function node(tag, text, className) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

export function labelOf([field]) {
  const group = field.closest('[role="radiogroup"], [role="group"]');
  return group?.getAttribute('aria-label') ?? field.labels?.[0]?.textContent.trim() ?? field.name;
}

function words(fields, values) {
  const shown = (values ?? []).map(value => {
    const choice = fields.find(field => /^(radio|checkbox)$/.test(field.type) && field.value === value);
    const option = [...fields[0].options ?? []].find(one => one.value === value);
    return choice?.labels?.[0]?.textContent.trim() ?? option?.textContent ?? value;
  });
  return shown.filter(Boolean).join(', ') || '–';
}

function row({ name, theirs, before }, by, take) {
  const fields = named(name);
  const mine = fields.filter(field => !/^(radio|checkbox)$/.test(field.type) || field.checked).map(field => field.value);
  const part = node('div', '', 'draft-conflict-row');
  part.append(node('strong', labelOf(fields)));
  const values = node('dl');
  for (const [title, value] of [['Yours', mine], [by ? `${by}’s` : 'Elsewhere', theirs], ['Before', before]]) {
    const pair = node('div');
    pair.append(node('dt', title), node('dd', words(fields, value)));
    values.append(pair);
  }
  const buttons = node('div', '', 'draft-conflict-buttons');
  for (const [text, act] of [['Keep yours', () => {}], [by ? `Take ${by}’s` : 'Take the other', () => take(name, theirs)]]) {
    const button = node('button', text, 'btn btn-sm btn-outline-secondary');
    button.type = 'button';
    button.addEventListener('click', () => {
      act();
      part.remove();
      if (!document.querySelector('.draft-conflict-row')) closeConflicts();
      (fields.find(field => field.isConnected) ?? form())?.focus();
    });
    buttons.append(button);
  }
  part.append(values, buttons);
  return part;
}

export function showConflicts(conflicts, by, take) {
  const shown = conflicts.filter(({ name }) => named(name).length);
  if (!shown.length || !form()) return;
  closeConflicts();
  const box = node('div', '', 'notice notice-warn draft-conflict');
  box.setAttribute('role', 'alert');
  const whose = by ? `${by} typed here too. Yours stands in the form.` : 'You typed in two places. What you typed here stands in the form.';
  box.append(node('p', whose));
  box.append(...shown.map(conflict => row(conflict, by, take)));
  form().prepend(box);
}

function closeConflicts() {
  document.querySelector('.draft-conflict')?.remove();
}

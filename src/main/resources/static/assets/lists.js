// The lists: rows by keyboard and by click, addresses without empty filters, the export with its progress.
import { sessionEnded } from './frame/session.js';
import { toast } from './frame/toast.js';

const filter = document.querySelector('.list-filter');
const rows = () => [...document.querySelectorAll('.list-table tbody tr')];
const linkOf = row => row.querySelector('a.cb-row-name');

// ---- an address holds only what was really asked for -----------------------------------------------------------
filter.addEventListener('formdata', event => {
  for (const [name, value] of [...event.formData.entries()]) {
    if (typeof value === 'string' && value.trim() === '') event.formData.delete(name);
  }
});

// ---- rows -----------------------------------------------------------------------------------------------------
function step(to) {
  const all = rows();
  if (!all.length) return;
  const at = all.findIndex(row => row.contains(document.activeElement));
  const next = to === 'first' ? 0 : to === 'last' ? all.length - 1
    : at < 0 ? (to > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + to));
  linkOf(all[next]).focus();
  all[next].scrollIntoView({ block: 'nearest' });
}

document.addEventListener('click', event => {
  const row = event.target.closest('.list-table tbody tr');
  if (!row || event.target.closest('a, .list-pick') || getSelection().toString()) return;
  if (event.ctrlKey || event.metaKey) window.open(linkOf(row).href, '_blank', 'noopener');
  else linkOf(row).click();
});

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches('input, select, textarea') && !event.target.closest('.list-pick');
  if (typing || document.querySelector('dialog[open], .dropdown-menu.show')) return;
  const inRow = event.target.closest('.list-table tbody tr');
  const actions = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Home: () => inRow ? step('first') : false,
    End: () => inRow ? step('last') : false,
    x: () => inRow?.querySelector('.list-pick input')?.click(),
    f: () => filter.querySelector('input[type="text"], select').focus(),
    n: () => document.querySelector('[data-key="n"]')?.click(),
  };
  const action = actions[event.key];
  if (action && action() !== false) event.preventDefault();
});

// ---- rows that are chosen ---------------------------------------------------------------------------------------
const count = document.getElementById('chosen-count');
function countChosen() {
  if (count) count.textContent = document.querySelectorAll('.list-pick :checked').length;
}
document.addEventListener('change', countChosen);
document.getElementById('chosen')?.addEventListener('reset', () => setTimeout(countChosen));
addEventListener('pageshow', countChosen);

// ---- the export: the file is handed over only when it is whole ---------------------------------------------------
const dialog = document.getElementById('export-dialog');
const state = document.getElementById('export-state');
const bar = document.getElementById('export-progress');
const number = new Intl.NumberFormat('en-US');
let running;

document.getElementById('export')?.addEventListener('click', event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  take(event.currentTarget.href);
});
document.getElementById('export-cancel').addEventListener('click', () => dialog.close());
dialog.addEventListener('close', () => running?.abort());

async function take(address) {
  const abort = new AbortController();
  running = abort;
  const total = +document.querySelector('[data-total]')?.dataset.total || 0;
  bar.removeAttribute('value');
  if (total) bar.max = total;
  state.textContent = 'Starting…';
  dialog.showModal();
  try {
    const answer = await fetch(address, { signal: abort.signal, headers: { Accept: 'text/csv, application/json' } });
    if (answer.status === 401) return sessionEnded();
    if (!answer.ok) {
      const { title } = await answer.json();
      return toast(title, 'error');
    }
    const name = /filename="?([^";]+)/.exec(answer.headers.get('Content-Disposition'))[1];
    const count = counter(total);
    const file = await new Response(answer.body.pipeThrough(count.stream), { headers: { 'Content-Type': 'text/csv' } }).blob();
    save(file, name);
    toast(`${number.format(count.rows())} rows are in ${name}.`, 'success');
  } catch (error) {
    if (error.name !== 'AbortError') {
      toast('The export broke off in the middle, so no file was made. Try again.', 'error');
    }
  } finally {
    running = undefined;
    dialog.close();
  }
}

// The browser keeps the pieces outside the page's memory; the page only looks at them as they pass.
function counter(total) {
  let lines = 0;
  let bytes = 0;
  let last = 0;
  const rowsSoFar = () => Math.max(0, lines - 1);
  const stream = new TransformStream({
    transform(piece, controller) {
      for (const byte of piece) {
        if (byte === 10 && last === 13) lines++;
        last = byte;
      }
      bytes += piece.length;
      const ofAll = total ? `of ${number.format(total)} ` : '';
      state.textContent = `${number.format(rowsSoFar())} ${ofAll}rows, ${(bytes / 1048576).toFixed(1)} MB`;
      if (total) bar.value = Math.min(total, rowsSoFar());
      controller.enqueue(piece);
    },
  });
  return { stream, rows: rowsSoFar };
}

function save(file, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

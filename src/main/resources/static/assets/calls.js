// The Calls screen: the live queue, the open inquiry, drafts, and the keyboard.
(() => {
  const main = document.querySelector('main.calls');
  const me = main.dataset.user;
  const list = document.getElementById('queue-list');
  const panel = document.getElementById('inquiry');
  const filter = document.getElementById('queue-filter');
  const RELEASE_AFTER_IDLE = 4 * 60 * 1000;
  const KEEP_EVERY = 30 * 1000;
  const GIVE_UP_AFTER = 30 * 1000; // what hangs on a dead line keeps one of the browser's few connections
  const LATE = 5 * 60; // seconds; the trade's rule for a first answer
  const article = () => panel.querySelector('article.inquiry');
  const state = () => document.getElementById('inquiry-state');
  const openId = () => article()?.dataset.id;
  const rowOf = id => document.getElementById(`row-${id}`);
  const visibleRows = () => [...list.children].filter(row => !row.hidden);

  // ---- the queue ----------------------------------------------------------------------------------------------
  // Rows and count are in the page; the stream goes on from there.
  let beyond = document.getElementById('queue-count').textContent - list.children.length; // open, but the list is full

  function element(html) {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    return holder.content.firstElementChild;
  }

  const before = (a, b) => a.rank - b.rank || a.created - b.created || a.id - b.id;
  const keyOf = row => ({ rank: +row.dataset.rank, created: +row.dataset.created, id: +row.dataset.id });

  // An older picture of a row may come after a newer one, when a snapshot and a change cross: the version decides.
  const closedVersions = new Map();

  // A mark of the customer comes and goes without a change of the booking.
  const barred = row => Boolean(row?.querySelector('.badge-barred'));

  function place(data) {
    const known = rowOf(data.id);
    const seen = known ? +known.dataset.version : closedVersions.get(data.id) ?? 0;
    const row = data.html ? element(data.html) : null;
    if (data.version < seen || data.version === seen && known && barred(known) === barred(row)) return false;
    if (!row) {
      closedVersions.set(data.id, data.version);
      if (known) known.remove();
      return known !== null;
    }
    if (known) {
      known.replaceWith(row);
      if (known.dataset.rank === row.dataset.rank) return true;
    }
    const next = [...list.children].find(other => other !== row && before(keyOf(row), keyOf(other)) < 0);
    list.insertBefore(row, next ?? null);
    return true;
  }

  function decorate() {
    const wanted = filter.value.trim().toLowerCase();
    for (const row of list.children) {
      row.classList.toggle('is-mine', row.dataset.claimedBy === me);
      row.classList.toggle('is-open', row.dataset.id === openId());
      const link = row.firstElementChild;
      if (row.dataset.id === openId()) link.setAttribute('aria-current', 'true');
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
      wait.classList.toggle('is-late', seconds >= LATE && !row.dataset.claimedBy);
    }
  }
  setInterval(tick, 1000);

  // ---- the stream ---------------------------------------------------------------------------------------------
  const hear = {
    snapshot({ rows, count }) {
      const present = new Set(rows.map(row => String(row.id)));
      [...list.children].filter(row => !present.has(row.dataset.id)).forEach(row => row.remove());
      rows.forEach(place);
      beyond = Math.max(0, count - list.children.length);
      decorate();
      refreshState();
    },
    rows(changed) {
      let arrived = 0;
      for (const row of changed) {
        const known = rowOf(row.id) !== null;
        if (place(row) && !known && row.html) arrived++;
        if (String(row.id) === openId() && row.version > +state().dataset.version) refreshState();
      }
      if (arrived) announce(arrived);
      decorate();
    },
  };

  // ---- news: a spoken line, and a sound for those who want it ------------------------------------------------
  function announce(arrived) {
    document.getElementById('queue-news').textContent = arrived === 1 ? 'A new inquiry arrived.' : `${arrived} new inquiries arrived.`;
    window.callboardSound();
  }

  // ---- the open inquiry ---------------------------------------------------------------------------------------
  htmx.config.defaultSettleDelay = 0; // a key pressed right after an answer must find its button wired
  let opening = Promise.resolve();
  let loading = null;

  // Somebody who goes through the queue quickly wants the last one they asked for, whatever answer comes first.
  function open(id, push = true) {
    loading?.abort();
    const abort = loading = new AbortController();
    saveDraft();
    opening = load(id, push, abort.signal).catch(error => {
      if (error.name !== 'AbortError') window.callboard.toast('Callboard can’t be reached. Try again.', 'error');
    });
    return opening;
  }

  async function load(id, push, signal) {
    panel.setAttribute('aria-busy', 'true');
    let answer, text;
    try {
      answer = await fetch(`/calls/${id}`, { headers: { 'HX-Request': 'true' }, signal: AbortSignal.any([signal, AbortSignal.timeout(GIVE_UP_AFTER)]) });
      text = await answer.text();
    } finally {
      if (!signal.aborted) panel.setAttribute('aria-busy', 'false'); // else the next one is on its way
    }
    if (answer.status === 401) return window.callboard.sessionEnded();
    if (!answer.ok) return window.callboard.toast(text, 'error');
    panel.innerHTML = text;
    htmx.process(panel);
    if (push) history.pushState({ id }, '', `/calls/${id}`);
    restoreDraft(200);
    settle();
    decorate();
  }

  // Others act: only what stands above the form is drawn again, so nothing that was typed goes away. An answer on its
  // way may be older than the change that asks for another one.
  let refreshing = false;
  let again = false;
  async function refreshState() {
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
    const id = openId();
    if (!id) return;
    try {
      const answer = await fetch(`/calls/${id}/state`, { headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(GIVE_UP_AFTER) });
      if (!answer.ok || openId() !== id) return;
      const fresh = element(await answer.text());
      if (+fresh.dataset.version < +state().dataset.version) return;
      const was = state().dataset.mine;
      const focused = state().contains(document.activeElement) ? document.activeElement.id : null;
      state().replaceWith(fresh);
      if (focused !== null) (document.getElementById(focused) ?? document.getElementById('inquiry-name')).focus({ preventScroll: true });
      htmx.process(fresh);
      adapt(was);
    } catch { /* the stream brings the next occasion */ }
  }

  function adapt(was) {
    const now = state().dataset;
    article().dataset.mine = now.mine;
    const fields = panel.querySelector('#book > fieldset');
    if (fields) fields.disabled = now.mine !== 'true';
    if (was === 'true' && now.mine !== 'true') {
      window.callboard.toast('This inquiry is no longer yours. What you typed is still here.', 'warning');
    }
  }

  let elsewhere = null; // the dialog in which somebody types while the answer to something else comes late
  document.body.addEventListener('htmx:beforeSwap', event => {
    // Who has gone on to another inquiry stays there, whatever the answer says about the one before.
    if (event.detail.target === panel && !event.detail.requestConfig.path.startsWith(`/calls/${openId()}/`)) {
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
    const dialog = panel.querySelector('dialog[open]');
    elsewhere = dialog?.contains(event.detail.requestConfig.elt) ? null : dialog?.id;
  });

  document.body.addEventListener('htmx:afterSwap', event => {
    if (event.detail.target !== panel) return;
    const ofForm = event.detail.requestConfig.path.endsWith('/book'); // a dialog's refusal leaves the draft as it was
    restoreDraft(ofForm ? event.detail.xhr.status : 200);
    settle();
    if (elsewhere) document.getElementById(elsewhere)?.showModal();
    decorate();
  });

  function settle() {
    if (!article()) return;
    window.callboardJobForm.settle(form());
    panel.querySelector('dialog[data-again="true"]')?.showModal();
    const invalid = panel.querySelector('#book [aria-invalid="true"]');
    if (invalid) (invalid.matches('input,select,textarea') ? invalid : invalid.querySelector('input'))?.focus();
    else document.getElementById('inquiry-name').focus({ preventScroll: true });
    countUndo();
  }

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

  // ---- the form -----------------------------------------------------------------------------------------------
  const form = () => document.getElementById('book');

  // What was typed, in the dialogs too, outlives the claim: it stays until a job is booked of it, whoever has the inquiry
  // in between, and is offered again.
  const draftKey = () => `callboard-draft/${article().dataset.draft}`;
  const fields = () => [...panel.querySelectorAll('form :is(input, select, textarea)')]
    .filter(field => field.name && field.type !== 'hidden');
  const isChoice = field => field.type === 'radio' || field.type === 'checkbox';
  let touched = false;

  function saveDraft() {
    if (!touched || !fields().length) return;
    const typed = fields().filter(field => !isChoice(field) || field.checked);
    sessionStorage.setItem(draftKey(), JSON.stringify(Object.fromEntries(typed.map(field => [field.name, field.value]))));
  }

  // A form that came back as wrong (422) holds what was sent; the others do not.
  function restoreDraft(status) {
    touched = false;
    if (!article()) return;
    if (article().dataset.booked === 'true') sessionStorage.removeItem(draftKey());
    const saved = fields().length && sessionStorage.getItem(draftKey());
    if (!saved) return;
    const values = JSON.parse(saved);
    for (const field of fields()) {
      if (status === 422 && field.form === form()) continue;
      if (isChoice(field)) field.checked = values[field.name] === field.value;
      else if (field.name in values) field.value = values[field.name];
    }
    touched = true;
    if (status !== 422) form().querySelector('.draft-state').textContent = 'What you typed before is back.';
  }

  panel.addEventListener('input', event => {
    if (!event.target.closest('form')) return;
    touched = true;
    saveDraft();
  });

  // ---- the lease: kept while somebody is really here ------------------------------------------------------------
  let lastActive = Date.now();
  ['keydown', 'pointerdown', 'pointermove', 'wheel'].forEach(kind =>
    document.addEventListener(kind, () => { lastActive = Date.now(); }, { passive: true }));

  setInterval(async () => {
    if (Date.now() - lastActive > RELEASE_AFTER_IDLE) return;
    for (const row of list.querySelectorAll('.is-mine')) {
      const token = document.querySelector('meta[name="csrf-token"]').content;
      const header = document.querySelector('meta[name="csrf-header"]').content;
      try {
        const answer = await fetch(`/calls/${row.dataset.id}/keep`, {
          method: 'POST', headers: { [header]: token, 'HX-Request': 'true' }, signal: AbortSignal.timeout(GIVE_UP_AFTER),
        });
        if (answer.status === 401) window.callboard.sessionEnded();
        if (answer.status === 409 && row.dataset.id === openId()) refreshState();
      } catch { /* the lease outlasts a short outage */ }
    }
  }, KEEP_EVERY);

  // ---- mouse and keyboard -------------------------------------------------------------------------------------
  document.querySelector('.queue').addEventListener('click', event => {
    const link = event.target.closest('a.queue-link');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link.pathname.split('/').pop());
  });
  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-open-dialog]');
    if (opener) document.getElementById(opener.dataset.openDialog)?.showModal();
    if (event.target.closest('[data-close-dialog]')) event.target.closest('dialog').close();
    if (event.target.id === 'help-button' || event.target.parentElement?.id === 'help-button') document.getElementById('help-dialog').showModal();
  });
  window.addEventListener('popstate', () => {
    const id = location.pathname.match(/^\/calls\/(\d+)$/)?.[1];
    if (id) open(id, false);
    else location.reload();
  });
  filter.addEventListener('input', decorate);

  function tab(name) {
    const closed = name === 'closed';
    document.getElementById('tab-waiting').setAttribute('aria-selected', String(!closed));
    document.getElementById('tab-closed').setAttribute('aria-selected', String(closed));
    list.hidden = closed;
    document.getElementById('closed-list').hidden = !closed;
    if (closed) htmx.ajax('GET', '/calls/closed', { target: '#closed-list', swap: 'innerHTML' });
  }
  for (const name of ['waiting', 'closed']) document.getElementById(`tab-${name}`).addEventListener('click', () => tab(name));

  function step(by) {
    const rows = visibleRows();
    if (!rows.length) return;
    const at = rows.findIndex(row => row.dataset.id === openId());
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
    next.scrollIntoView({ block: 'nearest' });
    open(next.dataset.id);
  }

  function press(selector) {
    opening.then(() => panel.querySelector(selector)?.click());
    return true;
  }

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return; // a menu has its own keys
    const typing = event.target.matches('input, select, textarea');
    if (typing && (event.ctrlKey || event.metaKey) && event.key === 'Enter' && form()?.contains(event.target)) {
      event.preventDefault();
      form().requestSubmit();
      return;
    }
    if (typing) {
      if (event.key === 'Escape') {
        event.target.blur();
        event.preventDefault();
      }
      if (event.target === filter && (event.key === 'ArrowDown' || event.key === 'Enter')) {
        event.preventDefault();
        filter.blur();
        step(1);
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return; // the slash is the search box's, on every screen
    const onButton = event.target.matches('button, a, summary');
    const actions = {
      f: () => { filter.focus(); filter.select(); return true; },
      '?': () => { document.getElementById('help-dialog').showModal(); return true; },
      ArrowDown: () => { step(1); return true; },
      ArrowUp: () => { step(-1); return true; },
      Enter: () => !onButton && press('[data-key="Enter"]'),
      Escape: () => press('[data-key="Escape"]'),
      b: () => { const first = form()?.querySelector('fieldset:not([disabled]) [name="who"]:checked, fieldset:not([disabled]) [name="who"]'); first?.focus(); return Boolean(first); },
      d: () => press('[data-key="d"]'),
      l: () => press('[data-key="l"]'),
      t: () => press('[data-take-over]'),
      u: () => press('#undo-dismiss'),
      h: () => press('.inquiry-history > summary'),
    };
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action && action()) event.preventDefault();
  });

  window.addEventListener('pagehide', saveDraft);
  window.callboardStream('/calls/stream', hear);
  restoreDraft(200);
  settle();
  decorate();
})();

// What every page does: CSRF for htmx, progress, toasts, an ended session, double submits, the theme switch, copying.
// Screens use window.callboard: toast(message, kind), connection(state), refreshToken().
(() => {
  const byId = id => document.getElementById(id);
  const meta = name => document.querySelector(`meta[name="${name}"]`);

  // ---- toasts -------------------------------------------------------------------------------------------------
  function toast(message, kind = 'info', seconds = kind === 'error' ? 12 : 5) {
    const box = document.createElement('div');
    box.className = `cb-toast cb-toast-${kind}`;
    const text = document.createElement('span');
    text.textContent = message;
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'btn-close';
    close.setAttribute('aria-label', 'Dismiss this message');
    const remove = () => box.remove();
    close.addEventListener('click', remove);
    box.append(text, close);
    byId(kind === 'error' ? 'toasts-urgent' : 'toasts').append(box);
    let timer = setTimeout(remove, seconds * 1000);
    box.addEventListener('mouseenter', () => clearTimeout(timer));
    box.addEventListener('mouseleave', () => { timer = setTimeout(remove, 3000); });
    return box;
  }

  // ---- the pill that says whether live updates arrive: 'live', 'reconnecting', 'offline' or null ----------------
  function connection(state) {
    const pill = byId('connection-state');
    if (!pill) return;
    pill.hidden = !state;
    pill.dataset.state = state || '';
    pill.textContent = { live: 'Live', reconnecting: 'Reconnecting…', offline: 'Offline' }[state] || '';
  }

  // ---- a session that ended: nothing typed may be lost, so the page stays -----------------------------------------
  function sessionEnded() {
    const dialog = byId('session-ended');
    if (dialog && !dialog.open) dialog.showModal();
  }

  async function refreshToken() {
    const answer = await fetch('/session', { headers: { Accept: 'application/json' } });
    if (!answer.ok) return false;
    const { csrf, user } = await answer.json();
    if (user !== meta('user')?.content) {
      location.reload(); // what one person typed is not for another
      return false;
    }
    meta('csrf-token').content = csrf;
    document.querySelectorAll('input[name="_csrf"]').forEach(input => { input.value = csrf; });
    return true;
  }

  // ---- htmx -----------------------------------------------------------------------------------------------------
  document.addEventListener('htmx:configRequest', event => {
    if (event.detail.verb !== 'get' && meta('csrf-token')) {
      event.detail.headers[meta('csrf-header').content] = meta('csrf-token').content;
    }
  });

  function messageOf(xhr) {
    const type = xhr.getResponseHeader('Content-Type') || '';
    if (type.startsWith('text/plain') && xhr.responseText) return xhr.responseText;
    if (type.includes('json')) {
      try { return JSON.parse(xhr.responseText).title; } catch { /* said below */ }
    }
    return 'That did not work. Try again.';
  }
  // The request itself says when it is over and how: a live push may have taken away the element that sent it, and what
  // htmx tells an element outside the page nobody hears.
  let running = 0;
  let progressTimer;
  document.addEventListener('htmx:beforeSend', event => {
    const { elt, xhr } = event.detail;
    const quiet = elt.closest('[data-quiet]') !== null;
    if (!quiet && running++ === 0) {
      progressTimer = setTimeout(() => document.body.classList.add('cb-busy'), 300);
    }
    xhr.addEventListener('loadend', () => {
      if (quiet || --running > 0) return;
      clearTimeout(progressTimer);
      document.body.classList.remove('cb-busy');
    });
    xhr.addEventListener('load', () => {
      if (!event.detail.failed) return;
      if (xhr.status === 403) refreshToken(); // the page may be older than the session; what was typed can be sent again
      if (xhr.status === 401) sessionEnded();
      else toast(messageOf(xhr), 'error');
    });
    ['error', 'timeout'].forEach(outcome => xhr.addEventListener(outcome, () => {
      if (!quiet) toast('Callboard can’t be reached. Your text is still here; try again.', 'error');
    }));
  });

  // a server-sent trigger: HX-Trigger: {"toast": {"message": "...", "kind": "success"}}
  document.addEventListener('toast', event => toast(event.detail.message, event.detail.kind));

  // ---- forms: no double submit, questions before what can't be undone -------------------------------------------
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented) return;
    const submitter = event.submitter;
    const question = (submitter && submitter.dataset.confirm) || form.dataset.confirm;
    if (question && !form.dataset.confirmed) {
      event.preventDefault();
      ask(question, (submitter && submitter.dataset.confirmWord) || form.dataset.confirmWord || 'Yes', () => {
        form.dataset.confirmed = 'yes';
        form.requestSubmit(submitter);
      });
      return;
    }
    delete form.dataset.confirmed;
    if (form.matches('[hx-post],[hx-put],[hx-patch],[hx-delete],[hx-get]') || form.method === 'dialog') return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    document.body.classList.add('cb-busy');
    setTimeout(() => form.querySelectorAll('button[type="submit"]').forEach(b => { b.disabled = true; }));
  });
  function stay() {
    document.body.classList.remove('cb-busy');
    document.querySelectorAll('form[data-sent]').forEach(form => {
      delete form.dataset.sent;
      form.querySelectorAll('button[type="submit"]').forEach(b => { b.disabled = false; });
    });
  }
  window.addEventListener('pageshow', event => { if (event.persisted) stay(); });
  // Who was asked whether to leave, and did not, is still here when the question is gone.
  window.addEventListener('beforeunload', event => setTimeout(() => { if (event.defaultPrevented) stay(); }));

  document.addEventListener('htmx:confirm', event => {
    const { elt, question, issueRequest } = event.detail;
    if (!question) return;
    event.preventDefault();
    ask(question, elt.dataset.confirmWord || 'Yes', () => {
      if (elt.isConnected) issueRequest(true);
      else toast('This changed in the meantime. Look again.', 'warning'); // htmx sends nothing for what is gone
    });
  });

  function ask(question, word, then) {
    const dialog = byId('confirm');
    dialog.querySelector('[data-question]').textContent = question;
    const yes = dialog.querySelector('[value="yes"]');
    yes.textContent = word;
    dialog.returnValue = '';
    dialog.addEventListener('close', () => { if (dialog.returnValue === 'yes') then(); }, { once: true });
    dialog.showModal();
  }

  // ---- clicks ---------------------------------------------------------------------------------------------------
  document.addEventListener('click', async event => {
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      const source = byId(copy.dataset.copy);
      await copyText(source.value ?? source.textContent);
      const word = copy.textContent;
      copy.textContent = 'Copied';
      setTimeout(() => { copy.textContent = word; }, 1500);
    }
    const theme = event.target.closest('[data-theme-choice]');
    if (theme) {
      window.callboardTheme.choose(theme.dataset.themeChoice);
      showTheme();
    }
    if (event.target.closest('[data-session-continue]')) {
      if (await refreshToken()) {
        byId('session-ended').close();
        toast('You are signed in again. Go on where you were.', 'success');
      } else {
        byId('session-still-out').hidden = false;
      }
    }
  });

  async function copyText(text) {
    if (navigator.clipboard) {
      try { return await navigator.clipboard.writeText(text); } catch { /* the old way */ }
    }
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'visually-hidden';
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }

  function showTheme() {
    const now = window.callboardTheme.read();
    document.querySelectorAll('[data-theme-choice]').forEach(button =>
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === now)));
  }

  // ---- parts of a form that depend on a choice: data-shown-when="name=value" ---------------------------------------
  function showDependents() {
    document.querySelectorAll('[data-shown-when]').forEach(part => {
      const [name, value] = part.dataset.shownWhen.split('=');
      const scope = part.closest('form') || document;
      const field = scope.querySelector(`[name="${name}"]`);
      const shown = !!field && field.value === value;
      part.hidden = !shown;
      part.querySelectorAll('input,select,textarea').forEach(input => { input.disabled = !shown; });
    });
  }
  document.addEventListener('change', showDependents);
  document.addEventListener('callboard:refilled', showDependents);

  // ---- start ----------------------------------------------------------------------------------------------------
  window.callboard = { toast, connection, refreshToken, sessionEnded };
  showTheme();
  showDependents();
  const here = document.querySelector('.cb-side [aria-current]');
  if (here && innerWidth < 832) here.scrollIntoView({ block: 'nearest', inline: 'center' });
  const wrong = document.querySelector('main [aria-invalid="true"]');
  const first = document.querySelector('form[data-focus-first] :is(input:not([type=hidden]), select, textarea)');
  if (wrong || first) (wrong || first).focus();
  document.querySelectorAll('template[data-toast]').forEach(t => toast(t.dataset.message, t.dataset.toast));
  const zone = document.querySelector('select[data-browser-zone]');
  if (zone && !zone.dataset.chosen) {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if ([...zone.options].some(option => option.value === here)) zone.value = here;
  }
})();

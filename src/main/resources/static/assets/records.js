// The pages of customers and locations: where the focus goes when a part of the page was replaced, keys, and the two
// lists that narrow while somebody types.
(() => {
  htmx.config.defaultSettleDelay = 0; // a key pressed right after an answer must find its button wired
  const byId = id => document.getElementById(id);

  // ---- what an answer says, and where it leaves the keyboard -----------------------------------------------------
  document.body.addEventListener('htmx:afterSettle', event => {
    const part = event.detail.elt.closest('[data-focus]') || event.detail.elt.querySelector?.('[data-focus]');
    if (!part) return;
    say('rec-news', part.dataset.news);
    say('rec-urgent', part.dataset.urgent);
    delete part.dataset.news;
    delete part.dataset.urgent;
    adaptContact(part);
    // Who has gone on to another field while the answer was on its way is not called back.
    const now = document.activeElement;
    if (now && now !== document.body && now !== event.detail.requestConfig?.elt && !part.contains(now)) return;
    const goal = part.querySelector(part.dataset.focus.split(',')[0]) || part.querySelector(part.dataset.focus);
    goal?.focus();
    if (goal?.matches('input[type="text"]') && !goal.matches('[aria-invalid="true"]')) goal.select();
  });

  // The same words twice are news too: a reader hears them only where the text was gone in between.
  function say(id, words) {
    if (!words) return;
    byId(id).textContent = '';
    setTimeout(() => { byId(id).textContent = words; }, 20);
  }

  // ---- keys in an editor: Enter saves, Esc cancels ----------------------------------------------------------------
  document.addEventListener('keydown', event => {
    if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const form = event.target.closest('.rec-form, .note-form, .rec-conflict');
    if (!form) return;
    if (event.key === 'Escape') {
      const cancel = form.querySelector('[data-cancel]');
      if (cancel) {
        event.preventDefault();
        cancel.click();
      } else if (event.target.matches('textarea')) {
        event.target.blur();
      }
    } else if (event.key === 'Enter' && (event.target.matches('select') || event.target.matches('textarea') && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  document.addEventListener('click', event => {
    const close = event.target.closest('[data-close]');
    if (!close) return;
    document.querySelector(close.dataset.close).replaceChildren();
    document.querySelector(close.dataset.back)?.focus();
  });

  // ---- nothing typed is lost by leaving -----------------------------------------------------------------------------
  const typed = form => [...form.elements].some(field =>
    field.type === 'checkbox' ? field.checked !== field.defaultChecked
      : field.tagName === 'SELECT' ? [...field.options].some(option => option.selected !== option.defaultSelected) && field.selectedIndex > 0
        : field.type !== 'hidden' && 'defaultValue' in field && field.value !== field.defaultValue);
  let leaving = false; // what was typed is saved, and the answer leads to another page
  document.body.addEventListener('htmx:beforeOnLoad', event => {
    leaving = event.detail.xhr.getResponseHeader('HX-Redirect') !== null;
  });
  window.addEventListener('beforeunload', event => {
    if (!leaving && [...document.querySelectorAll('.rec-form, .note-form')].some(typed)) event.preventDefault();
  });

  // ---- an e-mail address gets no text messages ------------------------------------------------------------------------
  function adaptContact(scope) {
    scope.querySelectorAll('.rec-form:has(.rec-part-doNotText)').forEach(form => {
      form.querySelector('.rec-part-doNotText').hidden = form.querySelector('[name="type"]').value === 'Email';
    });
  }
  document.addEventListener('change', event => {
    if (event.target.name === 'type') adaptContact(document);
  });

  // ---- lists that narrow while somebody types -------------------------------------------------------------------------
  const COMBO = '[data-combo] [role="combobox"]'; // the search box of the frame is a combobox too, and not ours
  const listOf = input => byId(input.getAttribute('aria-controls'));
  const shown = list => [...list.querySelectorAll('[role="option"]')].filter(option => !option.hidden);

  function open(input, yes) {
    const list = listOf(input);
    list.hidden = !yes || !list.children.length;
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (list.hidden) mark(input, null);
  }

  function mark(input, option) {
    listOf(input).querySelectorAll('[aria-selected]').forEach(other => other.removeAttribute('aria-selected'));
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', option.id);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  let asked = null;
  async function narrow(input) {
    const combo = input.closest('[data-combo]');
    const list = listOf(input);
    const text = input.value.trim();
    if (combo.dataset.src) {
      combo.querySelector('[type="hidden"]').value = '';
      asked?.abort();
      if (!text) return open(input, false);
      asked = new AbortController();
      const { signal } = asked;
      await new Promise(resolve => setTimeout(resolve, 150));
      if (signal.aborted) return;
      try {
        const answer = await fetch(`${combo.dataset.src}?text=${encodeURIComponent(text)}`, { headers: { 'HX-Request': 'true' }, signal });
        if (answer.status === 401) return window.callboard.sessionEnded();
        const html = await answer.text();
        if (!answer.ok) return window.callboard.toast(html, 'error');
        list.innerHTML = html;
      } catch (error) {
        if (error.name !== 'AbortError') window.callboard.toast('Callboard can’t be reached. Your text is still here; try again.', 'error');
        return;
      }
    } else {
      list.querySelectorAll('[role="option"]').forEach(option => {
        option.hidden = !option.textContent.toLowerCase().includes(text.toLowerCase());
      });
    }
    open(input, true);
    mark(input, text ? shown(list)[0] : null);
  }

  function choose(input, option) {
    const combo = input.closest('[data-combo]');
    open(input, false);
    if (option.dataset.post) {
      htmx.ajax('POST', option.dataset.post, { source: combo, target: option.dataset.target, swap: 'outerHTML' });
    } else {
      input.value = option.dataset.text;
      combo.querySelector('[type="hidden"]').value = option.dataset.value;
      input.form.querySelector('[type="submit"]').focus();
    }
  }

  document.addEventListener('input', event => {
    if (event.target.matches(COMBO)) narrow(event.target);
  });
  document.addEventListener('click', event => {
    const option = event.target.closest('[data-combo] [role="option"]');
    if (option) return choose(option.closest('[data-combo]').querySelector('[role="combobox"]'), option);
    const input = event.target.closest(COMBO);
    if (input && !input.closest('[data-src]')) narrow(input);
  });
  document.addEventListener('focusout', event => {
    if (event.target.matches(COMBO)) setTimeout(() => {
      if (event.target.isConnected && document.activeElement !== event.target) open(event.target, false);
    }, 150);
  });
  document.addEventListener('keydown', event => {
    const input = event.target;
    if (!input.matches(COMBO) || event.isComposing) return;
    const list = listOf(input);
    const options = shown(list);
    const at = options.findIndex(option => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) narrow(input);
      else if (options.length) mark(input, options[(at + (event.key === 'ArrowDown' ? 1 : options.length - (at < 0 ? 0 : 1)) + options.length) % options.length]);
    } else if (event.key === 'Enter' && !list.hidden && at >= 0) {
      event.preventDefault();
      choose(input, options[at]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      open(input, false);
    }
  }, true);
})();

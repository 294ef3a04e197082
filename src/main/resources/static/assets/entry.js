// The forms for new records: rows that are added and removed, the way through them by keyboard, numbers as people write them.
(() => {
  const form = document.querySelector('form[data-entry]');
  const MOST_CONTACTS = 20;
  const MOST_PLACES = 20;
  const inOrder = () => [...form.querySelectorAll('input:not([type=hidden]), select, textarea, button[type=submit]')]
    .filter(field => !field.disabled && field.checkVisibility());

  function copy(id, replace) {
    const holder = document.createElement('template');
    holder.innerHTML = Object.entries(replace)
      .reduce((html, [mark, value]) => html.replaceAll(mark, value), document.getElementById(id).innerHTML);
    return holder.content.firstElementChild;
  }

  // ---- contacts -------------------------------------------------------------------------------------------------
  // Numbers of rows need not be without gaps; the server closes them.
  const nextIndex = rows => 1 + Math.max(-1, ...rows.map(row => +/contacts\[(\d+)\]/.exec(row.querySelector('select').name)[1]));

  const prefixOf = list => list.dataset.prefix ?? ''; // the customer's own have none, and no attribute

  function addContact(list) {
    const rows = [...list.querySelectorAll('[data-contact]')];
    if (rows.length >= MOST_CONTACTS) return window.callboard.toast('More contacts can be added to the record itself.');
    const row = copy('contact-template', { '%p%': prefixOf(list), '%c%': nextIndex(rows) });
    const kinds = rows.map(other => other.querySelector('select').value);
    row.querySelector('select').value = !kinds.includes('MobilePhone') ? 'MobilePhone' : !kinds.includes('Email') ? 'Email' : 'Phone';
    list.insertBefore(row, list.querySelector('[data-add]'));
    row.querySelector('[data-contact-value]').focus();
  }

  // The kind follows what is typed, unless somebody chose it.
  form.addEventListener('input', event => {
    const row = event.target.closest('[data-contact]');
    if (!row || !event.target.matches('[data-contact-value]')) return;
    const kind = row.querySelector('select');
    const mail = event.target.value.includes('@');
    if (mail && kind.value !== 'Email') kind.value = 'Email';
    if (!mail && kind.value === 'Email' && /^[+(]?\d[\d\s().-]{2,}$/.test(event.target.value) && !kind.dataset.chosen) kind.value = 'MobilePhone';
  });
  form.addEventListener('change', async event => {
    const row = event.target.closest('[data-contact]');
    if (!row) return;
    if (event.target.matches('select')) event.target.dataset.chosen = 'yes';
    const field = row.querySelector('[data-contact-value]');
    const typed = field.value.trim();
    if (!typed || row.querySelector('select').value === 'Email' || typed.includes('@')) return;
    try {
      const answer = await fetch(`/numbers/format?${new URLSearchParams({ value: typed })}`, { headers: { Accept: 'text/plain' } });
      if (answer.ok && field.value.trim() === typed) field.value = await answer.text();
    } catch { /* it stays as typed */ }
  });

  // ---- locations ------------------------------------------------------------------------------------------------
  const places = document.getElementById('places');
  let placeNumber = places ? places.children.length : 0;

  function addPlace() {
    if (!places) return;
    if (places.children.length >= MOST_PLACES) return window.callboard.toast('More locations can be added to the customer itself.');
    const place = copy('place-template', { '%l%': placeNumber++ });
    places.append(place);
    number();
    place.querySelector('input:not([type=checkbox])').focus();
    place.scrollIntoView({ block: 'nearest' });
  }

  function number() {
    [...places.children].forEach((place, i) => { place.querySelector('[data-place-title]').textContent = `Location ${i + 1}`; });
  }

  form.addEventListener('change', event => {
    if (!event.target.matches('[data-same]')) return;
    if (event.target.checked) event.target.closest('[data-place]').querySelector('[data-alike]').replaceChildren();
  });

  // ---- what was typed before is back: the rows that were there, under their own numbers ----------------------------
  form.addEventListener('callboard:refill', ({ detail: names }) => {
    const missing = name => !form.querySelector(`[name="${CSS.escape(name)}"]`);
    form.querySelectorAll('[data-contact]').forEach(row => { if (!names.includes(row.querySelector('select').name)) row.remove(); });
    for (const name of names.filter(missing)) {
      const [, place] = /^locations\[(\d+)\]\./.exec(name) ?? [];
      if (place && missing(`locations[${place}].address.street`)) {
        places.append(copy('place-template', { '%l%': place }));
        placeNumber = Math.max(placeNumber, +place + 1);
      }
      const [, prefix, contact] = /^(.*)contacts\[(\d+)\]\.type$/.exec(name) ?? [];
      const list = contact && [...form.querySelectorAll('[data-contacts]')].find(one => prefixOf(one) === prefix);
      list?.insertBefore(copy('contact-template', { '%p%': prefix, '%c%': contact }), list.querySelector('[data-add]'));
    }
    if (places) number();
  });

  // ---- buttons --------------------------------------------------------------------------------------------------
  form.addEventListener('click', event => {
    const button = event.target.closest('[data-add], [data-remove]');
    if (!button) return;
    if (button.dataset.add === 'contact') addContact(button.closest('[data-contacts]'));
    if (button.dataset.add === 'place') addPlace();
    if (button.dataset.remove) {
      const gone = button.closest(button.dataset.remove === 'contact' ? '[data-contact]' : '[data-place]');
      const fields = inOrder();
      const before = fields.filter(field => !gone.contains(field) && gone.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_PRECEDING).pop();
      gone.remove();
      if (button.dataset.remove === 'place') number();
      before?.focus();
      form.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });

  // ---- keyboard -------------------------------------------------------------------------------------------------
  function onward(field) {
    const list = field.matches('[data-contact-value]') && field.closest('[data-contacts]');
    const last = list && [...list.querySelectorAll('[data-contact-value]')].pop() === field;
    if (last && field.value.trim()) return addContact(list);
    // Enter passes over what is rarely typed, the kind of a contact and its memo; Tab does not.
    const fields = inOrder();
    const next = fields.slice(fields.indexOf(field) + 1).find(other => !other.matches('[data-contact] :not([data-contact-value])'));
    next?.focus();
    if (next?.select) next.select();
  }

  document.addEventListener('keydown', event => {
    if (event.isComposing || document.querySelector('dialog[open]')) return;
    if (event.altKey && !event.ctrlKey && (event.code === 'KeyC' || event.code === 'KeyL')) {
      event.preventDefault();
      if (event.code === 'KeyL') return addPlace();
      const here = document.activeElement.closest('[data-place], .entry-card');
      return addContact((here ?? form).querySelector('[data-contacts]'));
    }
    if (event.key !== 'Enter' || !form.contains(event.target)) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.target.matches('input, select')) {
      event.preventDefault();
      onward(event.target);
    }
  });
})();

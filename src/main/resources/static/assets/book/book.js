// What a script adds to a booking page: pictures go out while somebody types, wrong fields are told before sending, a
// frame around it learns how high it is. Without it the page works all the same.
(() => {
  const form = document.getElementById('book');
  const embedded = document.documentElement.dataset.embedded === 'true' && parent !== window;

  // ---- in a frame: only how high the page is, and that somebody wants to leave; so any listener may hear it -----------
  if (embedded) {
    const tell = message => parent.postMessage({ callboard: 'book', ...message }, '*');
    const size = () => tell({ height: Math.ceil(document.body.getBoundingClientRect().height) });
    new ResizeObserver(size).observe(document.body);
    addEventListener('load', size);
    addEventListener('keydown', event => { if (event.key === 'Escape') tell({ close: true }); });
    tell({ arrived: true });
  }

  document.querySelector('[data-focus]')?.focus();
  if (!form || !form.getAttribute('action')) return; // thanks, trouble, or a preview

  // ---- wrong fields -------------------------------------------------------------------------------------------------
  form.noValidate = true;
  const noteOf = field => document.getElementById(`${field.name}-wrong`);

  function sentence(field) {
    const { validity } = field;
    if (validity.valueMissing) return field.dataset.missing || 'This is needed.';
    if (validity.rangeUnderflow) return 'This day has passed. Please choose another.';
    if (validity.rangeOverflow) return 'Please choose a day within a year.';
    return validity.valid ? '' : field.validationMessage;
  }

  function mark(field, words) {
    const note = noteOf(field);
    if (!note) return;
    note.textContent = words;
    if (words) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }

  const fields = () => [...form.querySelectorAll('input:not([type=hidden], [type=file], [type=checkbox]), select, textarea')]
    .filter(field => !field.closest('.trap'));
  form.addEventListener('change', event => {
    if (event.target.name && event.target.type !== 'file') mark(event.target, sentence(event.target));
  });
  form.addEventListener('input', event => { if (event.target.getAttribute('aria-invalid')) mark(event.target, sentence(event.target)); });

  // ---- pictures ---------------------------------------------------------------------------------------------------------
  const area = document.getElementById('shots-field');
  const shots = document.getElementById('shots');
  const chooser = document.getElementById('pictures');
  const trouble = document.getElementById('pictures-wrong');
  const running = new Set();
  let turn = Promise.resolve(); // one after the other, so that they stay in the order they were chosen in
  const LARGEST = 10 * 1024 * 1024;
  const SIDE = 2600; // the server keeps less; more would only take longer on the way
  const token = () => form.querySelector('[name=form]').value;

  // A telephone's picture has many times the points that are kept. Where the browser can't draw it, it goes as it is.
  async function smaller(file) {
    if (file.size < 1.5 * 1024 * 1024) return file;
    try {
      const drawn = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const by = Math.min(1, SIDE / Math.max(drawn.width, drawn.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(drawn.width * by);
      canvas.height = Math.round(drawn.height * by);
      canvas.getContext('2d').drawImage(drawn, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.88));
      return blob && blob.size < file.size ? blob : file;
    } catch {
      return file;
    }
  }

  function say(words) {
    const line = document.createElement('span');
    line.textContent = words;
    trouble.append(line, document.createElement('br'));
    chooser.setAttribute('aria-invalid', 'true');
  }

  function removable(shot) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '×';
    button.setAttribute('aria-label', `Remove ${shot.querySelector('img').alt}`);
    button.addEventListener('click', () => remove(shot));
    shot.querySelector('.shot-remove')?.remove();
    shot.append(button);
  }

  async function remove(shot) {
    const next = shot.nextElementSibling || shot.previousElementSibling;
    shot.remove();
    (next?.querySelector('button') || chooser).focus();
    room();
    if (shot.dataset.id) {
      await fetch(`${area.dataset.address}/pictures/${shot.dataset.id}/remove`, {
        method: 'POST', body: new URLSearchParams({ form: token() }),
      });
    }
  }

  function room() {
    const full = shots.children.length >= Number(area.dataset.most);
    chooser.disabled = full;
    chooser.parentElement.hidden = full;
  }

  async function upload(file) {
    if (shots.children.length >= Number(area.dataset.most)) {
      say(`${file.name}: at most ${area.dataset.most} pictures can be sent.`);
      return;
    }
    const shot = document.createElement('li');
    shot.className = 'shot is-sending';
    const image = document.createElement('img');
    image.alt = file.name;
    image.src = URL.createObjectURL(file);
    shot.append(image);
    shots.append(shot);
    room();
    const before = turn;
    let done;
    turn = new Promise(resolve => { done = resolve; });
    try {
      const small = await smaller(file);
      await before;
      const body = new FormData();
      body.append('form', token());
      if (small.size > LARGEST) throw new Error('This picture is larger than 10 MB. Send a smaller version of it.');
      body.append('file', small, 'picture');
      const answer = await fetch(`${area.dataset.address}/pictures`, { method: 'POST', body, headers: { Accept: 'application/json' } });
      const said = await answer.json().catch(() => ({}));
      if (!answer.ok) throw new Error(said.errors?.file?.join(' ') || said.title || 'It could not be sent. Try again.');
      shot.dataset.id = said.id;
      shot.classList.remove('is-sending');
      removable(shot);
    } catch (error) {
      shot.remove();
      say(`${file.name}: ${error instanceof TypeError ? 'It could not be sent. Check your connection and try again.' : error.message}`);
    }
    done();
    room();
  }

  function take(files) {
    trouble.textContent = '';
    chooser.removeAttribute('aria-invalid');
    for (const file of files) {
      const work = upload(file);
      running.add(work);
      work.finally(() => running.delete(work));
    }
  }

  if (area) {
    chooser.parentElement.classList.add('is-smart');
    [...shots.children].forEach(removable);
    room();
    chooser.addEventListener('change', () => {
      take([...chooser.files]);
      chooser.value = ''; // they are on their way; the form must not send them once more
    });
    const zone = chooser.parentElement;
    zone.addEventListener('dragover', event => { event.preventDefault(); zone.classList.add('is-over'); });
    zone.addEventListener('dragleave', () => zone.classList.remove('is-over'));
    zone.addEventListener('drop', event => {
      event.preventDefault();
      zone.classList.remove('is-over');
      take([...event.dataTransfer.files]);
    });
  }

  // ---- sending, once ------------------------------------------------------------------------------------------------
  const send = document.getElementById('send');
  const label = send.textContent;
  let sent = false;

  form.addEventListener('submit', async event => {
    if (sent) return event.preventDefault();
    const wrong = fields().filter(field => {
      const words = sentence(field);
      if (words || field.type !== 'radio') mark(field, words);
      return words;
    });
    const bare = area && chooser.dataset.needed && !shots.children.length;
    if (bare) {
      trouble.textContent = chooser.dataset.needed;
      chooser.setAttribute('aria-invalid', 'true');
    }
    if (wrong.length || bare) {
      event.preventDefault();
      const order = fields().concat(bare ? [chooser] : []);
      order.filter(field => wrong.includes(field) || field === chooser)
        .sort((a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)[0].focus();
      return;
    }
    sent = true;
    send.setAttribute('aria-disabled', 'true');
    send.textContent = running.size ? 'Sending the pictures…' : 'Sending…';
    if (running.size) {
      event.preventDefault();
      await Promise.allSettled([...running]);
      if (trouble.textContent) {
        ready();
        chooser.focus();
        return;
      }
      form.submit();
    }
  });

  function ready() {
    sent = false;
    send.removeAttribute('aria-disabled');
    send.textContent = label;
  }
  addEventListener('pageshow', event => { if (event.persisted) ready(); });
})();

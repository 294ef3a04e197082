// Who is chosen in a booking form: what the office knows of them stands beside it, in [data-caller], whose value names what
// is answered and so is not told again.

const GIVE_UP_AFTER = 10 * 1000;
let shown = { query: '', html: '' };
let running = null;

// Where nobody is chosen yet, it is the likeliest.
function asked(form, box) {
  const choice = form.querySelector('[name="who"]:checked') ?? form.querySelector('[name="who"]');
  const [kind, id] = choice?.value.split(':') ?? [];
  return id ? `${kind}=${id}${box.dataset.caller && `&${box.dataset.caller}`}` : '';
}

function draw(box, html) {
  if (!box || box.innerHTML === html) return;
  box.innerHTML = html;
  htmx.process(box); // its buttons act on the call
}

export async function showCaller(form) {
  const box = document.querySelector('[data-caller]');
  if (!box || !form) return;
  const query = asked(form, box);
  if (running?.query === query) return;
  running?.abort.abort();
  running = null;
  if (shown.query !== query) shown = { query, html: '' };
  draw(box, shown.html); // at once, where the form was only drawn anew
  if (!query) return;
  const own = { query, abort: new AbortController() };
  running = own;
  try {
    const answer = await fetch(`/calls/context?${query}`, {
      headers: { 'HX-Request': 'true' },
      signal: AbortSignal.any([own.abort.signal, AbortSignal.timeout(GIVE_UP_AFTER)]),
    });
    const html = answer.ok ? await answer.text() : '';
    if (own !== running) return;
    shown = { query, html };
    draw(document.querySelector('[data-caller]'), html);
  } catch { /* the form does without; the next choice asks again */ }
  if (own === running) running = null;
}

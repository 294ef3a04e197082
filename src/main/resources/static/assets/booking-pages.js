// Draws the preview of a booking page anew while its form is filled. Each picture is a frame of its own that replaces the
// one before when it is ready: nothing flickers, and the way back stays free of previews.

const form = document.getElementById('page-form');
const phone = document.getElementById('page-preview');
let timer;

function draw() {
  const values = new URLSearchParams(new FormData(form));
  values.delete('_csrf');
  values.delete('thanks'); // it is not seen here
  const coming = document.createElement('iframe');
  coming.title = 'Preview of the booking page';
  coming.setAttribute('sandbox', 'allow-same-origin');
  coming.className = 'is-coming';
  phone.querySelectorAll('.is-coming').forEach(old => old.remove());
  coming.addEventListener('load', () => {
    const before = phone.querySelector('iframe:not(.is-coming)');
    const top = before?.contentWindow?.scrollY ?? 0;
    coming.contentWindow.scrollTo(0, top);
    coming.className = '';
    before?.remove();
  });
  coming.src = `${form.dataset.preview}?${values}`;
  phone.append(coming);
}

form.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(draw, 250);
});
if (form.querySelector('[aria-invalid="true"]')) draw();

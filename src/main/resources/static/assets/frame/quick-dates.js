// Days that people choose often: a button that fills a field.
document.addEventListener('click', event => {
  const quick = event.target.closest('[data-sets]');
  if (!quick) return;
  const field = document.getElementById(quick.dataset.sets);
  field.value = quick.dataset.value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
});

// A button that copies what stands in a field or an element: data-copy="its id".
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  await copyText(source.value ?? source.textContent);
  const word = button.textContent;
  button.textContent = 'Copied';
  setTimeout(() => { button.textContent = word; }, 1500);
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

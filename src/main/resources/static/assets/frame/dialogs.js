// Buttons that open a dialog, data-open-dialog="its id", and that close the one they stand in, data-close-dialog. One that
// is to be filled in again is open at once.
document.addEventListener('click', event => {
  const opener = event.target.closest('[data-open-dialog]');
  if (opener) document.getElementById(opener.dataset.openDialog)?.showModal();
  if (event.target.closest('[data-close-dialog]')) event.target.closest('dialog').close();
});

document.querySelector('main dialog[data-again="true"]')?.showModal();

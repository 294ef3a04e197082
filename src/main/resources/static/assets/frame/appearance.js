// The choice between light and dark; theme.js, which is loaded before anything is drawn, keeps it.
document.addEventListener('click', event => {
  const choice = event.target.closest('[data-theme-choice]');
  if (!choice) return;
  window.callboardTheme.choose(choice.dataset.themeChoice);
  show();
});

function show() {
  const now = window.callboardTheme.read();
  document.querySelectorAll('[data-theme-choice]').forEach(button =>
    button.setAttribute('aria-pressed', String(button.dataset.themeChoice === now)));
}

show();

// Parts of a form that depend on a choice: data-shown-when="name=value".
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

showDependents();

// A new call, from every page: the button of the bar, C where nobody types, and F2 anywhere, also while typing and in dialogs.
// On the Calls screen F2 takes the call that rings, and then goes round one's own. Where something is typed and not saved, the
// call gets a tab of its own.
const button = document.getElementById('new-call-button');
function changed(field) {
  const options = [...field.options ?? []];
  if (options.length) return options.some(one => one.defaultSelected) && options.some(one => one.selected !== one.defaultSelected);
  return /^(radio|checkbox)$/.test(field.type) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}
const withModifier = event => event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
const TYPED = 'main form:is([method="post"], [hx-post]) :is(input:not([type="hidden"]), select, textarea)';
export const unsaved = () => !document.querySelector('main.calls') // which keeps what is typed
  && [...document.querySelectorAll(TYPED)].some(changed);

function go() {
  const asked = new CustomEvent('callboard:new-call', { cancelable: true });
  if (!document.dispatchEvent(asked)) return; // the Calls screen has a better one
  if (unsaved()) window.open(button.href, '_blank', 'noopener');
  else location.assign(button.href);
}

if (button) {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || event.repeat || withModifier(event)) return;
    if (event.key === 'F2') {
      event.preventDefault();
      go();
      return;
    }
    if (event.key.toLowerCase() !== 'c' || document.querySelector('dialog[open], .dropdown-menu.show')) return;
    if (event.target.matches('input, select, textarea, [contenteditable]') || document.querySelector('main [data-key="c"]')) return;
    event.preventDefault();
    button.click();
  });
  button.addEventListener('click', event => {
    if (!unsaved() || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    window.open(button.href, '_blank', 'noopener');
  });
}

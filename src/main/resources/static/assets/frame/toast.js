// Messages at the edge of the screen. A server-sent trigger brings one too:
//   HX-Trigger: {"toast": {"message": "...", "kind": "success"}}
// Where something can be taken back, undo is the address of the page for that.
export function toast(message, kind = 'info', seconds = kind === 'error' ? 12 : 5, undo = null) {
  const box = document.createElement('div');
  box.className = `cb-toast cb-toast-${kind}`;
  const text = document.createElement('span');
  text.textContent = message;
  if (undo) text.append(' ', Object.assign(document.createElement('a'), { href: undo, textContent: 'Undo' }));
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'btn-close';
  close.setAttribute('aria-label', 'Dismiss this message');
  const remove = () => box.remove();
  close.addEventListener('click', remove);
  box.append(text, close);
  document.getElementById(kind === 'error' ? 'toasts-urgent' : 'toasts').append(box);
  let timer = setTimeout(remove, seconds * 1000);
  box.addEventListener('mouseenter', () => clearTimeout(timer));
  box.addEventListener('mouseleave', () => { timer = setTimeout(remove, 3000); });
}

document.addEventListener('toast', event => toast(event.detail.message, event.detail.kind));

// What somebody typed into an inquiry that was closed elsewhere before it was kept: it is shown to be copied, and stays in this
// tab until they have done with it.
import { node } from './draft-conflict.js';
import { article } from './screen.js';

export function showLeft(texts, discard) {
  const box = node('div', '', 'notice notice-warn draft-left');
  box.setAttribute('role', 'status');
  box.append(node('p', 'It was closed while you typed. This was not kept:'));
  const list = node('dl', '', 'facts');
  for (const [label, text] of texts) list.append(node('dt', label), node('dd', text));
  const button = node('button', 'I have what I need', 'btn btn-sm btn-outline-secondary');
  button.type = 'button';
  button.addEventListener('click', () => {
    discard();
    box.remove();
    document.getElementById('inquiry-name').focus();
  });
  box.append(list, button);
  document.querySelector('.draft-left')?.remove();
  article().querySelector('#inquiry-state').after(box);
}

// Forms: sent once, and after a question where something can't be undone.
import { toast } from './toast.js';

document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented) return;
  const submitter = event.submitter;
  const question = (submitter && submitter.dataset.confirm) || form.dataset.confirm;
  if (question && !form.dataset.confirmed) {
    event.preventDefault();
    ask(question, (submitter && submitter.dataset.confirmWord) || form.dataset.confirmWord || 'Yes', () => {
      form.dataset.confirmed = 'yes';
      form.requestSubmit(submitter);
    });
    return;
  }
  delete form.dataset.confirmed;
  if (form.matches('[hx-post],[hx-put],[hx-patch],[hx-delete],[hx-get]') || form.method === 'dialog') return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  document.body.classList.add('cb-busy');
  setTimeout(() => form.querySelectorAll('button[type="submit"]').forEach(b => { b.disabled = true; }));
});

function stay() {
  document.body.classList.remove('cb-busy');
  document.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.querySelectorAll('button[type="submit"]').forEach(b => { b.disabled = false; });
  });
}
window.addEventListener('pageshow', event => { if (event.persisted) stay(); });
// Who was asked whether to leave, and did not, is still here when the question is gone.
window.addEventListener('beforeunload', event => setTimeout(() => { if (event.defaultPrevented) stay(); }));

// What a question is about may be drawn anew while it stands there; what asks for the same in the same words is the same.
const ASKED = ['hx-post', 'hx-put', 'hx-delete', 'hx-vals', 'hx-confirm'];
const again = elt => [...document.querySelectorAll(elt.localName)]
  .find(one => one.hasAttribute('hx-confirm') && ASKED.every(name => one.getAttribute(name) === elt.getAttribute(name)));
let answered = null;

document.addEventListener('htmx:confirm', event => {
  const { elt, question, issueRequest } = event.detail;
  if (!question) return;
  event.preventDefault();
  if (elt === answered) {
    answered = null;
    issueRequest(true);
    return;
  }
  ask(question, elt.dataset.confirmWord || 'Yes', () => {
    if (elt.isConnected) {
      issueRequest(true);
      return;
    }
    answered = again(elt); // htmx sends nothing for what is gone
    if (answered) htmx.trigger(answered, answered.localName === 'form' ? 'submit' : 'click');
    else toast('This changed in the meantime. Look again.', 'warning');
  });
});

export function ask(question, word, then) {
  const dialog = document.getElementById('confirm');
  dialog.querySelector('[data-question]').textContent = question;
  const yes = dialog.querySelector('[value="yes"]');
  yes.textContent = word;
  dialog.returnValue = '';
  dialog.addEventListener('close', () => { if (dialog.returnValue === 'yes') then(); }, { once: true });
  dialog.showModal();
}

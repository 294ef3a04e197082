// An e-mail address gets no text messages.
export function adaptContact(scope) {
  scope.querySelectorAll('.rec-form:has(.rec-part-doNotText)').forEach(form => {
    form.querySelector('.rec-part-doNotText').hidden = form.querySelector('[name="type"]').value === 'Email';
  });
}
document.addEventListener('change', event => {
  if (event.target.name === 'type') adaptContact(document);
});

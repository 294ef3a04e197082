// A question about a time, data-about="the names of the fields it is about", goes when one of them changes.
document.addEventListener('change', event => {
  event.target.form?.querySelectorAll('[data-about]').forEach(question => {
    if (question.dataset.about.split(' ').includes(event.target.name)) question.remove();
  });
});

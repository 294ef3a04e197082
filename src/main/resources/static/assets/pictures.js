// Opens the pictures of [data-pictures] large, one after the other. Without it they open in a tab of their own.

const viewer = document.getElementById('picture-viewer');
const shown = viewer.querySelector('.viewer-picture');
const trouble = viewer.querySelector('.viewer-trouble');
let links = [];
let at = 0;

function show(place) {
  at = (place + links.length) % links.length;
  const link = links[at];
  trouble.hidden = true;
  shown.hidden = false;
  shown.alt = link.querySelector('img').alt;
  shown.referrerPolicy = 'no-referrer';
  shown.src = link.href;
  trouble.querySelector('a').href = link.href;
  viewer.querySelector('.viewer-place').textContent = `${at + 1} of ${links.length}`;
  viewer.querySelectorAll('[data-viewer="1"], [data-viewer="-1"]').forEach(button => { button.hidden = links.length < 2; });
}

shown.addEventListener('error', () => {
  shown.hidden = true;
  trouble.hidden = false;
});

// A picture on somebody else's site is loaded only when somebody asks for it, and then stays for as long as the page.
const asked = new Set();

function reveal(button) {
  const image = Object.assign(new Image(), { referrerPolicy: 'no-referrer', alt: button.dataset.alt, src: button.dataset.showPicture });
  const link = Object.assign(document.createElement('a'), {
    href: button.dataset.showPicture, target: '_blank', rel: 'noopener noreferrer nofollow',
  });
  link.append(image);
  button.replaceWith(link);
  return link;
}

document.addEventListener('htmx:afterSwap', () => document.querySelectorAll('[data-show-picture]').forEach(button => {
  if (asked.has(button.dataset.showPicture)) reveal(button);
}));

document.addEventListener('click', event => {
  const foreign = event.target.closest('[data-show-picture]');
  if (foreign) {
    asked.add(foreign.dataset.showPicture);
    reveal(foreign).focus();
    return;
  }
  const link = event.target.closest('[data-pictures] a');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    links = [...link.closest('[data-pictures]').querySelectorAll('a')];
    show(links.indexOf(link));
    viewer.showModal();
    return;
  }
  const button = event.target.closest('[data-viewer]');
  if (button?.dataset.viewer === 'close') viewer.close();
  else if (button) show(at + Number(button.dataset.viewer));
  else if (event.target === viewer || event.target.classList.contains('viewer-stage')) viewer.close();
});

viewer.addEventListener('keydown', event => {
  const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  if (by) {
    event.preventDefault();
    show(at + by);
  }
});

viewer.addEventListener('close', () => {
  shown.removeAttribute('src');
  links[at]?.focus();
});

// The locations of a new customer.
import { toast } from '../frame/toast.js';
import { copy, form } from './form.js';

const MAX_PLACES = 20;
export const places = document.getElementById('places');
let placeNumber = places ? places.children.length : 0;

export function addPlace() {
  if (!places) return;
  if (places.children.length >= MAX_PLACES) return toast('More locations can be added to the customer itself.');
  const place = copy('place-template', { '%l%': placeNumber++ });
  places.append(place);
  number();
  place.querySelector('input:not([type=checkbox])').focus();
  place.scrollIntoView({ block: 'nearest' });
}

// What was typed before is back, under its own number.
export function putBack(place) {
  places.append(copy('place-template', { '%l%': place }));
  placeNumber = Math.max(placeNumber, +place + 1);
}

export function number() {
  [...places.children].forEach((place, i) => { place.querySelector('[data-place-title]').textContent = `Location ${i + 1}`; });
  form.querySelector('[data-add-word]').textContent = places.children.length ? 'Add another location' : 'Add a location';
}

form.addEventListener('change', event => {
  if (!event.target.matches('[data-same]')) return;
  if (event.target.checked) event.target.closest('[data-place]').querySelector('[data-alike]').replaceChildren();
});

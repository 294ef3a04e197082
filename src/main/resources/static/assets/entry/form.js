// What the parts of a form for a new record share.
import { element } from '../frame/element.js';

export const form = document.querySelector('form[data-entry]');
export const inOrder = () => [...form.querySelectorAll('input:not([type=hidden]), select, textarea, button[type=submit]')]
  .filter(field => !field.disabled && field.checkVisibility());

// A new row of a template in the page, with its marks replaced.
export const copy = (id, replace) => element(Object.entries(replace)
  .reduce((html, [mark, value]) => html.replaceAll(mark, value), document.getElementById(id).innerHTML));

// What the parts of the Calls screen all look at: the queue, the open inquiry and its form.
export const list = document.getElementById('queue-list');
export const panel = document.getElementById('inquiry');
export const filter = document.getElementById('queue-filter');
export const GIVE_UP_AFTER = 30 * 1000; // what hangs on a dead line keeps one of the browser's few connections
export const article = () => panel.querySelector('article.inquiry');
export const state = () => document.getElementById('inquiry-state');
export const openId = () => article()?.dataset.id;
export const form = () => document.getElementById('book');

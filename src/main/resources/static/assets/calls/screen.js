// What the parts of the Calls screen all look at: the queue, the open inquiry and its form.
export const list = document.getElementById('queue-list');
export const panel = document.getElementById('inquiry');
export const filter = document.getElementById('queue-filter');
export const GIVE_UP_AFTER = 30 * 1000; // what hangs on a dead line keeps one of the browser's few connections
export const article = () => panel.querySelector('article.inquiry');
export const state = () => document.getElementById('inquiry-state');
// Ids of bookings and of calls are the same numbers: a key, such as call/1001, tells which; its address, where it is.
export const openKey = () => article()?.dataset.key;
export const openPath = () => article()?.dataset.path;
export const form = () => document.getElementById('book');

// The page of a job: the keyboard, and buttons that fill a date.
import './frame/page-keys.js';
import './frame/quick-dates.js';

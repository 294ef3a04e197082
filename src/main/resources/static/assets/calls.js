// The Calls screen: the live queue, the open inquiry, drafts, and the keyboard.
import { restoreDraft } from './calls/draft.js';
import { settle } from './calls/inquiry.js';
import './calls/keys.js';
import './calls/lease.js';
import { beginNewCall } from './calls/new-call.js';
import { decorate } from './calls/queue.js';
import './calls/stream.js';

restoreDraft(200);
settle();
decorate();
beginNewCall();

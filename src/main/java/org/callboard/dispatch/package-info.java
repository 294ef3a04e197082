/** What is done with booked jobs: who comes and when, how far they are, and how a job is held, canceled and taken back. */
@NullMarked
package org.callboard.dispatch;

import org.jspecify.annotations.NullMarked;

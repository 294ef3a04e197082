/** Follow-ups: the list of who is to be called, the round through it, and the page of one lead. */
@NullMarked
package org.callboard.web.leads;

import org.jspecify.annotations.NullMarked;

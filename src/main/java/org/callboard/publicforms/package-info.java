/** What strangers fill in: booking pages, lead forms and the widget. */
@NullMarked
package org.callboard.publicforms;

import org.jspecify.annotations.NullMarked;

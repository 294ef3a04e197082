/** What every page has: the frame, forms that keep what was typed, and failures people can read. */
@NullMarked
package org.callboard.web.layout;

import org.jspecify.annotations.NullMarked;

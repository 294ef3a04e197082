/** Settings: one shape of list and form for most, pages of their own for the rest. */
@NullMarked
package org.callboard.web.settings;

import org.jspecify.annotations.NullMarked;

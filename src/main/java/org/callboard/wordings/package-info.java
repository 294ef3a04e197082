/** What a company says in words of its own, with places in them for what is said each time. */
@NullMarked
package org.callboard.wordings;

import org.jspecify.annotations.NullMarked;

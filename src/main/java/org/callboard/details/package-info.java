/** What customers and locations have alike: contact entries, notes, tags, custom fields and external data. */
@NullMarked
package org.callboard.details;

import org.jspecify.annotations.NullMarked;

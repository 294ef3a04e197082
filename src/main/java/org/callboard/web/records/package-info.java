/** What the pages of customers and of locations have alike: values edited in place, contacts, notes, tags, history. */
@NullMarked
package org.callboard.web.records;

import org.jspecify.annotations.NullMarked;

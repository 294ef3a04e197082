/** What is understood of names, numbers and addresses, beside the records that keep them as they were typed. */
@NullMarked
package org.callboard.understanding;

import org.jspecify.annotations.NullMarked;

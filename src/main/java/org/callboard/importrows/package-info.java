/** The rows of a list: what each says, what it would become among the records there are, and making it that. */
@NullMarked
package org.callboard.importrows;

import org.jspecify.annotations.NullMarked;

/** Lists that come as files: what each row would become, what it did become, and taking that back. */
@NullMarked
package org.callboard.imports;

import org.jspecify.annotations.NullMarked;

/** Who called and reached nobody, and is called back. */
@NullMarked
package org.callboard.callbacks;

import org.jspecify.annotations.NullMarked;

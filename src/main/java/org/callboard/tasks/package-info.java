/** Work in the background, in lanes of its own. */
@NullMarked
package org.callboard.tasks;

import org.jspecify.annotations.NullMarked;

/** Why jobs are canceled, and why they are put on hold. */
@NullMarked
package org.callboard.jobreasons;

import org.jspecify.annotations.NullMarked;

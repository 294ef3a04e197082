/** The demonstration company that {@code --demo} adds: a heating and plumbing firm in the middle of a busy week. */
@NullMarked
package org.callboard.demo;

import org.jspecify.annotations.NullMarked;

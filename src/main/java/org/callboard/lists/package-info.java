/** The lists of customers and of locations that people look through on screen, and take out as a file. */
@NullMarked
package org.callboard.lists;

import org.jspecify.annotations.NullMarked;

/** The rules of the Calls screen: the queue, likely matches, booking a job, and what is told to open screens. */
@NullMarked
package org.callboard.desk;

import org.jspecify.annotations.NullMarked;

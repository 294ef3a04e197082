/** Telephone calls for programs: what they read of them, and how they change what the office made of them. */
@NullMarked
package org.callboard.callapi;

import org.jspecify.annotations.NullMarked;

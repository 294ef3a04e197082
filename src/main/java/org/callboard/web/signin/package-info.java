/** The door: signing in, and where a person goes first. */
@NullMarked
package org.callboard.web.signin;

import org.jspecify.annotations.NullMarked;

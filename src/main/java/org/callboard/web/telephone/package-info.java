/** The settings' pages of telephone systems. */
@NullMarked
package org.callboard.web.telephone;

import org.jspecify.annotations.NullMarked;

/** Uploaded pictures, as the people of their company see them. */
@NullMarked
package org.callboard.web.pictures;

import org.jspecify.annotations.NullMarked;

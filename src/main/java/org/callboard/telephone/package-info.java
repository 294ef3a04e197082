/** The telephone systems that tell of a company's calls. */
@NullMarked
package org.callboard.telephone;

import org.jspecify.annotations.NullMarked;

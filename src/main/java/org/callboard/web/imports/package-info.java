/** Imports: taking a list in, saying what its columns hold, looking at what would happen, and watching it happen. */
@NullMarked
package org.callboard.web.imports;

import org.jspecify.annotations.NullMarked;

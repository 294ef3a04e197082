/** Who on record may be the person that is spoken of: by a number, an e-mail address, or a name at an address. */
@NullMarked
package org.callboard.matches;

import org.jspecify.annotations.NullMarked;

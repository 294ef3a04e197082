/** The keys of this installation, and what is hashed, sealed or signed with them. */
@NullMarked
package org.callboard.secrets;

import org.jspecify.annotations.NullMarked;

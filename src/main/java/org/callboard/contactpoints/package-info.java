/** How somebody is reached: phone numbers and e-mail addresses, as people type them and as they are understood. */
@NullMarked
package org.callboard.contactpoints;

import org.jspecify.annotations.NullMarked;

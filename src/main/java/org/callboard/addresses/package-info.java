/** Where somebody is and how to reach them: postal addresses, phone numbers, e-mail addresses. */
@NullMarked
package org.callboard.addresses;

import org.jspecify.annotations.NullMarked;

/** What is wrong with the addresses on record, and who has said that one is right all the same. */
@NullMarked
package org.callboard.addresschecks;

import org.jspecify.annotations.NullMarked;

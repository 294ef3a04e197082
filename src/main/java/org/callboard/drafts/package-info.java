/** What is typed for an inquiry and not sent yet. */
@NullMarked
package org.callboard.drafts;

import org.jspecify.annotations.NullMarked;

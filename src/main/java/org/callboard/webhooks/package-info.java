/** Telling other programs what happened: who wants to know, what is owed to them, and how it is delivered. */
@NullMarked
package org.callboard.webhooks;

import org.jspecify.annotations.NullMarked;

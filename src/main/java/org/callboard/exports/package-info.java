/** The export feeds: what changed, kind by kind, for programs that keep a copy; and whole copies as files. */
@NullMarked
package org.callboard.exports;

import org.jspecify.annotations.NullMarked;

/** Pictures that people and programs upload: made harmless, kept in a folder or a bucket, shown to their company only. */
@NullMarked
package org.callboard.pictures;

import org.jspecify.annotations.NullMarked;

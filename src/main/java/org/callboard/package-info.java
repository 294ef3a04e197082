@NullMarked
package org.callboard;

import org.jspecify.annotations.NullMarked;

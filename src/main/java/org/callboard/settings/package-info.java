/** What a company sets up once: where work is done and of what kind, why people call, who does the work. */
@NullMarked
package org.callboard.settings;

import org.jspecify.annotations.NullMarked;

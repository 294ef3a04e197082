/** The pages. Each screen is a sub-package with its templates under {@code templates/<screen>/}. */
@ApplicationModule(displayName = "Web")
@NullMarked
package org.callboard.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

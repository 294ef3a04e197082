/** The pages. Each screen is a sub-package with its templates under {@code templates/<screen>/}. */
@NullMarked
package org.callboard.web;

import org.jspecify.annotations.NullMarked;

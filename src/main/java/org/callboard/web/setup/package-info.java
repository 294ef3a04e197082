/** The first start: one page that makes the company and its owner. */
@NullMarked
package org.callboard.web.setup;

import org.jspecify.annotations.NullMarked;

/** The hosted booking page, and the widget that shows it on a company's own website. */
@NullMarked
package org.callboard.web.book;

import org.jspecify.annotations.NullMarked;

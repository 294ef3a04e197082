/** The document that describes the API, and the page that shows it. */
@NullMarked
package org.callboard.web.docs;

import org.jspecify.annotations.NullMarked;

/** The page of a job and what people do there, and the visits of a day. */
@NullMarked
package org.callboard.web.jobs;

import org.jspecify.annotations.NullMarked;

package org.callboard.web.jobs;

import java.util.Map;
import org.callboard.desk.StartTimes;
import org.callboard.jobs.VisitTime;
import org.jspecify.annotations.Nullable;

/**
 * The times that somebody typed into a form on the page of a job.
 *
 * @param time the one for the visit at hand; null for none
 * @param questions what is asked before they are taken, by the field of the start
 */
record AskedTimes(@Nullable VisitTime time, Map<String, StartTimes.Question> questions) {

    static final AskedTimes NONE = new AskedTimes(null, Map.of());
}

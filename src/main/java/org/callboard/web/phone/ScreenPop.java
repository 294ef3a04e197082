package org.callboard.web.phone;

import java.util.List;
import java.util.stream.Stream;
import org.callboard.jobs.OpenJob;
import org.callboard.queue.IncomingCall;
import org.callboard.web.VisitWords;
import org.callboard.web.When;
import org.jspecify.annotations.Nullable;

/**
 * What the strip says of a call.
 *
 * @param talks whether it is that of somebody who is on the telephone; else it rings
 * @param name of whoever calls, as the queue has it
 * @param other the number as people write it, where the name is another; empty for none
 * @param count how many customers have the number
 * @param about the number that was dialed, and its campaign, as far as they are known
 * @param job the open job that comes first, in a line; null for none
 */
record ScreenPop(
        long id,
        boolean talks,
        String name,
        String other,
        int count,
        boolean doNotService,
        String about,
        @Nullable String job) {

    static ScreenPop of(IncomingCall incoming, When when) {
        OpenJob job = incoming.job();
        return new ScreenPop(
                incoming.call().id(),
                incoming.call().talks(),
                incoming.caller().name(),
                incoming.caller().other(),
                incoming.caller().customers().size(),
                incoming.caller().doNotService(),
                joined(Stream.of(incoming.call().line(), incoming.call().campaign())
                        .flatMap(Stream::ofNullable)
                        .distinct()),
                job == null ? null : line(job, when));
    }

    private static String line(OpenJob job, When when) {
        String visit = VisitWords.of(job, when);
        return "Job " + job.number() + ", "
                + joined(Stream.of(visit == null ? job.jobType() : visit, job.technicians())
                        .flatMap(Stream::ofNullable));
    }

    private static String joined(Stream<String> parts) {
        List<String> all = parts.toList();
        return String.join(", ", all);
    }

    /** Where the call is shown. */
    public String path() {
        return "/calls/phone/" + id;
    }
}

package org.callboard.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.callboard.access.Tenant;
import org.callboard.addresses.Address;
import org.callboard.wordings.MessageWords;

/** A made-up appointment, to see a company's words with. */
public final class NoticeExample {

    private static final long VISIT = 1;
    private static final NoticeFacts FACTS = new NoticeFacts(
            "Jordan Reyes",
            new Address("12 Oak Street", "Apt 4", "Dayton", "OH", "45402", "USA"),
            "1203",
            "Furnace repair",
            List.of());

    private NoticeExample() {}

    /** The words for an appointment on that morning, or one that was to be then. */
    public static MessageWords.Filled fill(NoticeKind kind, MessageWords words, Tenant company, Instant morning) {
        ToldTime first = new ToldTime(morning, morning.plus(Duration.ofHours(2)));
        ToldTime second = new ToldTime(
                morning.plus(Duration.ofDays(2)),
                morning.plus(Duration.ofDays(2).plusHours(2)));
        NoticeRule.Notice notice = switch (kind) {
            case Confirmation -> new NoticeRule.Notice(kind, null, first);
            case Change -> new NoticeRule.Notice(kind, first, second);
            case Cancellation -> new NoticeRule.Notice(kind, first, null);
        };
        NoticePlan plan = new NoticePlan(company, Map.of(), FACTS, Map.of(VISIT, "Lee Ortiz"), false, morning);
        return words.fill(plan.values(VISIT, notice));
    }
}

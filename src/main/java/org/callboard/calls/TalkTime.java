package org.callboard.calls;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long they talked, as people write it: such as {@code 3:12}. */
public final class TalkTime {

    /** The same of a row of {@code call}, null as {@link #of} is. */
    public static final String SQL = """
            case when call.ended_on >= call.answered_on then
                (extract(epoch from date_trunc('second', call.ended_on - call.answered_on))::integer / 60) || ':'
                || lpad((extract(epoch from date_trunc('second', call.ended_on - call.answered_on))::integer % 60)::text, 2, '0')
            end""";

    private TalkTime() {}

    /** Null while they talk, and where they did not. */
    public static @Nullable String of(Call.Telephone telephone) {
        return of(telephone.answeredOn(), telephone.endedOn());
    }

    static @Nullable String of(@Nullable Instant answeredOn, @Nullable Instant endedOn) {
        if (answeredOn == null || endedOn == null || endedOn.isBefore(answeredOn)) {
            return null;
        }
        Duration length = Duration.between(answeredOn, endedOn);
        return "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
    }
}

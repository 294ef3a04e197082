package org.callboard.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.contactpoints.PhoneFormat;
import org.callboard.database.RecordShape;
import org.callboard.matches.MatchReason;
import org.callboard.queue.CallerNames;
import org.callboard.queue.InquiryKey;
import org.callboard.queue.QueueRow;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom nobody has answered yet, and who may be the one who asks.
 *
 * @param name null where a lead has none
 * @param customerId the customer whose lead it is, or whom a call is about; null for nobody's, and for an inquiry
 * @param similarName whether it is somebody of a similar name, which alone is shown and attaches nobody
 * @param line what the telephone told; null for what came in writing
 * @param since when it came
 */
public record OpenInquiry(
        Kind kind,
        long id,
        @Nullable String name,
        @Nullable String summary,
        @Nullable Long customerId,
        boolean samePhone,
        boolean sameEmail,
        boolean similarName,
        QueueRow.@Nullable Line line,
        Instant since) {

    /** What it is. */
    public enum Kind {
        Lead("Open lead"),
        Booking("Waiting inquiry"),
        Call("Open call"),
        CallBack("Call-back");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    public boolean lead() {
        return kind == Kind.Lead;
    }

    /** Where it is shown. */
    public String path() {
        return switch (kind) {
            case Lead -> "/leads/" + id;
            case Booking -> InquiryKey.booking(id).path();
            case Call -> InquiryKey.call(id).path();
            case CallBack -> InquiryKey.callBack(id).path();
        };
    }

    /** What they want, or how it stands with their call; null where nobody said. */
    public @Nullable String said() {
        return line == null ? summary : line.word();
    }

    /** The same by who calls, where it is a call. */
    OpenInquiry named(PhoneFormat format) {
        return line == null
                ? this
                : RecordShape.with(
                        this,
                        "name",
                        new CallerNames.Known(Map.of(), format)
                                .of(line.number(), line.withheld(), name)
                                .name());
    }

    /** What it and the one who asks have in common; nothing where it is a lead of a customer on record. */
    public List<MatchReason> reasons() {
        List<MatchReason> reasons = new ArrayList<>();
        if (samePhone) {
            reasons.add(MatchReason.SamePhone);
        }
        if (sameEmail) {
            reasons.add(MatchReason.SameEmail);
        }
        if (similarName) {
            reasons.add(MatchReason.SimilarName);
        }
        return reasons;
    }
}

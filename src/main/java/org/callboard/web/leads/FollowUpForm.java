package org.callboard.web.leads;

import java.util.Arrays;
import org.callboard.followups.Channel;
import org.callboard.followups.FollowUpDraft;
import org.callboard.followups.Outcome;
import org.callboard.validation.FieldErrors;
import org.callboard.web.QuickDates;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a follow-up, exactly as typed, so that it comes back unchanged whatever is wrong with it.
 *
 * @param nextOn when to try again, in the company's time zone
 * @param then {@code next} to go on with the next lead
 */
public record FollowUpForm(
        @Nullable String channel,
        @Nullable String outcome,
        @Nullable String text,
        @Nullable String pinned,
        @Nullable String nextOn,
        @Nullable String then) {

    static FollowUpForm blank(QuickDates dates) {
        return new FollowUpForm(Channel.Call.name(), null, null, null, dates.tomorrow(), null);
    }

    boolean goesOn() {
        return "next".equals(then);
    }

    /** What was typed, read; what can't be read is noted under the field's name. */
    FollowUpDraft read(QuickDates dates, FieldErrors errors) {
        Channel how = constant(Channel.values(), channel);
        Outcome what = constant(Outcome.values(), outcome);
        String said = text == null ? "" : text.strip();
        errors.addIf(how == null, "channel", "Choose how.")
                .addIf(what == null && said.isEmpty(), "outcome", "Choose what came of it, or write it down.")
                .addIf(said.length() > 20_000, "text", "At most 20000 characters are allowed.");
        return new FollowUpDraft(how, what, said, "true".equals(pinned), dates.read(nextOn, "nextOn", errors));
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] constants, @Nullable String name) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}

package org.callboard.web.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.addresses.Likeness;
import org.callboard.desk.JobChoices;
import org.callboard.desk.OpenInquiries;
import org.callboard.matches.LikelyMatch;
import org.callboard.matches.MatchReason;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.RefusalCode;
import org.callboard.web.layout.Form;
import org.junit.jupiter.api.Test;

/** Who is chosen beforehand: a wrong customer costs more than a click. */
class BookJobFormTest {

    private static final Address HOME = new Address("12 Oak St", null, "Dayton", "OH", "45402", "USA");
    private static final BookJobPrefill WISH = new BookJobPrefill(
            "Ada", HOME, null, null, null, null, null, null, null, List.of(), OpenInquiries.Self.NONE, null, null);

    private static String chosen(LikelyMatch... matches) {
        JobChoices.Prefilled choices = new JobChoices.Prefilled(null, null, null, null, null, null);
        return BookJobForm.prefilled(WISH, choices, Arrays.asList(matches), LocalDateTime.of(2027, 3, 1, 9, 0))
                .value("who");
    }

    private static LikelyMatch match(boolean doNotService, boolean sameAddress, MatchReason... reasons) {
        List<LikelyMatch.Place> places = List.of(
                new LikelyMatch.Place(7, "Cabin", HOME, Likeness.Possible),
                new LikelyMatch.Place(8, "Home", HOME, sameAddress ? Likeness.Same : Likeness.Different));
        return new LikelyMatch(1, "Ada", doNotService, true, List.of(reasons), places);
    }

    /** One with a number that others have too. */
    private static LikelyMatch shared(LikelyMatch one) {
        return new LikelyMatch(one.customerId(), one.name(), one.doNotService(), false, one.reasons(), one.locations());
    }

    @Test
    void theLocationIsChosenWhereNumberOrMailAndAddressAgree() {
        assertThat(chosen(match(false, true, MatchReason.SamePhone))).isEqualTo("location:8");
        assertThat(chosen(match(false, true, MatchReason.SameEmail, MatchReason.SameAddress)))
                .isEqualTo("location:8");
    }

    @Test
    void elseAPersonDecides() {
        assertThat(chosen(match(false, false, MatchReason.SamePhone))).isEmpty();
        assertThat(chosen(match(true, true, MatchReason.SamePhone))).isEmpty();
        assertThat(chosen(shared(match(false, true, MatchReason.SamePhone)))).isEmpty();
        assertThat(chosen(match(false, true, MatchReason.SameAddress, MatchReason.SimilarName)))
                .isEmpty();
        assertThat(chosen()).isEqualTo("new");
    }

    @Test
    void aRefusalIsSaidAtItsFieldOrElseAboveThemAll() {
        Invalid nowhere = new Invalid("customerName", "Nobody is called that.");
        assertThat(Form.blank().refused(nowhere, BookJobForm::field).problem()).isEqualTo("Nobody is called that.");
        Form job = Form.blank().with("summary", "Drip");
        Refusal taken =
                RefusalCode.CONFLICT.refuse("Somebody said that already.").with("summary", "Drip");
        assertThat(job.refused(taken, BookJobForm::field).problem()).isNull();
        assertThat(job.wrong("summary")).containsExactly("Somebody said that already.");
    }
}

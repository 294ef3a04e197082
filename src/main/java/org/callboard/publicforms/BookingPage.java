package org.callboard.publicforms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one booking provider tag.
 *
 * @param active whether it can be visited; the tag must be active too
 * @param confirmation whether its bookings ask for a confirmation by e-mail
 * @param refuseOutside whether it takes no addresses outside of the company's service areas
 */
public record BookingPage(
        long bookingProviderId,
        String providerName,
        String token,
        boolean active,
        Texts texts,
        Color color,
        Fields fields,
        Targets targets,
        boolean confirmation,
        boolean refuseOutside) {

    /** What stands on it. Paragraphs are separated by line breaks. */
    public record Texts(
            String heading,
            @Nullable String intro,
            String button,
            String thanks,
            String widgetLabel,
            @Nullable String phone) {}

    /** What it asks beside name, phone and what is wrong, which every page needs. */
    public record Fields(FieldUse address, FieldUse email, FieldUse time, FieldUse pictures, FieldUse firstTime) {}

    /** What its bookings are for; the visitor chooses among the job types. */
    public record Targets(
            @Nullable Long businessUnitId, @Nullable Long campaignId, List<Long> jobTypeIds) {}
}

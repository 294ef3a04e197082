package org.callboard.publicforms;

import java.util.List;
import java.util.Objects;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** A page as the form of the settings sends it. */
public record BookingPageDraft(
        boolean active,
        @Nullable String heading,
        @Nullable String intro,
        @Nullable String button,
        @Nullable String thanks,
        @Nullable String widgetLabel,
        @Nullable String phone,
        @Nullable String color,
        @Nullable FieldUse address,
        @Nullable FieldUse email,
        @Nullable FieldUse time,
        @Nullable FieldUse pictures,
        @Nullable FieldUse firstTime,
        @Nullable Long businessUnitId,
        @Nullable Long campaignId,
        List<Long> jobTypeIds,
        boolean confirmation,
        boolean refuseOutside) {

    private static final int MAX_LINE = 100;
    private static final int MAX_LABEL = 40;
    private static final int MAX_TEXT = 600;

    /** How a page is as it stands. */
    public static BookingPageDraft of(BookingPage page) {
        BookingPage.Texts texts = page.texts();
        BookingPage.Fields fields = page.fields();
        BookingPage.Targets targets = page.targets();
        return new BookingPageDraft(
                page.active(),
                texts.heading(),
                texts.intro(),
                texts.button(),
                texts.thanks(),
                texts.widgetLabel(),
                texts.phone(),
                page.color().code(),
                fields.address(),
                fields.email(),
                fields.time(),
                fields.pictures(),
                fields.firstTime(),
                targets.businessUnitId(),
                targets.campaignId(),
                targets.jobTypeIds(),
                page.confirmation(),
                page.refuseOutside());
    }

    /** Notes what is wrong with the texts, the color and the choices; ids are looked up elsewhere. */
    void check(FieldErrors errors) {
        length(errors, "heading", heading, true, MAX_LINE);
        length(errors, "intro", intro, false, MAX_TEXT);
        length(errors, "button", button, true, MAX_LABEL);
        length(errors, "thanks", thanks, true, MAX_TEXT);
        length(errors, "widgetLabel", widgetLabel, true, MAX_LABEL);
        length(errors, "phone", phone, false, MAX_LABEL);
        errors.addIf(
                phone != null && VisibleText.in(phone) && ContactParser.problem(ContactType.Phone, phone) != null,
                "phone",
                "A phone number is expected.");
        Color.of(color)
                .ifPresentOrElse(
                        chosen -> errors.addIf(
                                chosen.contrastByDay() < Color.VISIBLE,
                                "color",
                                "This color is hardly seen on white (%.1f : 1, and 3 : 1 is needed). Choose a darker one."
                                        .formatted(chosen.contrastByDay())),
                        () -> errors.add("color", "A color such as #0b6562 is expected."));
        use(errors, "address", address);
        use(errors, "email", email);
        use(errors, "time", time);
        use(errors, "pictures", pictures);
        use(errors, "firstTime", firstTime);
    }

    /** The page that it makes; what could not be read is as it was. */
    BookingPage over(BookingPage page) {
        BookingPage.Texts texts = page.texts();
        BookingPage.Fields fields = page.fields();
        return new BookingPage(
                page.bookingProviderId(),
                page.providerName(),
                page.token(),
                active,
                new BookingPage.Texts(
                        Objects.requireNonNullElse(text(heading), texts.heading()),
                        text(intro),
                        Objects.requireNonNullElse(text(button), texts.button()),
                        Objects.requireNonNullElse(text(thanks), texts.thanks()),
                        Objects.requireNonNullElse(text(widgetLabel), texts.widgetLabel()),
                        text(phone)),
                Color.of(color).orElse(page.color()),
                new BookingPage.Fields(
                        Objects.requireNonNullElse(address, fields.address()),
                        Objects.requireNonNullElse(email, fields.email()),
                        Objects.requireNonNullElse(time, fields.time()),
                        Objects.requireNonNullElse(pictures, fields.pictures()),
                        Objects.requireNonNullElse(firstTime, fields.firstTime())),
                new BookingPage.Targets(
                        businessUnitId,
                        campaignId,
                        jobTypeIds.stream().distinct().toList()),
                confirmation,
                refuseOutside);
    }

    private static void length(FieldErrors errors, String field, @Nullable String value, boolean needed, int most) {
        if (needed) {
            errors.required(field, value);
        }
        errors.maxLength(field, VisibleText.orNull(value), most);
    }

    private static void use(FieldErrors errors, String field, @Nullable FieldUse value) {
        errors.addIf(value == null, field, "Choose one from the list.");
    }

    private static @Nullable String text(@Nullable String value) {
        return VisibleText.orNull(value == null ? null : value.replace("\r\n", "\n"));
    }
}

package org.callboard.publicforms;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.callboard.addresses.ContactType;
import org.callboard.addresses.ContactValues;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/** A page as the form of the settings sends it: everything as it was typed. */
public record BookingPageDraft(
        boolean active,
        @Nullable String heading,
        @Nullable String intro,
        @Nullable String button,
        @Nullable String thanks,
        @Nullable String widgetLabel,
        @Nullable String phone,
        @Nullable String color,
        @Nullable String address,
        @Nullable String email,
        @Nullable String time,
        @Nullable String pictures,
        @Nullable String firstTime,
        @Nullable String businessUnitId,
        @Nullable String campaignId,
        @Nullable List<String> jobTypeIds,
        boolean confirmation) {

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
                fields.address().name(),
                fields.email().name(),
                fields.time().name(),
                fields.pictures().name(),
                fields.firstTime().name(),
                targets.businessUnitId() == null
                        ? null
                        : targets.businessUnitId().toString(),
                targets.campaignId() == null ? null : targets.campaignId().toString(),
                targets.jobTypeIds().stream().map(id -> id.toString()).toList(),
                page.confirmation());
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
                phone != null && !phone.isBlank() && ContactValues.problem(ContactType.Phone, phone) != null,
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
        id(errors, "businessUnitId", businessUnitId);
        id(errors, "campaignId", campaignId);
        Objects.requireNonNullElse(jobTypeIds, List.<String>of()).forEach(id -> id(errors, "jobTypeIds", id));
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
                        use(address, fields.address()),
                        use(email, fields.email()),
                        use(time, fields.time()),
                        use(pictures, fields.pictures()),
                        use(firstTime, fields.firstTime())),
                new BookingPage.Targets(number(businessUnitId), number(campaignId), numbers()),
                confirmation);
    }

    private List<Long> numbers() {
        Set<Long> numbers = new LinkedHashSet<>();
        for (String id : Objects.requireNonNullElse(jobTypeIds, List.<String>of())) {
            Long number = number(id);
            if (number != null) {
                numbers.add(number);
            }
        }
        return List.copyOf(numbers);
    }

    private static void length(FieldErrors errors, String field, @Nullable String value, boolean needed, int most) {
        if (needed) {
            errors.required(field, value);
        }
        errors.addIf(
                value != null && value.strip().length() > most, field, "At most " + most + " characters are allowed.");
    }

    private static void use(FieldErrors errors, String field, @Nullable String value) {
        boolean known =
                Arrays.stream(FieldUse.values()).anyMatch(use -> use.name().equals(value));
        errors.addIf(!known, field, "Choose one from the list.");
    }

    private static void id(FieldErrors errors, String field, @Nullable String value) {
        errors.addIf(
                value != null && !value.isBlank() && number(value) == null && !errors.has(field),
                field,
                "Choose one from the list.");
    }

    private static FieldUse use(@Nullable String value, FieldUse usual) {
        for (FieldUse use : FieldUse.values()) {
            if (use.name().equals(value)) {
                return use;
            }
        }
        return usual;
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip().replace("\r\n", "\n");
    }

    private static @Nullable Long number(@Nullable String value) {
        return value != null && value.strip().matches("\\d{1,15}") ? Long.valueOf(value.strip()) : null;
    }
}

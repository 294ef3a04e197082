package org.callboard.bookings;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.callboard.mail.Wording;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * How a company confirms bookings.
 *
 * @param byMail whether it does at all by mail; a provider must ask for it too
 * @param byText whether a mobile gets a text message as well, where the operator has set that up
 */
public record ConfirmationWords(boolean byMail, String subject, String body, boolean byText, String textBody) {

    private static final int MAX_SUBJECT = 150;
    private static final int MAX_BODY = 5_000;
    private static final int MAX_TEXT = 300;

    private static final List<String> PLACEHOLDERS = Arrays.stream(ConfirmationPlaceholder.values())
            .map(ConfirmationPlaceholder::name)
            .toList();

    /** What a company says that has not set up words of its own. */
    public static final ConfirmationWords DEFAULT = new ConfirmationWords(
            true,
            "{company}: we have your request",
            """
            Hello {name},

            Thank you for asking {company}. We have your request, and one of us will get in touch with you soon to agree on a time.

            What you told us: {summary}

            Address: {address}
            When: {start}
            Phone: {phone}

            If something is wrong here, just let us know.

            {company}
            Request number {booking}""",
            false,
            "{company} has your request and will get in touch with you soon. Request number {booking}.");

    /** As stored or typed: what is null or blank is the default's. */
    public static ConfirmationWords of(
            boolean byMail,
            @Nullable String subject,
            @Nullable String body,
            boolean byText,
            @Nullable String textBody) {
        return new ConfirmationWords(
                byMail,
                given(subject, DEFAULT.subject),
                given(body, DEFAULT.body),
                byText,
                given(textBody, DEFAULT.textBody));
    }

    private static String given(@Nullable String words, String otherwise) {
        return Objects.requireNonNullElse(VisibleText.orNull(words), otherwise).replace("\r\n", "\n");
    }

    /** Notes what is wrong with {@code subject}, {@code body} and {@code textBody}. */
    public FieldErrors check(FieldErrors errors) {
        errors.addIf(subject.chars().anyMatch(Character::isISOControl), "subject", "One line is expected.");
        errors.maxLength("subject", subject, MAX_SUBJECT);
        errors.maxLength("body", body, MAX_BODY).maxLength("textBody", textBody, MAX_TEXT);
        Wording.check(errors, "subject", subject, PLACEHOLDERS);
        Wording.check(errors, "body", body, PLACEHOLDERS);
        Wording.check(errors, "textBody", textBody, PLACEHOLDERS);
        return errors;
    }
}

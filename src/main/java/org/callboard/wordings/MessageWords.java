package org.callboard.wordings;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * How a company says one thing to people outside, and on which ways.
 *
 * @param byMail whether it does at all by mail
 * @param byText whether a telephone gets a text message too, where the operator has set that up
 */
public record MessageWords(boolean byMail, String subject, String body, boolean byText, String textBody) {

    /** The words with what they tell of in their places. */
    public record Filled(String subject, String body, String textBody) {}

    private static final int MAX_SUBJECT = 150;
    private static final int MAX_BODY = 5_000;
    private static final int MAX_TEXT = 300;

    /** As stored or typed: what is null or blank is as in the standard. */
    public static MessageWords of(
            boolean byMail,
            @Nullable String subject,
            @Nullable String body,
            boolean byText,
            @Nullable String textBody,
            MessageWords standard) {
        return new MessageWords(
                byMail,
                given(subject, standard.subject),
                given(body, standard.body),
                byText,
                given(textBody, standard.textBody));
    }

    private static String given(@Nullable String words, String otherwise) {
        return Objects.requireNonNullElse(VisibleText.orNull(words), otherwise).replace("\r\n", "\n");
    }

    /** Whether it is not said at all. */
    public boolean isOff() {
        return !byMail && !byText;
    }

    /** What is to be stored of words: null where they are the standard's, so that a better standard reaches the company. */
    public static @Nullable String unlessSame(String words, String standard) {
        return words.equals(standard) ? null : words;
    }

    /** Notes what is wrong with {@code subject}, {@code body} and {@code textBody}, and placeholders that are not known. */
    public FieldErrors check(FieldErrors errors, Collection<String> placeholders) {
        errors.addIf(subject.chars().anyMatch(Character::isISOControl), "subject", "One line is expected.");
        errors.maxLength("subject", subject, MAX_SUBJECT);
        errors.maxLength("body", body, MAX_BODY).maxLength("textBody", textBody, MAX_TEXT);
        Wording.check(errors, "subject", subject, placeholders);
        Wording.check(errors, "body", body, placeholders);
        Wording.check(errors, "textBody", textBody, placeholders);
        return errors;
    }

    /** The words with these values of the placeholders. */
    public Filled fill(Map<String, String> values) {
        return new Filled(Wording.fill(subject, values), Wording.fill(body, values), Wording.fill(textBody, values));
    }
}

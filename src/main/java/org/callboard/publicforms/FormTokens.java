package org.callboard.publicforms;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.secrets.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals the forms that anybody may send: a token says which form was shown and when, and only this installation can make
 * one. It takes the place of a session: who sends such a form has no rights that another page could misuse, so what is to
 * be known is that a form was really shown.
 */
@Component
public class FormTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,13})\\.([\\w-]{16})\\.([\\w-]{43})");

    private final Secrets secrets;
    private final Clock clock;

    FormTokens(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A token for a form that is shown now. */
    public FormToken issue(PublicForm form) {
        return issue(form, clock.instant());
    }

    FormToken issue(PublicForm form, Instant shownOn) {
        byte[] random = new byte[12];
        RANDOM.nextBytes(random);
        String code = BASE64.encodeToString(random);
        Instant moment = Instant.ofEpochMilli(shownOn.toEpochMilli());
        String text = moment.toEpochMilli() + "." + code;
        return new FormToken(text + "." + seal(form, text), code, moment);
    }

    /** Reads what a form sent, of whatever age; empty where it is not a token of ours for this form. */
    public Optional<FormToken> read(PublicForm form, @Nullable String text) {
        Matcher parts = SHAPE.matcher(text == null ? "" : text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] wanted = seal(form, parts.group(1) + "." + parts.group(2)).getBytes();
        return MessageDigest.isEqual(wanted, parts.group(3).getBytes())
                ? Optional.of(new FormToken(
                        parts.group(), parts.group(2), Instant.ofEpochMilli(Long.parseLong(parts.group(1)))))
                : Optional.empty();
    }

    private String seal(PublicForm form, String text) {
        return BASE64.encodeToString(secrets.hash("form\n" + form.fullName() + "\n" + text));
    }
}

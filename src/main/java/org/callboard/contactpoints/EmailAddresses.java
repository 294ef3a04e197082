package org.callboard.contactpoints;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.addresses.ReadOfLate;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the e-mail addresses in a text: a library says what can be one, and what people copy with it (quotes, brackets with
 * a name before them, {@code mailto:}) is no part of it. Dots and tags of a mailbox stay.
 */
public final class EmailAddresses {

    private static final EmailValidator VALID = JMail.strictValidator()
            .disallowQuotedIdentifiers()
            .withRule(email -> email.comments().isEmpty())
            .withRule(email -> !email.containsWhitespace())
            .withRule(email -> !email.isIpAddress());

    /** What most texts are: an address that nothing was copied with, if it is one. */
    private static final Pattern ALONE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9.-]+");

    /** What may be an address, up to what parts two. */
    private static final Pattern CANDIDATE =
            Pattern.compile("[^\\s,;:|<>\"“”„()\\[\\]{}]*@[^\\s,;:|<>\"“”„()\\[\\]{}]*");

    private static final Pattern AROUND = Pattern.compile("^[.'‘’`«»*]+|[.'‘’`«»*!?]+$");

    /** The subject and so on of a link. */
    private static final Pattern QUERY = Pattern.compile("\\?\\w+=.*$");

    /** A word that runs into an address is more likely a piece of it than a remark, but where it joins two of them. */
    private static final Pattern RUNS_INTO =
            Pattern.compile("(?:^|\\s)(?!(?:or|and)\\s)(?=\\S*\\p{L})[^\\s@:,;/|<>()\\[\\]\"“”„&+–-]+(?:\\s+|[,;])$");

    /** Whether a value can be one, and what kind of contact it is, is asked again and again. */
    private static final ReadOfLate<String, List<Found>> FOUND = new ReadOfLate<>(8192);

    /** Longer texts are rare. */
    private static final int MAX_KEPT = 100;

    private EmailAddresses() {}

    /** An address, and where in the text it stands. */
    record Found(String typed, int start, int end) {

        String form() {
            return typed.toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a text is an address and nothing else. */
    public static boolean isOne(String text) {
        return VALID.isValid(text);
    }

    /** The first address in a text; null where there is none. */
    public static @Nullable String first(String typed) {
        List<Found> all = in(VisibleText.clean(typed));
        return all.isEmpty() ? null : all.getFirst().typed();
    }

    /** All that stand in a text that was cleaned. */
    static List<Found> in(String text) {
        if (text.indexOf('@') < 0 || text.length() > ContactParser.MAX_LENGTH) {
            return List.of();
        }
        return text.length() > MAX_KEPT ? find(text) : FOUND.get(text, EmailAddresses::find);
    }

    private static List<Found> find(String text) {
        List<Found> all = new ArrayList<>();
        if (ALONE.matcher(text).matches() && isOne(text)) {
            return List.of(new Found(text, 0, text.length()));
        }
        int behind = 0;
        Matcher candidates = CANDIDATE.matcher(text);
        while (candidates.find()) {
            boolean opened = text.startsWith("<", candidates.start() - 1);
            boolean closed = text.startsWith(">", candidates.end());
            String before = text.substring(behind, candidates.start());
            if (opened == closed && (opened || !RUNS_INTO.matcher(before).find())) {
                add(all, candidates.group(), candidates.start());
            }
            behind = candidates.end();
        }
        return List.copyOf(all);
    }

    private static void add(List<Found> all, String candidate, int start) {
        String address =
                AROUND.matcher(QUERY.matcher(candidate).replaceFirst("")).replaceAll("");
        if (isOne(address)) {
            all.add(new Found(address, start, start + candidate.length()));
            return;
        }
        int slash = candidate.indexOf('/');
        if (slash >= 0 && candidate.indexOf('@') != candidate.lastIndexOf('@')) {
            add(all, candidate.substring(0, slash), start);
            add(all, candidate.substring(slash + 1), start + slash + 1);
        }
    }
}

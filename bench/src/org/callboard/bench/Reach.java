package org.callboard.bench;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.callboard.contactpoints.ContactType;
import org.callboard.search.Lexemes;

/**
 * A number or address as somebody typed it, and the form that it is found by: what {@code ContactParser} would
 * give. It is derived here, since asking millions of times would take longer than all the rest; a test compares.
 */
record Reach(ContactType type, String value, String form, String extension) {

    /** How people write numbers, the usual forms first. */
    private static final Skewed<String> FORMS = Skewed.byRank(
            List.of(
                    "(%s) %s-%s",
                    "%s-%s-%s",
                    "%s%s%s",
                    "%s.%s.%s",
                    "%s %s %s",
                    "+1 %s %s %s",
                    "+1%s%s%s",
                    "1-%s-%s-%s",
                    "(%s)%s-%s",
                    "+1 (%s) %s-%s",
                    "%s/%s-%s"),
            1);

    /** A number of ten digits, typed in any form; some at an office have an extension. */
    static Reach number(ContactType type, String digits, boolean office, Draw draw) {
        String typed = FORMS.of(draw).formatted(digits.substring(0, 3), digits.substring(3, 6), digits.substring(6));
        String extension = office && draw.chance(0.1) ? Integer.toString(draw.between(100, 399)) : "";
        if (!extension.isEmpty()) {
            typed += " ext. " + extension;
        }
        return new Reach(type, typed, "+1" + digits, extension);
    }

    static Reach mail(String address) {
        return new Reach(ContactType.Email, address, address.toLowerCase(Locale.ROOT), "");
    }

    /** Writes what it is understood as, where it is an entry of a record. */
    void point(Batch batch, long tenant, String kind, long owner, long entry) {
        batch.rows(Table.CONTACT_POINT)
                .row(tenant)
                .text(kind)
                .number(owner)
                .number(entry)
                .integer(0)
                .flag(type == ContactType.Email)
                .text(form)
                .text(extension)
                .flag(true);
    }

    /** Adds what a document holds of it, as the database's function {@code contact_lexemes} gives it; all numbers are of one country. */
    void addLexemes(Lexemes lexemes, Set<String> all) {
        if (type == ContactType.Email) {
            int at = form.indexOf('@');
            all.add(lexemes.email(form));
            all.add(lexemes.email(form.substring(at + 1)));
            all.add(lexemes.emailEnding(form));
            for (int i = 1; i + 1 < at; i++) {
                if ("._+-".indexOf(form.charAt(i)) >= 0) {
                    all.add(lexemes.email(form.substring(i + 1)));
                    break;
                }
            }
        } else {
            String digits = form.substring(1);
            all.add(lexemes.number(digits));
            all.add(lexemes.number(digits.substring(1)));
            all.add(lexemes.number(digits.substring(digits.length() - 7)));
            all.add(lexemes.numberEnding(digits));
        }
    }

    /** A number that a town's people could have. */
    static String digits(List<String> areaCodes, Draw draw) {
        int exchange = draw.between(200, 998);
        if (exchange % 100 == 11) { // 911 and its like
            exchange++;
        }
        String area = draw.chance(0.85) ? areaCodes.getFirst() : draw.of(areaCodes);
        return area + exchange + String.format(Locale.ROOT, "%04d", draw.below(10_000));
    }
}

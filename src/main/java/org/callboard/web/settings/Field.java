package org.callboard.web.settings;

import java.util.List;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;

/**
 * A field of a settings form.
 *
 * @param kind the fragment of {@code fragments/form} that draws it
 * @param type the type of the input element
 * @param blank the words of an empty first option
 * @param shownWhen where it is shown for one choice of another field alone: that field's name, {@code =} and the choice
 */
record Field(
        Kind kind,
        String name,
        String label,
        boolean required,
        String type,
        @Nullable String hint,
        List<Option> options,
        @Nullable String blank,
        @Nullable String shownWhen) {

    enum Kind {
        text,
        area,
        select,
        check,
        checks
    }

    static Field text(String name, String label) {
        return new Field(Kind.text, name, label, false, "text", null, List.of(), null, null);
    }

    static Field email(String name) {
        return new Field(Kind.text, name, "E-mail", false, "email", null, List.of(), null, null);
    }

    static Field phone(String name) {
        return new Field(Kind.text, name, "Phone", false, "tel", null, List.of(), null, null);
    }

    static Field password(String name, String label) {
        return new Field(Kind.text, name, label, false, "password", null, List.of(), null, null);
    }

    static Field area(String name, String label) {
        return new Field(Kind.area, name, label, false, "text", null, List.of(), null, null);
    }

    static Field check(String name, String label) {
        return new Field(Kind.check, name, label, false, "checkbox", null, List.of(), null, null);
    }

    static Field select(String name, String label, List<Option> options) {
        return new Field(Kind.select, name, label, true, "text", null, options, null, null);
    }

    /** One of the options, or none: then the first one has these words. */
    static Field choice(String name, String label, List<Option> options, String blank) {
        return new Field(Kind.select, name, label, false, "text", null, options, blank, null);
    }

    static Field checks(String name, String label, List<Option> options) {
        return new Field(Kind.checks, name, label, false, "checkbox", null, options, null, null);
    }

    Field needed() {
        return new Field(kind, name, label, true, type, hint, options, blank, shownWhen);
    }

    Field hint(String words) {
        return new Field(kind, name, label, required, type, words, options, blank, shownWhen);
    }

    Field shownWhen(String choice) {
        return new Field(kind, name, label, required, type, hint, options, blank, choice);
    }
}

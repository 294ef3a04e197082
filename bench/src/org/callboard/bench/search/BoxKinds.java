package org.callboard.bench.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.bench.search.Kind.Of;
import org.callboard.bench.search.Kind.Part;
import org.callboard.bench.search.Kind.Read;
import org.callboard.testing.Visitor;
import org.jspecify.annotations.Nullable;

/** What people type into the box, asked as the box asks while they type. */
final class BoxKinds {

    private static final Pattern RECORD = Pattern.compile("href=\"/([a-z-]+)/([0-9]+)[\"?#]");

    private final Visitor visitor;
    private final List<Kind> kinds = new ArrayList<>();
    private Of of = Of.CUSTOMER;

    private BoxKinds(Visitor visitor) {
        this.visitor = visitor;
    }

    static List<Kind> all(Visitor visitor) {
        BoxKinds box = new BoxKinds(visitor);
        for (Of of : Of.values()) {
            box.of = of;
            box.names();
            box.numbers();
            box.addresses();
            box.errors();
        }
        return box.kinds;
    }

    private void names() {
        if (of == Of.CUSTOMER) {
            add("one letter", known -> begin(known.last(), 1));
            add("two letters", known -> begin(known.first(), 2));
            add("three letters", known -> begin(known.last(), 3));
            add("last name", Known::last);
            add("parts of both names", known -> begin(known.first(), 3) + " " + begin(known.last(), 3));
            add("first name and zip", known -> known.first() + " " + known.zip());
            add("nobody's name", known -> known.first() + "x " + known.last() + "q");
            add("words that never meet", known -> "oh street ave drive road");
        } else {
            add("a name of its own", known -> known.name().equals(known.owner()) ? null : known.name());
        }
        add("full name", Known::name);
        add("name and city", known -> known.last() + " " + known.city());
    }

    private void numbers() {
        add("whole number", Known::digits);
        add("number as it was typed", Known::phone);
        add("area and office", known -> begin(known.digits(), 6));
        add("office and half", known -> begin(known.lastDigits(7), 5));
        add("last seven", known -> known.lastDigits(7));
        add("last four", known -> known.lastDigits(4));
        add("name and last four", known -> with(known.last(), known.lastDigits(4)));
        add("half an e-mail address", known -> begin(known.email(), 7));
        add("e-mail address", Known::email);
    }

    private void addresses() {
        add("house and street", Known::street);
        add("house and three letters", known -> known.street().replaceFirst("^(\\S+ ...).*", "$1"));
        add(
                "unit",
                known -> known.unit() == null ? null : (known.door() + " " + known.unit()).toLowerCase(Locale.ROOT));
        add("whole address", known -> known.street() + ", " + known.city() + " " + known.zip());
        add("street alone", known -> known.street().replaceFirst("^\\S+ ", ""));
    }

    private void errors() {
        for (TypingError error : TypingError.values()) {
            String title = "typing error: " + error.name().toLowerCase(Locale.ROOT);
            add(title + ", last four", known -> with(wrong(error, known), known.lastDigits(4)));
            add(title + ", city", known -> with(wrong(error, known), known.city()));
        }
    }

    /** The same error for the same person in each run. */
    private static @Nullable String wrong(TypingError error, Known known) {
        return error.in(known.name(), new Random(known.id() * 31 + error.ordinal()));
    }

    private void add(String title, Function<Known, @Nullable String> typed) {
        kinds.add(new Kind(Part.BOX, of, title, typed, (known, text) -> ask(text), BoxKinds::read));
    }

    private String ask(String typed) {
        Visitor.Answer answer = visitor.get("/search?q=" + URLEncoder.encode(typed, UTF_8), "HX-Request", "true");
        if (answer.status() != 200) {
            throw new IllegalStateException(typed + ": " + answer.status());
        }
        return answer.body();
    }

    private static Read read(Known known, String page) {
        List<String> lines = RECORD.matcher(page)
                .results()
                .map(link -> link.group(1) + link.group(2))
                .distinct()
                .toList();
        return Read.of(
                lines.contains(known.of().list() + known.id()), lines.stream().collect(Collectors.joining(" ")));
    }

    private static @Nullable String with(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? null : one + " " + other;
    }

    private static @Nullable String begin(@Nullable String text, int length) {
        return text == null ? null : text.substring(0, Math.min(length, text.length()));
    }
}

package org.callboard.web.records;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.CoordinatesText;
import org.callboard.addresses.Limits.CustomValue;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;

/**
 * One input of a {@link Field}.
 *
 * @param options what a choice offers
 * @param longest how many characters are allowed
 * @param width of six columns
 * @param check a sentence about what is wrong with a text that is not empty, or null
 */
public record Part(
        String name,
        String label,
        Input input,
        List<Option> options,
        boolean required,
        int longest,
        int width,
        Function<String, @Nullable String> check) {

    /** How a part is typed in. */
    public enum Input {
        TEXT,
        LINES,
        NUMBER,
        MONEY,
        LATITUDE,
        LONGITUDE,
        WHOLE,
        DATE,
        CHOICE,
        FLAG
    }

    private static final int WHOLE_WIDTH = 6;

    private static Part of(String name, String label, Input input, int longest) {
        return new Part(name, label, input, List.of(), false, longest, WHOLE_WIDTH, text -> null);
    }

    public static Part text(String name, String label, int longest) {
        return of(name, label, Input.TEXT, longest);
    }

    /** A text that may have several lines. */
    public static Part lines(String name, String label, int longest) {
        return of(name, label, Input.LINES, longest);
    }

    /** A number that is kept as it was typed. */
    public static Part number(String name, String label) {
        return of(name, label, Input.NUMBER, 40);
    }

    /** A day, as {@code 2026-03-31}. */
    public static Part date(String name, String label) {
        return of(name, label, Input.DATE, 10);
    }

    public static Part money(String name, String label) {
        return of(name, label, Input.MONEY, 25);
    }

    /** An id that another program gave. */
    public static Part whole(String name, String label) {
        return of(name, label, Input.WHOLE, 18);
    }

    public static Part flag(String name, String label) {
        return of(name, label, Input.FLAG, 5);
    }

    public static Part choice(String name, String label, List<Option> options) {
        return of(name, label, Input.CHOICE, CustomValue.MAX).with(options);
    }

    /** Degrees to the north, in each form that {@link CoordinatesText} reads. */
    static Part latitude(String name) {
        return degrees(name, "Latitude", Input.LATITUDE, 90);
    }

    /** Degrees to the east. */
    static Part longitude(String name) {
        return degrees(name, "Longitude", Input.LONGITUDE, 180);
    }

    private static Part degrees(String name, String label, Input input, int most) {
        return of(name, label, input, 40)
                .checked(text -> Math.abs(Double.parseDouble(text)) <= most
                        ? null
                        : "Degrees from -" + most + " to " + most + " are expected.");
    }

    Part named(String other) {
        return new Part(other, label, input, options, required, longest, width, check);
    }

    private Part with(List<Option> offered) {
        return new Part(name, label, input, offered, required, longest, width, check);
    }

    public Part needed() {
        return new Part(name, label, input, options, true, longest, width, check);
    }

    public Part wide(int columns) {
        return new Part(name, label, input, options, required, longest, columns, check);
    }

    public Part checked(Function<String, @Nullable String> wrong) {
        return new Part(name, label, input, options, required, longest, width, wrong);
    }

    /** The one spelling of what was typed; what is wrong with it is noted under the part's name. */
    String read(@Nullable String typed, FieldErrors errors) {
        String text = typed == null ? "" : VisibleText.strip(typed);
        if (input == Input.FLAG) {
            return String.valueOf(text.equals("true"));
        }
        if (text.isEmpty()) {
            errors.addIf(required, name, "This field is required.");
            return "";
        }
        if (text.length() > longest) {
            errors.add(name, FieldErrors.tooLong(longest));
            return text;
        }
        return switch (input) {
            case MONEY ->
                matching(
                        text.replaceAll("[$,\\s]", ""),
                        "[+-]?\\d{1,15}(\\.\\d{1,4})?",
                        "An amount is expected.",
                        errors,
                        Part::spelled);
            case LATITUDE -> degrees(text, CoordinatesText.latitude(text), "39.7589 or 39.7589 N", errors);
            case LONGITUDE -> degrees(text, CoordinatesText.longitude(text), "-84.1916 or 84.1916 W", errors);
            case WHOLE ->
                matching(
                        text,
                        "\\d{1,18}",
                        "A whole number is expected.",
                        errors,
                        number -> Long.valueOf(number).toString());
            case CHOICE -> {
                boolean offered =
                        options.stream().anyMatch(option -> option.value().equals(text));
                errors.addIf(!offered, name, "Choose one of the list.");
                yield checked(text, errors);
            }
            default -> checked(text, errors);
        };
    }

    private String degrees(String text, @Nullable Double read, String example, FieldErrors errors) {
        if (read == null) {
            errors.add(name, "Degrees are expected, such as " + example + ".");
            return text;
        }
        return checked(Coordinates.degrees(read), errors);
    }

    private String matching(
            String text, String pattern, String expected, FieldErrors errors, Function<String, String> spelling) {
        if (!text.matches(pattern)) {
            errors.add(name, expected);
            return text;
        }
        return checked(spelling.apply(text), errors);
    }

    private String checked(String text, FieldErrors errors) {
        String problem = check.apply(text);
        errors.addIf(problem != null, name, String.valueOf(problem));
        return text;
    }

    private static String spelled(String amount) {
        return spelled(new BigDecimal(amount));
    }

    /** The spelling of an amount; empty for null. */
    public static String spelled(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }

    /** A value in words, for people who look; empty for nothing. */
    public String say(String text) {
        return switch (input) {
            case FLAG -> text.equals("true") ? "Yes" : "No";
            case MONEY -> text.isEmpty() ? "" : amount(text);
            case CHOICE ->
                options.stream()
                        .filter(option -> option.value().equals(text))
                        .findFirst()
                        .map(Option::label)
                        .orElse(text);
            default -> text;
        };
    }

    private static String amount(String text) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.US);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(4);
        return format.format(new BigDecimal(text));
    }
}

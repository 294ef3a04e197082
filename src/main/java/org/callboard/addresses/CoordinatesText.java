package org.callboard.addresses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** A point as people copy it: in degrees, with minutes and seconds or without, or in a link of a map. */
public final class CoordinatesText {

    /** No link that leads to a point is longer. */
    public static final int MAX = 2000;

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    /** Those of what was calculated: about a tenth of a meter. */
    private static final int DIGITS = 6;

    /** What comes out even has fewer. */
    private static final int MOST_DIGITS = 10;

    private static final String NUMBER = "\\d{1,3}(?:\\.\\d{1,20})?";
    private static final String SIGNED = "([+-]?" + NUMBER + ")";
    private static final String PAIR = SIGNED + "\\s*[,~]\\s*" + SIGNED;
    private static final String MINUTES = "(\\d{1,2}(?:\\.\\d{1,20})?)";

    /** Degrees, with minutes and seconds where they have their marks. */
    private static final String DEGREES = "\\s*([+-]?)\\s*(" + NUMBER + ")\\s*°?\\s*(?:" + MINUTES + "\\s*'\\s*(?:"
            + MINUTES + "\\s*(?:\"|'')\\s*)?)?";

    private static final String LETTER = "([NSEW]?)";
    private static final String BETWEEN = "(?:\\s*[,;/|]\\s*|\\s+|(?<=[NSEW\"'°])|(?=[+NSEW-]))";

    /** The letters of the directions stand before both or behind both. */
    private static final List<Pattern> TWO = List.of(
            Pattern.compile(LETTER + DEGREES + "()" + BETWEEN + LETTER + DEGREES + "()"),
            Pattern.compile("()" + DEGREES + LETTER + BETWEEN + "()" + DEGREES + LETTER));

    /** One of the two alone, with the letter on either side. */
    private static final Pattern ONE = Pattern.compile(LETTER + DEGREES + LETTER);

    /** What only a pair has, plain: two decimals, a sign between them, or letters of both directions. */
    private static final Pattern OF_TWO =
            Pattern.compile("[^.]*\\.[^.]*\\..*|.*[;|~/].*|.*[NS].*[EW].*|.*[EW].*[NS].*");

    /** Without marks, what stands before the letter of a direction tells. */
    private static final Pattern BARE_SECONDS =
            Pattern.compile("(?<![\\d.])(\\d{1,3})\\s+(\\d{1,2})\\s+(\\d{1,2}(?:\\.\\d+)?)\\s*(?=[NSEW])");

    private static final Pattern BARE_MINUTES =
            Pattern.compile("(?<![\\d.°])(\\d{1,3})\\s+(\\d{1,2}\\.\\d+)\\s*(?=[NSEW])");

    private static final Pattern LINK = Pattern.compile("(?i)(?:https?:|geo:|(?:www|maps)\\.).*");

    /** Where links have their point: a pin before the middle of what is seen. */
    private static final List<Pattern> IN_LINKS = List.of(
            Pattern.compile("(?s).*!3d" + SIGNED + "!4d" + SIGNED + ".*"),
            Pattern.compile("(?s).*?[?&#]mlat=" + SIGNED + "&mlon=" + SIGNED + ".*"),
            Pattern.compile("(?s).*?[?&;](?:q|query|coordinate|daddr|destination|ll)=(?:loc:)?\\s*" + PAIR + ".*"),
            Pattern.compile("(?s).*?/(?:search|place|dir//?)/?" + PAIR + ".*"),
            Pattern.compile("(?s).*?[?&;](?:sll|center|cp)=" + PAIR + ".*"),
            Pattern.compile("(?s).*?@" + PAIR + ".*"),
            Pattern.compile("(?s).*?#map=[\\d.]+/" + SIGNED + "/" + SIGNED + ".*"),
            Pattern.compile("(?si)geo:" + PAIR + ".*"));

    private CoordinatesText() {}

    /** The point, perhaps out of range; null where none is found, as in short links, which have none in them. */
    public static @Nullable Coordinates read(String typed) {
        String text = VisibleText.strip(typed);
        if (text.length() > MAX) {
            return null;
        }
        return LINK.matcher(text).matches() ? inLink(text) : written(text);
    }

    /**
     * The point of two fields, perhaps out of range: each has its half, or one has all of it. Letters of directions say which
     * is which, also where they stand in the wrong fields. Null where none is found.
     */
    public static @Nullable Coordinates read(String latitude, String longitude) {
        Coordinates whole = whole(latitude, longitude);
        Coordinates point = whole == null ? read(latitude + ", " + longitude) : whole;
        return point == null ? Coordinates.of(latitude(latitude), longitude(longitude)) : point;
    }

    /** The point that stands in one of two fields as a whole; null where neither has one. Half a point being typed is none. */
    public static @Nullable Coordinates whole(String latitude, String longitude) {
        return Stream.of(latitude, longitude)
                .filter(text -> text.length() <= MAX)
                .filter(text -> LINK.matcher(VisibleText.strip(text)).matches()
                        || OF_TWO.matcher(plain(text)).matches())
                .map(CoordinatesText::read)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    /** A latitude as it stands alone, such as {@code 39.7589° N}, perhaps out of range; null where it is none. */
    public static @Nullable Double latitude(String typed) {
        return alone(typed, "[NS]?");
    }

    /** A longitude as it stands alone, such as {@code W 84.1916}, perhaps out of range; null where it is none. */
    public static @Nullable Double longitude(String typed) {
        return alone(typed, "[EW]?");
    }

    private static @Nullable Double alone(String typed, String directions) {
        if (typed.length() > MAX) {
            return null;
        }
        String plain = VisibleText.strip(plain(typed)).replaceAll("(?<=\\d),(?=\\d)", ".");
        Matcher one = ONE.matcher(plain);
        if (!one.matches()) {
            return null;
        }
        String direction = one.group(1) + one.group(6);
        return direction.matches(directions) ? degrees(one.toMatchResult(), 1, direction) : null;
    }

    private static @Nullable Coordinates inLink(String link) {
        String plain = decoded(link);
        for (Pattern form : IN_LINKS) {
            Matcher found = form.matcher(plain);
            if (found.matches()) {
                return new Coordinates(Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2)));
            }
        }
        return null;
    }

    private static String decoded(String link) {
        try {
            return URLDecoder.decode(link, UTF_8);
        } catch (IllegalArgumentException e) {
            return link;
        }
    }

    private static @Nullable Coordinates written(String text) {
        String plain = plain(text);
        Coordinates point = parted(plain);
        // decimals as in most of Europe
        return point != null ? point : parted(plain.replaceAll("(?<=\\d),(?=\\d)", "."));
    }

    private static @Nullable Coordinates parted(String plain) {
        return TWO.stream()
                .map(form -> form.matcher(plain))
                .filter(Matcher::matches)
                .map(two -> point(two.toMatchResult()))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    private static String plain(String text) {
        String marked = text.toUpperCase(Locale.ROOT)
                .replaceAll("[−–‒]", "-")
                .replaceAll("[′’‘´`]", "'")
                .replaceAll("[″“”]", "\"")
                .replaceAll("[º˚]|(?<=\\d)\\s*DEG(?:REES)?", "°")
                .replaceAll("\\b(?:LATITUDE|LONGITUDE|LAT|LONG|LON|LNG)\\b\\s*[:=]?", " ")
                .replaceAll("\\b(N|S)(?:ORTH|OUTH)\\b|\\b(E|W)(?:AST|EST)\\b", "$1$2")
                .replaceAll("[()\\[\\]\\p{Z}\\s]+", " ");
        String seconds = BARE_SECONDS.matcher(VisibleText.strip(marked)).replaceAll("$1°$2'$3\"");
        return BARE_MINUTES.matcher(seconds).replaceAll("$1°$2'");
    }

    /** Null where minutes or seconds are too many, or both go the same way. */
    private static @Nullable Coordinates point(MatchResult two) {
        String one = two.group(1) + two.group(6);
        String other = two.group(7) + two.group(12);
        Double first = degrees(two, 1, one);
        Double second = degrees(two, 7, other);
        boolean eastFirst = one.matches("[EW]");
        boolean northSecond = other.matches("[NS]");
        boolean named = !one.isEmpty() && !other.isEmpty();
        if (first == null || second == null || named && eastFirst != northSecond) {
            return null;
        }
        return eastFirst || northSecond ? new Coordinates(second, first) : new Coordinates(first, second);
    }

    private static @Nullable Double degrees(MatchResult two, int from, String direction) {
        BigDecimal value = new BigDecimal(two.group(from + 2));
        for (int part = 1; part <= 2; part++) {
            String text = two.group(from + 2 + part);
            BigDecimal number = text == null ? BigDecimal.ZERO : new BigDecimal(text);
            if (number.compareTo(SIXTY) >= 0) {
                return null;
            }
            if (number.signum() > 0) {
                value = value.add(number.divide(SIXTY.pow(part), MathContext.DECIMAL64));
            }
        }
        boolean calculated = two.group(from + 3) != null;
        value = calculated && value.scale() > MOST_DIGITS ? value.setScale(DIGITS, RoundingMode.HALF_UP) : value;
        boolean negative = two.group(from + 1).equals("-") || direction.matches("[SW]");
        return negative ? value.negate().doubleValue() : value.doubleValue();
    }
}

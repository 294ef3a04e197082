package org.callboard.addresses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.addresses.StreetTokens.Token;
import org.jspecify.annotations.Nullable;

/** Reads the name of a numbered road from left to right: qualifiers, state, class, number, qualifiers. */
final class RoadReader {

    private static final Map<String, String> QUALIFIERS = Map.ofEntries(
            Map.entry("old", "Old"),
            Map.entry("business", "Business"),
            Map.entry("bus", "Business"),
            Map.entry("alternate", "Alternate"),
            Map.entry("alt", "Alternate"),
            Map.entry("bypass", "Bypass"),
            Map.entry("byp", "Bypass"),
            Map.entry("spur", "Spur"),
            Map.entry("loop", "Loop"),
            Map.entry("truck", "Truck"),
            Map.entry("scenic", "Scenic"));

    private static final Map<String, String> WAYS = Map.of(
            "road", "Road",
            "rd", "Road",
            "highway", "Highway",
            "hwy", "Highway",
            "hiway", "Highway",
            "route", "Route",
            "rte", "Route",
            "rt", "Route");

    private record Known(RoadClass of, String written) {}

    private static final Map<String, Known> SHORT = Map.ofEntries(
            Map.entry("i", new Known(RoadClass.Interstate, "Interstate")),
            Map.entry("ih", new Known(RoadClass.Interstate, "Interstate")),
            Map.entry("interstate", new Known(RoadClass.Interstate, "Interstate")),
            Map.entry("us", new Known(RoadClass.Us, "US Highway")),
            Map.entry("sr", new Known(RoadClass.State, "State Route")),
            Map.entry("srt", new Known(RoadClass.State, "State Route")),
            Map.entry("sh", new Known(RoadClass.State, "State Highway")),
            Map.entry("sth", new Known(RoadClass.State, "State Highway")),
            Map.entry("cr", new Known(RoadClass.County, "County Road")),
            Map.entry("county", new Known(RoadClass.County, "County Road")),
            Map.entry("cth", new Known(RoadClass.County, "County Highway")),
            Map.entry("tsr", new Known(RoadClass.Township, "Township Road")),
            Map.entry("fm", new Known(RoadClass.FarmToMarket, "FM")),
            Map.entry("rm", new Known(RoadClass.Ranch, "RM")),
            Map.entry("highway", new Known(RoadClass.Plain, "Highway")),
            Map.entry("hwy", new Known(RoadClass.Plain, "Highway")),
            Map.entry("hiway", new Known(RoadClass.Plain, "Highway")),
            Map.entry("route", new Known(RoadClass.Plain, "Route")),
            Map.entry("rte", new Known(RoadClass.Plain, "Route")),
            Map.entry("rt", new Known(RoadClass.Plain, "Route")));

    private static final Map<String, Known> WITH_A_WAY = Map.ofEntries(
            Map.entry("us", new Known(RoadClass.Us, "US")),
            Map.entry("interstate", new Known(RoadClass.Interstate, "")),
            Map.entry("state", new Known(RoadClass.State, "State")),
            Map.entry("st", new Known(RoadClass.State, "State")),
            Map.entry("county", new Known(RoadClass.County, "County")),
            Map.entry("cnty", new Known(RoadClass.County, "County")),
            Map.entry("cty", new Known(RoadClass.County, "County")),
            Map.entry("co", new Known(RoadClass.County, "County")),
            Map.entry("township", new Known(RoadClass.Township, "Township")),
            Map.entry("twp", new Known(RoadClass.Township, "Township")),
            Map.entry("parish", new Known(RoadClass.Parish, "Parish")),
            Map.entry("ranch", new Known(RoadClass.Ranch, "Ranch")),
            Map.entry("farm", new Known(RoadClass.Farm, "Farm")),
            Map.entry("forest", new Known(RoadClass.Forest, "Forest")),
            Map.entry("private", new Known(RoadClass.Private, "Private")));

    private static final Pattern JOINED =
            Pattern.compile("(i|ih|us|sr|sh|sth|cr|cth|fm|rm|hwy|rt|rte|[a-z]{2})(-?)" + "([0-9]+[a-z]?)");
    private static final Pattern NUMBER = Pattern.compile("[a-z]?[0-9]+(?:-?[a-z]|-[0-9]+)?");
    private static final Pattern LETTERS = Pattern.compile("[a-z]{1,2}");

    private final List<Token> line;
    private int at;
    private final Set<String> qualifiers = new TreeSet<>();
    private final List<String> standard = new ArrayList<>();

    RoadReader(List<Token> line, int start) {
        this.line = line;
        this.at = start;
    }

    private String word(int i) {
        return i < line.size() ? line.get(i).word() : "";
    }

    private void qualify() {
        for (String found = QUALIFIERS.get(word(at)); found != null; found = QUALIFIERS.get(word(at))) {
            qualifiers.add(found);
            standard.add(found);
            at++;
        }
    }

    /** The road whose name begins there; null where none does. */
    @Nullable
    NumberedRoad road() {
        qualify();
        Matcher joined = JOINED.matcher(word(at));
        if (joined.matches() && !joined.group(1).equals("rr")) {
            Known known = SHORT.get(joined.group(1));
            if (known == null && !joined.group(2).isEmpty() && isState(joined.group(1))) {
                known = new Known(RoadClass.State, "State Route");
            }
            if (known != null) {
                at++;
                return found(known, joined.group(3));
            }
        }
        int state = state();
        Known known = known(state);
        if (known == null) {
            boolean namedSo = state == 0 && (qualifiers.contains("Loop") || qualifiers.contains("Spur"));
            return namedSo && isNumber(RoadClass.Plain) ? found(new Known(RoadClass.Plain, ""), word(at++)) : null;
        }
        if (line.size() > at && line.get(at).isNumberSign() || word(at).equals("no") || word(at).equals("number")) {
            at++;
        }
        return isNumber(known.of) ? found(known, word(at++).replaceAll("(?<=[0-9])-(?=[a-z])", "")) : null;
    }

    private NumberedRoad found(Known known, String number) {
        if (!known.written.isEmpty()) {
            standard.add(known.written);
        }
        standard.add(number.toUpperCase(Locale.ROOT));
        qualify();
        return new NumberedRoad(known.of, qualifiers, number, String.join(" ", standard), at);
    }

    /** How many words name a state. */
    private int state() {
        if (isState(word(at)) && line.get(at).direction() == null) {
            return 1;
        }
        if (Synonyms.STATE.phrase(word(at)) != null && word(at).length() > 2) {
            return 1;
        }
        return Synonyms.STATE.phrase(word(at) + " " + word(at + 1)) != null ? 2 : 0;
    }

    private static boolean isState(String word) {
        return word.length() == 2 && word.equals(Synonyms.STATE.phrase(word));
    }

    private @Nullable Known known(int state) {
        Known known = roadClass(at + state);
        if (known == null && state > 0 && !SHORT.containsKey(word(at)) && !WITH_A_WAY.containsKey(word(at))) {
            at += state;
            return isNumber(RoadClass.State) ? new Known(RoadClass.State, "State Route") : null;
        }
        if (known == null && state > 0) {
            known = roadClass(at);
        } else if (known != null && state > 0 && known.of == RoadClass.Plain) {
            known = new Known(RoadClass.State, "State " + known.written);
        }
        return known;
    }

    private @Nullable Known roadClass(int from) {
        String first = word(from);
        String second = word(from + 1);
        if (first.equals("farm") || first.equals("ranch")) {
            int to = second.equals("to") ? from + 2 : from + 1;
            if (word(to).equals("market")) {
                at = WAYS.containsKey(word(to + 1)) ? to + 2 : to + 1;
                return SHORT.get(first.equals("farm") ? "fm" : "rm");
            }
        }
        if (first.equals("united") && second.equals("states")) {
            at = WAYS.containsKey(word(from + 2)) ? from + 3 : from + 2;
            return SHORT.get("us");
        }
        Known owner = WITH_A_WAY.get(first);
        String way = WAYS.get(second.equals("trunk") ? word(from + 2) : second);
        if (owner != null && way != null) {
            at = second.equals("trunk") ? from + 3 : from + 2;
            return owner.of == RoadClass.Interstate
                    ? SHORT.get(first)
                    : new Known(
                            owner.of,
                            owner.written + " " + (owner.of == RoadClass.Us && way.equals("Road") ? "Highway" : way));
        }
        Known alone = SHORT.get(first);
        if (alone != null) {
            at = from + 1;
            Known inner = alone.of == RoadClass.Plain ? SHORT.get(word(at)) : null;
            if (inner != null && inner.of != RoadClass.Plain) {
                at++;
                return inner;
            }
            if (WAYS.containsKey(word(at)) && TextNormalizer.hasDigit(word(at + 1))) {
                at++; // FM Road 1960
            }
        }
        return alone;
    }

    private boolean isNumber(RoadClass of) {
        if (at >= line.size()) {
            return false;
        }
        Token token = line.get(at);
        if (NUMBER.matcher(token.word()).matches()) {
            return !token.isOrdinal();
        }
        return of == RoadClass.County
                && LETTERS.matcher(token.word()).matches()
                && token.type() == null
                && (token.isLetter() || token.direction() == null)
                && !Synonyms.DESIGNATOR.contains(token.word());
    }
}

package org.callboard.addresses;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.addresses.ParsedAddress.Kind;
import org.callboard.addresses.StreetTokens.Token;
import org.callboard.addresses.UnitFinder.Found;
import org.jspecify.annotations.Nullable;

/**
 * Reads postal addresses as people write them: by position and by the words of USPS Publication 28. What it can't read
 * stays as words that are compared in their order.
 */
public final class AddressParser {

    private static final Pattern UNIT_AND_DOOR = Pattern.compile("([0-9]{1,4}[a-z]?|[a-z])-([0-9]+[a-z]?)");

    /**
     * An address is compared, matched and made findable, each of which reads it, and a customer and the customer's location
     * have the same one.
     */
    private static final ReadOfLate<Address, ParsedAddress> READ = new ReadOfLate<>(8192);

    private final List<UnitPart> units = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private final @Nullable String country;
    private @Nullable Door door;

    private AddressParser(@Nullable String country) {
        this.country = country;
    }

    public static ParsedAddress parse(Address address) {
        return READ.get(address, AddressParser::read);
    }

    private static ParsedAddress read(Address address) {
        return parse(
                address.street(), address.unit(), address.city(), address.state(), address.zip(), address.country());
    }

    /** The postcode alone as addresses are compared by it, without reading the rest; empty where there is none. */
    public static String postcode(Address address) {
        return CountryRules.postcode(address.zip(), CountryRules.code(address.country()));
    }

    /** Reads what is known of an address; what is not known is null or blank. */
    public static ParsedAddress parse(
            @Nullable String street,
            @Nullable String unit,
            @Nullable String city,
            @Nullable String state,
            @Nullable String zip,
            @Nullable String country) {
        String code = CountryRules.code(country);
        String postcode = CountryRules.postcode(zip, code);
        ParsedAddress.Typed typed =
                new ParsedAddress.Typed(text(street), unit, text(city), text(state), text(zip), text(country));
        String known = code == null ? CountryRules.ofPostcode(postcode) : code;
        return new AddressParser(known).parse(typed, postcode);
    }

    private ParsedAddress parse(ParsedAddress.Typed typed, String postcode) {
        List<List<Token>> lines = StreetTokens.of(typed.street());
        List<List<Token>> inUnit = StreetTokens.of(typed.unit());
        List<Token> street = joined(lines.stream());
        DeliveryBox box =
                inUnit.isEmpty() ? null : DeliveryBox.in(joined(Stream.concat(lines.stream(), inUnit.stream())));
        if (box == null) {
            box = DeliveryBox.in(street);
        } else {
            inUnit = List.of();
        }
        StreetName name = StreetName.of(box == null ? main(lines) : List.of());
        inUnit.forEach(this::lineOfUnit);
        Kind kind = box != null ? box.kind() : ParsedAddress.isMilitary(typed) ? Kind.Military : Kind.Street;
        List<UnitPart> once = new ArrayList<>();
        units.forEach(part -> {
            if (once.stream().noneMatch(part::isLike)) {
                once.add(part);
            }
        });
        return new ParsedAddress(
                kind, typed, box, door, name, List.copyOf(once), String.join(", ", rest), postcode, country);
    }

    private void lineOfUnit(List<Token> line) {
        List<UnitPart> found = UnitFinder.all(line);
        units.addAll(found.isEmpty() ? List.of(new UnitPart("", text(line))) : found);
    }

    private void furtherLine(List<Token> line) {
        List<UnitPart> found = UnitFinder.all(line);
        if (found.isEmpty()) {
            rest.add(text(line));
        } else {
            units.addAll(found);
        }
    }

    /** The words of the street's name. What stands in front of the line with the house number, and behind it, is no street. */
    private List<Token> main(List<List<Token>> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        int at = 0;
        while (at + 1 < lines.size()
                && Door.at(lines.get(at)) == null
                && Door.at(lines.get(at + 1)) != null
                && UnitFinder.all(lines.get(at + 1)).isEmpty()) {
            furtherLine(lines.get(at++));
        }
        List<Token> main = lines.get(at++);
        if (main.size() == 1 && main.getFirst().hasDigit() && at < lines.size()) {
            main = joined(Stream.of(main, lines.get(at++)));
        }
        List<Token> name = name(withoutUnitInFront(main));
        lines.subList(at, lines.size()).forEach(this::furtherLine);
        return name;
    }

    private List<Token> withoutUnitInFront(List<Token> line) {
        Found front = UnitFinder.at(line, 0, false);
        List<Token> behind = line.subList(front.end(), line.size());
        Door number = front.units().isEmpty() ? null : Door.at(behind);
        if (number != null && behind.size() > number.end()) {
            units.addAll(front.units());
            return behind;
        }
        return line.getFirst().isNumberSign() && line.size() > 2 ? line.subList(1, line.size()) : line;
    }

    private List<Token> name(List<Token> line) {
        door = Door.at(line);
        if (door == null || door.end() == line.size()) {
            door = null;
            return line;
        }
        if (CountryRules.CANADA.equals(country)) {
            Matcher both = UNIT_AND_DOOR.matcher(line.getFirst().word());
            if (both.matches()) {
                units.add(new UnitPart("number", both.group(1)));
                door = new Door(both.group(2), both.group(2), door.end());
            }
        }
        List<Token> name = line.subList(door.end(), line.size());
        int unit = unit(name);
        return unit < 0 ? name : name.subList(0, unit);
    }

    /** Where the units of a line begin, and notes them; negative where it has none. */
    private int unit(List<Token> name) {
        int first = StreetName.shortest(name);
        for (int i = first; i < name.size(); i++) {
            Found found = UnitFinder.at(name, i, StreetName.mayEnd(name, i));
            Token last = name.getLast();
            boolean whole = found.end() == name.size();
            if (!found.units().isEmpty() && (whole || last.type() == null && last.direction() == null)) {
                units.addAll(found.units());
                if (!whole) {
                    rest.add(text(name.subList(found.end(), name.size())));
                }
                return i;
            }
        }
        int at = name.size() - 1;
        Token last = name.get(Math.max(at, 0));
        boolean identifies = last.isLetter() && last.direction() == null
                || last.hasDigit() && !last.isOrdinal() && !UnitFinder.isPostcode(last);
        if (at > first && identifies && NumberedRoad.in(name) == null && StreetName.mayEnd(name, at)) {
            units.add(new UnitPart("number", last.text()));
            return at;
        }
        return -1;
    }

    private static List<Token> joined(Stream<List<Token>> lines) {
        return lines.flatMap(List::stream).toList();
    }

    private static String text(List<Token> line) {
        return String.join(" ", line.stream().map(Token::text).toList());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

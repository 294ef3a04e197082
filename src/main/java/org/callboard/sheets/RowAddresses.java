package org.callboard.sheets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.OneLineAddress;
import org.callboard.sheets.ColumnField.AddressGroup;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a row, each taken whole: never the street of one and the city of another. Empty is what the row leaves
 * out of it.
 *
 * @param own the customer's: the billing address, else the mailing address, else the first of the places
 * @param places where work is done, the service address first; at least one, none of them twice
 */
public record RowAddresses(Address own, List<Place> places) {

    /**
     * A place of the row.
     *
     * @param name what it is called there
     */
    public record Place(@Nullable String name, Address address) {}

    private static final List<String> OWN = List.of(AddressGroup.billing.name(), AddressGroup.mailing.name());
    private static final Pattern DIGIT = Pattern.compile("\\d");

    /** The one of somebody who has but one. */
    public Address first() {
        return places.getFirst().address();
    }

    /** Those of a row; one without a street counts only where no other has one. */
    static RowAddresses of(RowCells cells, String country) {
        Map<String, Place> known = new TreeMap<>(ColumnField.byRank());
        for (String group : cells.addressGroups()) {
            known.put(group, new Place(cells.text(ImportField.locationName, group), address(cells, group, country)));
        }
        Map<String, Place> placed = new TreeMap<>(known);
        placed.values().removeIf(place -> place.address().street().isEmpty());
        if (placed.isEmpty()) {
            Place half =
                    known.values().stream().findFirst().orElseGet(() -> new Place(null, address(cells, "", country)));
            return new RowAddresses(half.address(), List.of(half));
        }
        Place first = placed.values().iterator().next();
        Place own = Stream.concat(OWN.stream(), placed.keySet().stream().filter(cells::isBilling))
                .map(placed::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(first);
        Map<String, Place> served = new TreeMap<>(placed);
        served.keySet().removeAll(OWN);
        List<Place> places = once(served.isEmpty() ? List.of(own) : served.values());
        String name = cells.get(ImportField.locationName);
        boolean named = places.getFirst().name() != null;
        return new RowAddresses(
                own.address(),
                places.size() > 1 || named
                        ? places
                        : List.of(new Place(name, places.getFirst().address())));
    }

    private static List<Place> once(Collection<Place> places) {
        Map<String, Place> once = new LinkedHashMap<>();
        for (Place place : places) {
            String key = places.size() == 1
                    ? ""
                    : AddressParser.parse(place.address()).standardKey();
            once.putIfAbsent(key, place);
        }
        return List.copyOf(once.values());
    }

    /** An address of the row, which may stand in one cell or in lines below one another. */
    private static Address address(RowCells cells, String group, String country) {
        String street = street(cells, group);
        String unit = cells.text(ImportField.unit, group);
        String named = Objects.requireNonNullElse(cells.text(ImportField.country, group), country);
        boolean parted = Stream.of(ImportField.city, ImportField.state, ImportField.zip)
                .anyMatch(field -> cells.text(field, group) != null);
        String state = orEmpty(cells.text(ImportField.state, group));
        String typed = cells.text(ImportField.zip, group);
        List<String> warnings = new ArrayList<>();
        CellRepair.Zip zip =
                typed == null ? new CellRepair.Zip("", null) : CellRepair.zip(typed, state, named, warnings);
        Address whole = parted ? null : OneLineAddress.part(street);
        Address address = whole == null
                ? new Address(
                        street,
                        unit,
                        orEmpty(cells.text(ImportField.city, group)),
                        state.isEmpty() && zip.state() != null ? zip.state() : state,
                        zip.text(),
                        named)
                : new Address(
                        whole.street(),
                        unit,
                        whole.city(),
                        whole.state(),
                        whole.zip(),
                        whole.country().isEmpty() ? named : whole.country());
        warnings.forEach(cells::warn);
        return address;
    }

    /** In an address that is written in lines, names may stand above the street. */
    private static String street(RowCells cells, String group) {
        List<String> all = cells.all(ImportField.street, group);
        if (all.size() == 1 && VisibleText.isPlain(all.getFirst())) {
            return VisibleText.strip(all.getFirst());
        }
        List<String> lines = all.stream()
                .flatMap(String::lines)
                .filter(VisibleText::in)
                .map(VisibleText::strip)
                .toList();
        int names = (int)
                lines.stream().takeWhile(line -> !DIGIT.matcher(line).find()).count();
        if (names == lines.size()) {
            return String.join(", ", lines);
        }
        lines.stream()
                .limit(names)
                .filter(line -> !cells.names().names(line))
                .forEach(line -> cells.warn("“" + line + "” stands above the street and is left out."));
        return String.join(", ", lines.subList(names, lines.size()));
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}

package org.callboard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.contactpoints.ContactType;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the world knows it: name, places, and how to reach it. Always the same for the same number.
 *
 * @param places at least one; the first is where the customer is
 */
record Household(String name, String family, List<Place> places, List<Reach> reaches) {

    /** @param at null where nobody has looked the address up */
    record Place(Address address, @Nullable Coordinates at) {}

    /** Now and then somebody is put on record a second time, typed a little differently. */
    private static final double AGAIN = 0.015;

    private static final int RECENT = 5000;

    /** @param again the number of the customer who is on record a second time; null for somebody new */
    private record Drawn(
            Household household, Draw draw, @Nullable Long again) {}

    static Household of(Pools pools, Shapes shapes, long company, long number) {
        Drawn drawn = drawn(pools, shapes, company, number);
        Long other = drawn.again;
        return other == null
                ? drawn.household
                : drawn.household.as(draw(pools, shapes.of(other), skipped(shapes, company, other)), drawn.draw);
    }

    /** Who is on record a second time under a number: the number of the first time; null for somebody new. */
    static @Nullable Long again(Pools pools, Shapes shapes, long company, long number) {
        return drawn(pools, shapes, company, number).again;
    }

    private static Drawn drawn(Pools pools, Shapes shapes, long company, long number) {
        Draw draw = new Draw(shapes.seed(), company, number, 1);
        Shape shape = shapes.of(number);
        boolean again = draw.chance(AGAIN);
        Household household = draw(pools, shape, draw);
        if (!again || number == 0) {
            return new Drawn(household, draw, null);
        }
        long other = number - 1 - draw.below((int) Math.min(number, RECENT));
        boolean alike = shapes.of(other).commercial() == shape.commercial();
        return new Drawn(household, draw, alike ? other : null);
    }

    private static Draw skipped(Shapes shapes, long company, long number) {
        Draw draw = new Draw(shapes.seed(), company, number, 1);
        draw.chance(AGAIN);
        return draw;
    }

    private static Household draw(Pools pools, Shape shape, Draw draw) {
        Pools.Town town = pools.towns.of(draw);
        String family = family(pools, draw);
        String first = pools.firstNames.of(draw);
        String name = shape.commercial() ? company(pools, family, draw) : person(pools, first, family, draw);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < shape.places(); i++) {
            places.add(place(pools, i == 0 || draw.chance(0.8) ? town : pools.towns.of(draw), shape, draw));
        }
        List<Reach> reaches = new ArrayList<>();
        for (int i = 0; i < shape.contacts(); i++) {
            boolean mail = i == 1 ? draw.chance(0.75) : i > 1 && draw.chance(0.3);
            reaches.add(
                    mail
                            ? Reach.mail(address(pools, shape, i, name, first, family, draw))
                            : Reach.number(
                                    type(shape, i, draw),
                                    Reach.digits(town.areaCodes(), draw),
                                    shape.commercial(),
                                    draw));
        }
        return new Household(name, family, places, reaches);
    }

    /** The same people once more: the number typed in another way, mostly the same door. */
    private Household as(Household known, Draw draw) {
        List<Reach> same = new ArrayList<>(reaches);
        Reach number = known.reaches.getFirst();
        same.set(0, Reach.number(number.type(), number.form().substring(2), false, draw));
        List<Place> there = new ArrayList<>(places);
        if (draw.chance(0.7)) {
            there.set(0, known.places.getFirst());
        }
        String typed = draw.chance(0.5) ? known.name : known.name.toUpperCase(Locale.ROOT);
        return new Household(typed, known.family, there, same);
    }

    private static String family(Pools pools, Draw draw) {
        return draw.chance(0.72)
                ? pools.lastNames.of(draw)
                : draw.of(pools.nameBeginnings) + draw.of(pools.nameEndings);
    }

    private static String person(Pools pools, String first, String family, Draw draw) {
        return switch (draw.below(40)) {
            case 0, 1 -> first + " & " + pools.firstNames.of(draw) + " " + family;
            case 2, 3 -> first + " " + (char) ('A' + draw.below(26)) + " " + family;
            case 4 -> family + ", " + first;
            case 5 -> first + " " + family + "-" + pools.lastNames.of(draw);
            default -> first + " " + family;
        };
    }

    private static String company(Pools pools, String family, Draw draw) {
        String name =
                (draw.chance(0.45) ? family : draw.of(pools.companyBeginnings)) + " " + pools.companyTrades.of(draw);
        return draw.chance(0.4) ? name + " " + pools.companyEndings.of(draw) : name;
    }

    private static Place place(Pools pools, Pools.Town town, Shape shape, Draw draw) {
        String direction = draw.chance(0.1) ? draw.of(List.of("N ", "S ", "E ", "W ")) : "";
        Pools.Suffix suffix = pools.suffixes.of(draw);
        String ending = draw.chance(0.7) ? suffix.brief() : draw.chance(0.7) ? suffix.full() : suffix.brief() + ".";
        int door = (int) Math.exp(Math.log(9_900) * Math.pow(draw.unit(), 0.6));
        String street = door + " " + direction + pools.streets.of(draw) + " " + ending;
        String unit = null;
        if (draw.chance(shape.commercial() ? 0.3 : 0.12)) {
            unit = (shape.commercial() ? pools.suites : pools.units)
                    .of(draw)
                    .replace("%d", Integer.toString(draw.between(1, draw.chance(0.6) ? 24 : 420)));
        }
        Address address =
                new Address(street, unit, town.name(), town.state(), town.zips().of(draw), "USA");
        Coordinates at = new Coordinates(
                micro(town.latitude() + draw.around() * 0.03), micro(town.longitude() + draw.around() * 0.04));
        return new Place(address, draw.chance(0.85) ? at : null);
    }

    private static double micro(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private static ContactType type(Shape shape, int place, Draw draw) {
        if (shape.commercial()) {
            return place > 1 && draw.chance(0.2) ? ContactType.Fax : ContactType.Phone;
        }
        return draw.chance(place == 0 ? 0.7 : 0.5) ? ContactType.MobilePhone : ContactType.Phone;
    }

    private static String address(
            Pools pools, Shape shape, int place, String name, String first, String family, Draw draw) {
        if (shape.commercial()) {
            return List.of("office", "info", "service", "billing").get(place) + "@" + plain(name) + ".example";
        }
        String mailbox = switch (draw.below(6)) {
            case 0 -> first + "." + family;
            case 1 -> first.charAt(0) + family + draw.below(100);
            case 2 -> family + draw.between(40, 99);
            case 3 -> first + family.charAt(0) + draw.below(1000);
            default -> first + "." + family + draw.below(100);
        };
        String typed = draw.chance(0.05) ? mailbox : mailbox.toLowerCase(Locale.ROOT);
        return typed.replace("'", "") + "@" + pools.mailDomains.of(draw);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}

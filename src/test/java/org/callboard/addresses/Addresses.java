package org.callboard.addresses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Addresses to try what compares, finds and keeps apart. */
public final class Addresses {

    /** Two addresses and what they have in common. */
    public record Pair(Likeness likeness, Address one, Address other) {}

    /** An address and the point that its city or county publishes for it. */
    public record Located(Address address, Coordinates at) {}

    private Addresses() {}

    /** Those that every way of comparing addresses is held to. */
    public static List<Pair> pairs() {
        return lines("likeness.txt").stream()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .map(line -> line.split(" [|] "))
                .map(parts -> new Pair(Likeness.valueOf(parts[0]), address(parts[1]), address(parts[2])))
                .toList();
    }

    /** Real ones of sixteen states. */
    public static List<Address> real() {
        return located().stream().map(Located::address).toList();
    }

    /** The same with their points. */
    public static List<Located> located() {
        return lines("real.tsv").stream()
                .map(line -> line.split("\t", -1))
                .map(cell -> new Located(
                        new Address(cell[0], cell[1].isEmpty() ? null : cell[1], cell[2], cell[3], cell[4], "USA"),
                        new Coordinates(Double.parseDouble(cell[5]), Double.parseDouble(cell[6]))))
                .toList();
    }

    /** {@code 12 Oak St + Apt 4 @ 45402 USA}. */
    static Address address(String text) {
        String[] place = text.split(" @ ");
        String[] line = place[0].split(" [+] ");
        String zip = place.length == 1 ? "45402" : place[1].replaceAll(" (USA|Canada|UK|United Kingdom|France)$", "");
        String country = place.length == 1 || zip.equals(place[1]) ? "USA" : place[1].substring(zip.length() + 1);
        return new Address(line[0], line.length > 1 ? line[1] : null, "Dayton", "OH", zip, country);
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Addresses.class.getResourceAsStream("/addresses/" + file))) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

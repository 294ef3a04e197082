package org.callboard.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.search.Findable;
import org.callboard.search.Words;
import org.callboard.testing.Golden;
import org.junit.jupiter.api.Test;

/** A rule that changes must reach what is on record already: its version is raised, and a server that starts reads all again. */
class UnderstandingTest {

    private static final String FILE = "understanding.txt";
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final String ARROW = " => ";

    private static final List<String> PHONES = List.of(
            "937-555-2121",
            "(937) 555-2121",
            "+1 937 555 2121",
            "9375552121",
            "1-937-555-2121",
            "937.555.2121",
            "937-555-2121 / 937-555-2122",
            "937/555-2121",
            "937-555-2121 or 937-555-2122",
            "937-555-2121:::937-555-2122",
            "937-555-2121\n937-555-2122",
            "555-2121/2122",
            "937-555-2121;ext=101",
            "937-555-2121,,101#",
            "(937) 555-8120 x101",
            "(937) 555-8120 ext. 102",
            "937-555-8120 x101 / x102",
            "1-800-FLOWERS",
            "800-PLUMBER",
            "1-800-CONTACTS",
            "1-937-KL5-2121",
            "937-555-2121 Home",
            "Home: 937-555-2121, Cell: 937-555-2122",
            "call 937-555-2121 after 5",
            "Next door 937-555-2121",
            "937-555-2121 Apt 12",
            "9375552121.0",
            "p:+19375552121",
            "tel:+1-937-555-2121",
            "555-2121",
            "111-111-1111",
            "123-456-7890",
            "937-000-0000",
            "911",
            "12345",
            "12345 ask for Jo",
            "asdf",
            "+49 30 123456",
            "+44 20 7946 0958",
            "٩٣٧٥٥٥٢١٢١",
            "\u00a0937\u00a0555\u00a02121\u200b",
            "al@example.com",
            "937-555-2121 / al@example.com",
            "0000000000");

    private static final List<String> EMAILS = List.of(
            "al@example.com",
            "AL@Example.com",
            "\"al@example.com\"",
            "<al@example.com>",
            "Al <al@example.com>",
            "mailto:al@example.com",
            "al@example.com, bo@example.com",
            "a@example.com; b@example.com",
            "al.b@example.com",
            "alb@example.com",
            "al+crm@example.com",
            "al@example,com",
            "al@localhost",
            "noemail@noemail.com",
            "na@acme.com",
            "none@none.com",
            "al@\u200bexample.com\u00a0",
            "ann o@example.com",
            "asdf",
            "937-555-2121");

    private static final List<String> NAMES = List.of(
            "Uma One",
            "Zoë Müller-Smith",
            "O'Brien & Sons, LLC",
            "DeSoto Heating",
            "王小明",
            "नमस्‍ते",
            "A. Lovelace",
            "3M",
            "van der Berg",
            "Smith Smith");

    /** Places, one written in a way of its country. */
    private static final List<String> PLACES = List.of(
            "Dayton|OH|45402|USA", "Toronto|ON|K1A 0B1|Canada", "London||SW1A 1AA|United Kingdom", "APO|AE|09012|US");

    @Test
    void whoChangesARuleRaisesTheVersion() throws IOException {
        Map<String, String> now = new LinkedHashMap<>();
        PHONES.forEach(value -> now.put("phone " + shown(value), contact(ContactType.Phone, value)));
        EMAILS.forEach(value -> now.put("e-mail " + shown(value), contact(ContactType.Email, value)));
        NAMES.forEach(name -> now.put("name " + name, words(name, new Address("", null, "", "", "", ""))));
        for (String place : PLACES) {
            String[] parts = place.split("\\|", -1);
            now.put(
                    "place " + place,
                    words("", new Address("12 Oak St", null, parts[0], parts[1], parts[2], parts[3])));
        }
        streets().forEach(street -> now.put("street " + street, words("", address(street))));

        Path file = RESOURCES.resolve("golden").resolve(FILE);
        List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of("version 0");
        boolean raised = !before.getFirst().equals("version " + Understanding.VERSION);
        assertThat(before.stream()
                        .filter(line -> line.contains(ARROW))
                        .filter(line -> now.containsKey(line.split(ARROW, 2)[0]))
                        .filter(line ->
                                !line.equals(line.split(ARROW, 2)[0] + ARROW + now.get(line.split(ARROW, 2)[0])))
                        .filter(line -> !raised))
                .as("these are understood in another way now: raise Understanding.VERSION, and accept the file")
                .isEmpty();
        List<String> lines = new ArrayList<>(List.of("version " + Understanding.VERSION));
        now.forEach((input, result) -> lines.add(input + ARROW + result));
        assertThat(lines).hasSizeGreaterThan(250);
        Golden.check(FILE, lines, UnderstandingTest.class);
    }

    /** Streets that tests of their own compare, and real ones. */
    private static List<String> streets() throws IOException {
        List<String> streets = new ArrayList<>();
        for (String line : Files.readAllLines(RESOURCES.resolve("addresses/likeness.txt"))) {
            if (line.contains(" | ")) {
                streets.add(line.split(" \\| ")[1]);
            }
        }
        List<String> real = Files.readAllLines(RESOURCES.resolve("addresses/real.tsv"));
        for (int i = 0; i < real.size(); i += 30) {
            String[] cells = real.get(i).split("\t");
            streets.add(cells[0] + (cells[1].isEmpty() ? "" : " + " + cells[1]));
        }
        return streets.stream().distinct().toList();
    }

    private static Address address(String street) {
        String[] parts = street.split(" @ ")[0].split(" \\+ ", 2);
        return new Address(parts[0], parts.length > 1 ? parts[1] : null, "", "", "", "");
    }

    private static String contact(ContactType type, String value) {
        return ContactParser.of(type, value, "US").all().stream()
                .map(one -> one.kind() + " " + one.identity() + (one.attaches() ? "" : " (anybody's)"))
                .collect(Collectors.joining(", "));
    }

    private static String words(String name, Address address) {
        return Words.of(new Findable(name, address)).stream()
                .map(word -> word.field() + ":" + word.text())
                .collect(Collectors.joining(" | "));
    }

    private static String shown(String value) {
        return value.replace("\n", "\\n").replace("\u00a0", "\\u00a0").replace("\u200b", "\\u200b");
    }
}

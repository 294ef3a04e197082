package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Addresses;
import org.callboard.addresses.Addresses.Pair;
import org.callboard.addresses.Likeness;
import org.callboard.testing.Documents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows of a list are compared with each other and with what is on record as addresses are compared everywhere. */
class SameAddressTest {

    private static final List<Pair> PAIRS = Addresses.pairs();

    private final Desk desk = new Desk();

    private static String name(int pair) {
        String first = String.valueOf((char) ('u' + pair / 20)).repeat(4);
        return first + " " + String.valueOf((char) ('a' + pair % 20)).repeat(4);
    }

    private static String line(String name, Address address) {
        return "%s,\"%s\",\"%s\",%s,%s,%s,%s%n"
                .formatted(
                        name,
                        address.street(),
                        address.unit() == null ? "" : address.unit(),
                        address.city(),
                        address.state(),
                        address.zip(),
                        address.country());
    }

    private static String list(Function<Pair, List<Address>> addresses) {
        StringBuilder list = new StringBuilder("Name,Street,Unit,City,State,ZIP,Country\n");
        for (int i = 0; i < PAIRS.size(); i++) {
            for (Address address : addresses.apply(PAIRS.get(i))) {
                list.append(line(name(i), address));
            }
        }
        return list.toString();
    }

    private List<String> outcomes(long id) {
        return desk.rows(id, "pageSize=500").stream()
                .map(row -> row.get("outcome").stringValue())
                .toList();
    }

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(desk.tenant);
    }

    @Test
    void aRowIsThereTwiceHoweverItsAddressIsWritten() {
        long id = desk.done("kind=Customers&dryRun=true", list(pair -> List.of(pair.one(), pair.other())));
        List<String> expected = new ArrayList<>();
        for (Pair pair : PAIRS) {
            boolean twice = AddressParser.parse(pair.one())
                    .standardKey()
                    .equals(AddressParser.parse(pair.other()).standardKey());
            expected.add("New");
            expected.add(twice ? "Twice" : "New");
        }
        assertThat(outcomes(id)).isEqualTo(expected).contains("Twice");
        String rows = "Name,Street,City,State,ZIP\n"
                + "Ada Ames,24 Wayne Ave,Dayton,OH,45402\n"
                + "Ada Ames,24 Wayne Avenue,Dayton,OH,45402\n"
                + "Ada Ames,24 Wayne Ave.,Dayton,Ohio,45402-1234\n";
        for (String kind : List.of("kind=Customers", desk.forLeads())) {
            assertThat(outcomes(desk.done(kind + "&dryRun=true", rows))).containsExactly("New", "Twice", "Twice");
        }
    }

    /** What is only perhaps the same address leaves no row out. */
    @Test
    void aRowMatchesWhoIsOnRecordAtTheSameAddressAlone() {
        matches(Pair::one, Pair::other);
    }

    @Test
    void aRowMatchesTheOtherWayRound() {
        matches(Pair::other, Pair::one);
    }

    private void matches(Function<Pair, Address> known, Function<Pair, Address> row) {
        desk.done("kind=Customers", list(pair -> List.of(known.apply(pair))));
        long id = desk.done("kind=Customers&dryRun=true", list(pair -> List.of(row.apply(pair))));
        List<String> outcomes = outcomes(id);
        for (int i = 0; i < PAIRS.size(); i++) {
            Pair pair = PAIRS.get(i);
            assertThat(outcomes.get(i))
                    .as(pair.toString())
                    .isEqualTo(pair.likeness() == Likeness.Same ? "Match" : "New");
        }
    }

    @Test
    void anAddressInOneCellIsParted() {
        String rows = "Name,Address\n"
                + "Ada Ames,\"24 Wayne Ave, Dayton, OH 45402\"\n"
                + "Ada Ames,\"24 Wayne Avenue\nDayton OH 45402\"\n"
                + "Bob Bean,12 Oak St\n";
        for (String kind : List.of("kind=Customers", desk.forLeads())) {
            assertThat(outcomes(desk.done(kind + "&dryRun=true", rows)))
                    .as(kind)
                    .containsExactly("New", "Twice", kind.contains("Customers") ? "Wrong" : "New");
        }
    }
}

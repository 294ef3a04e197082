package org.callboard.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Addresses;
import org.callboard.addresses.Likeness;
import org.callboard.matches.LikelyMatches;
import org.callboard.testing.Api;
import org.callboard.testing.Contract;
import org.callboard.testing.Office;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs find by the filters of the lists, and what they are told of a new record that may be there already. */
class FindingByApiTest {

    private final Office office = new Office();

    private JsonNode make(String name, String street, String contacts) {
        String address = Office.ADDRESS.replace("12 Oak St", street);
        return ok(office.api.post(office.customers, """
                {"name":"%1$s","address":%2$s,"contacts":[%3$s],"locations":[{"name":"%1$s","address":%2$s}]}
                """.formatted(name, address, contacts)));
    }

    private long customer(String name, String street, String contacts) {
        return make(name, street, contacts).get("id").longValue();
    }

    private static String phone(String value) {
        return "{\"type\":\"MobilePhone\",\"value\":\"" + value + "\"}";
    }

    private static String email(String value) {
        return "{\"type\":\"Email\",\"value\":\"" + value + "\"}";
    }

    private List<Long> listed(String query) {
        return office.ids(office.customers + "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void theFiltersOfListsAnswerWhatAPersonMeans() {
        long zoe = customer("Zoë Müller-Smith", "14 N. Bend Blvd. #4", phone("(937) 555-0142"));
        String unit = Office.ADDRESS.replace("\"unit\":null", "\"unit\":\"Unit 4\"");
        long ann = ok(office.api.post(office.customers, """
                {"name":"Anna O'Brien","address":%1$s,"locations":[{"name":"Home","address":%1$s}]}""".formatted(unit)))
                .get("id")
                .longValue();
        for (String name : List.of("muller", "MÜLL", "smith zoe", "zoe", "mueller")) {
            assertThat(listed("name=" + encoded(name))).as(name).containsExactly(zoe);
        }
        assertThat(listed("name=ann")).containsExactly(ann);
        assertThat(listed("name=" + encoded("o'brien"))).containsExactly(ann);
        assertThat(listed("name=brien")).containsExactly(ann);
        assertThat(listed("name=" + encoded("nna")))
                .as("anywhere, as no word begins so")
                .containsExactly(ann);
        assertThat(listed("name=" + encoded("ÜLL"))).containsExactly(zoe);
        assertThat(listed("name=" + encoded("ith zoe"))).containsExactly(zoe);
        assertThat(listed("name=" + encoded("ith ann"))).isEmpty();
        assertThat(listed("name=nobody")).isEmpty();
        for (String street : List.of("14 north bend boulevard", "bend", "14 N Bend Blvd", "BEND blvd", "14")) {
            assertThat(listed("street=" + encoded(street))).as(street).containsExactly(zoe);
        }
        assertThat(listed("street=1")).as("a number is a whole one").isEmpty();
        for (String street : List.of("12 oak st", "12 Oak Street", "oak str")) {
            assertThat(listed("street=" + encoded(street))).as(street).containsExactly(ann);
        }
        for (String four : List.of("4", "#4", "Unit 4", "apt. 4")) {
            assertThat(listed("unit=" + encoded(four)))
                    .as(four + ", in the street's line too")
                    .containsExactly(zoe, ann);
        }
        assertThat(listed("unit=40")).isEmpty();
        long val = customer("Val Two", "4102 Alder St Apt 7", "");
        for (String seven : List.of("7", "Apt 7", "#7")) {
            assertThat(listed("unit=" + encoded(seven))).as(seven).containsExactly(val);
        }
        assertThat(listed("unit=4102")).isEmpty();
        for (String query :
                List.of("city=dayt", "state=ohio", "state=OH", "country=US", "country=United%20States", "zip=454")) {
            assertThat(listed(query)).as(query).containsExactly(zoe, ann, val);
        }
        assertThat(listed("name=ann&street=bend")).isEmpty();
        String locations = office.locations + "?";
        assertThat(office.ids(locations + "name=home&street=oak")).hasSize(1);
        assertThat(office.ids(locations + "customerId=" + zoe + "&state=ohio")).hasSize(1);
    }

    /** The same word may be a name, a street, a town, a state or a ZIP code. */
    @Test
    void aFilterAsksForItsOwnFieldAlone() {
        long named = id("Troy Ky Supply", new Address("1 Main St", "B", "Dayton", "OH", "45402", "USA"));
        long street = id("Ann Lee", new Address("45402 Troy Rd", null, "Xenia", "KY", "42101", "USA"));
        long city = id("Bo Main", new Address("7 Lee Ct", null, "Troy", "ON", "K1A 0B1", "Canada"));
        Map<String, List<Long>> expected = Map.ofEntries(
                Map.entry("name=troy", List.of(named)),
                Map.entry("street=troy", List.of(street)),
                Map.entry("city=troy", List.of(city)),
                Map.entry("name=ky", List.of(named)),
                Map.entry("state=ky", List.of(street)),
                Map.entry("zip=ky", List.of()),
                Map.entry("zip=k", List.of(city)),
                Map.entry("zip=45402", List.of(named)),
                Map.entry("street=45402", List.of(street)),
                Map.entry("state=45402", List.of()),
                Map.entry("unit=b", List.of(named)),
                Map.entry("country=canada", List.of(city)),
                Map.entry("name=canada", List.of()),
                Map.entry("name=main&street=lee", List.of(city)),
                Map.entry("zip=5402", List.of(named)),
                Map.entry("zip=5402&name=lee", List.of()));
        expected.forEach((query, found) -> {
            assertThat(listed(query)).as(query).isEqualTo(found);
            assertThat(listed(query + "&includeTotal=true&sort=-CreatedOn"))
                    .as(query)
                    .isEqualTo(found);
            assertThat(listed(query + "&page=2")).as(query).isEmpty();
        });
    }

    /** Of more records than a look at the first ones can tell, the index gives those that fit. */
    @Test
    void ofManyRecordsTheSameAreFound() {
        for (int i = 0; i < 120; i++) {
            id("Filler " + i, new Address(i + " Filler Rd", null, "Xenia", "OH", "45385", "USA"));
        }
        long man = id("Zoe Oakman", new Address("12 Oak St", null, "Dayton", "OH", "45402-1234", "USA"));
        long wood = id("Al Oak", new Address("12 Oakwood Ave", null, "Dayton", "OH", "45402", "USA"));
        long ley = id("Bo Reed", new Address("12 Oakley Ct", null, "Troy", "OH", "45409", "USA"));
        for (int i = 0; i < 20; i++) {
            id("Elmer" + (char) ('a' + i), new Address("9 Elm Ct", null, "Troy", "OH", "45409", "USA"));
        }
        assertThat(listed("street=12%20oak&zip=45402")).containsExactly(man, wood);
        assertThat(listed("street=12%20oak&zip=4540")).containsExactly(man, wood, ley);
        assertThat(listed("street=12%20oak%20st")).containsExactly(man);
        assertThat(listed("street=12%20oakw&zip=45402")).containsExactly(wood);
        assertThat(listed("street=12%20oak&zip=45409&name=bo")).containsExactly(ley);
        assertThat(listed("name=oak")).containsExactly(man, wood);
        assertThat(listed("name=akma")).as("in the middle").containsExactly(man);
        assertThat(listed("name=elmer")).as("more words than are named").hasSize(20);
        assertThat(listed("name=elmerz")).isEmpty();
    }

    @Test
    void aNameIsFoundHoweverItsPartsAreJoined() {
        long sons = customer("Smith & Sons", "1 Main St", "");
        long spelled = customer("Smith and Sons", "2 Main St", "");
        long anderson = customer("Smith Anderson", "3 Main St", "");
        long ming = customer("王小明", "4 Main St", "");
        for (String name : List.of("Smith & Sons", "smith and sons", "sons & smith")) {
            assertThat(listed("name=" + encoded(name))).as(name).containsExactly(sons, spelled);
        }
        assertThat(listed("name=" + encoded("smith and"))).containsExactly(spelled, anderson);
        for (String name : List.of("小明", "王小", "明", "王小明")) {
            assertThat(listed("name=" + encoded(name))).as(name).containsExactly(ming);
        }
    }

    @Test
    void aChangedNameIsFoundByTheNewWordsAlone() {
        long ada = customer("Ada Lovelace", "1 Main St", "");
        ok(office.api.patch(office.customers + "/" + ada, "{\"name\":\"Ada King\"}"));
        assertThat(listed("name=king")).containsExactly(ada);
        assertThat(listed("name=lovelace")).isEmpty();
        assertThat(listed("name=velace")).isEmpty();
    }

    @Test
    void aNewRecordSaysWhomItMayRepeat() {
        Api api = office.api;
        long ada = customer("Ada Lovelace", "1 Main St", phone("937-555-0142"));
        long bob = customer("Bob Babbage", "2 Main St", email("bob@example.com"));
        Api.Answer first = api.post(
                office.customers, """
                {"name":"A. Lovelace","address":%1$s,"contacts":[%2$s],"locations":[{"name":"x","address":%1$s,"contacts":[%3$s]}]}
                """.formatted(Office.ADDRESS, phone("(937) 555-0142"), email("BOB@example.com")));
        assertThat(Contract.check("Customers_Create", first).status()).isEqualTo(200);
        assertThat(first.header(LikelyMatches.HEADER).split(", "))
                .containsExactlyInAnyOrder(Long.toString(ada), Long.toString(bob));
        String main = Office.ADDRESS.replace("12 Oak St", "1 Main Street");
        Api.Answer similar = api.post(office.customers, """
                {"name":"Ada Lovelace","address":%1$s,"locations":[{"name":"x","address":%1$s}]}""".formatted(main));
        assertThat(similar.header(LikelyMatches.HEADER)).isEqualTo(Long.toString(ada));
        Api.Answer other = api.post(office.customers, """
                {"name":"Zed Young","address":%1$s,"locations":[{"name":"x","address":%1$s}]}""".formatted(main));
        assertThat(other.header(LikelyMatches.HEADER))
                .as("the address alone says little")
                .isNull();
        Api.Answer place = api.post(office.locations, """
                {"customerId":%d,"name":"Shop","address":%s,"contacts":[%s]}""".formatted(bob, Office.ADDRESS, phone("937.555.0142")));
        assertThat(place.header(LikelyMatches.HEADER))
                .contains(Long.toString(ada))
                .doesNotContain(Long.toString(bob));
    }

    /** Whatever is kept apart where addresses are compared is kept apart here. */
    @Test
    void anAddressIsFoundHoweverItIsWrittenAndNoOtherIs() {
        List<Addresses.Pair> pairs = Addresses.pairs();
        for (int i = 0; i < pairs.size(); i++) {
            Addresses.Pair pair = pairs.get(i);
            String name = String.valueOf((char) ('u' + i / 20)).repeat(4)
                    + " "
                    + String.valueOf((char) ('a' + i % 20)).repeat(4);
            long there = made(name, pair.one()).json().get("id").longValue();
            Api.Answer second = made(name, pair.other());
            boolean sameUnit = AddressParser.parse(pair.one()).compareUnits(AddressParser.parse(pair.other()))
                    == Likeness.Same; // who does not name the unit may be anybody in the house
            assertThat(second.header(LikelyMatches.HEADER))
                    .as(pair.toString())
                    .isEqualTo(pair.likeness() == Likeness.Different || !sameUnit ? null : Long.toString(there));
            // where more than five customers are, an address tells nobody apart
            office.deactivate("customer", there);
            office.deactivate("customer", second.json().get("id").longValue());
        }
    }

    @Test
    void aRoadAndAPostcodeAreFoundByEachOfTheirSpellings() {
        long route = customer("Ray Road", "100 State Route 48", "");
        long second = customer("Sue Road", "200 SR 48", "");
        long county = customer("Cy Road", "300 County Road 48", "");
        for (String road : List.of("SR 48", "State Route 48", "St Rt 48", "state rte 48", "State Hwy 48")) {
            assertThat(listed("street=" + encoded(road))).as(road).containsExactly(route, second);
        }
        assertThat(listed("street=" + encoded("CR 48"))).containsExactly(county);
        List<Long> canadian = new ArrayList<>();
        for (String zip : List.of("K1A 0B1", "K1A0B1")) {
            canadian.add(made("Al Adler", new Address("9 Elm St", null, "Ottawa", "ON", zip, "Canada"))
                    .json()
                    .get("id")
                    .longValue());
        }
        for (String zip : List.of("K1A 0B1", "k1a0b1", "K1A")) {
            assertThat(listed("zip=" + encoded(zip))).as(zip).isEqualTo(canadian);
        }
    }

    private long id(String name, Address address) {
        return made(name, address).json().get("id").longValue();
    }

    private Api.Answer made(String name, Address address) {
        Api.Answer answer = office.api.post(
                office.customers,
                Api.JSON.writeValueAsString(Map.of(
                        "name",
                        name,
                        "address",
                        address,
                        "locations",
                        List.of(Map.of("name", name, "address", address)))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    @Test
    void anyOfItsAddressesMayTellThatItIsARepetition() {
        long zoe = customer("Zoë Müller-Reyes", "9 Elm St", "");
        String elm = Office.ADDRESS.replace("12 Oak St", "9 elm street");
        Api.Answer second = office.api.post(office.customers, """
                {"name":"Reyes, Zoe Muller","address":%1$s,"locations":[{"name":"x","address":%1$s},{"name":"y","address":%2$s}]}
                """.formatted(Office.ADDRESS, elm));
        assertThat(second.header(LikelyMatches.HEADER)).isEqualTo(Long.toString(zoe));
        Api.Answer place = office.api.post(
                office.locations, """
                {"customerId":%d,"name":"Zoe Muller Reyes","address":%s}""".formatted(second.json().get("id").longValue(), elm));
        assertThat(place.header(LikelyMatches.HEADER))
                .as("the customer that the location belongs to repeats nobody by it")
                .isEqualTo(Long.toString(zoe));
        Api.Answer own = office.api.post(office.locations, """
                {"customerId":%d,"name":"Zoe Muller Reyes","address":%s}""".formatted(zoe, elm));
        assertThat(own.header(LikelyMatches.HEADER)).doesNotContain(Long.toString(zoe));
    }

    @Test
    void aRepeatedAnswerStillSaysWhomTheRecordMayRepeat() {
        long ada = customer("Ada Lovelace", "1 Main St", phone("937-555-0142"));
        String body = """
                {"name":"Ada","address":%1$s,"contacts":[%2$s],"locations":[{"name":"x","address":%1$s}]}
                """.formatted(Office.ADDRESS, phone("937-555-0142"));
        Api.Answer first = office.api.post(office.customers, body, "Idempotency-Key", "ada");
        Api.Answer again = office.api.post(office.customers, body, "Idempotency-Key", "ada");
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.header(LikelyMatches.HEADER))
                .isEqualTo(first.header(LikelyMatches.HEADER))
                .isEqualTo(Long.toString(ada));
    }
}

package org.callboard.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.callboard.addresses.ParsedAddress.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How addresses are understood: what is a unit, a door, a road with a number, and when two are one. */
class AddressParserTest {

    private static final Map<String, String> SPELLED = Map.ofEntries(
            Map.entry("N", "North"),
            Map.entry("S", "South"),
            Map.entry("E", "East"),
            Map.entry("W", "West"),
            Map.entry("NE", "Northeast"),
            Map.entry("NW", "Northwest"),
            Map.entry("SE", "Southeast"),
            Map.entry("SW", "Southwest"));

    private static ParsedAddress parse(String text) {
        return AddressParser.parse(Addresses.address(text));
    }

    private static String standard(String text) {
        Address standard = parse(text).standard();
        return standard.street() + (standard.unit() == null ? "" : " + " + standard.unit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24 Wayne Avenue | 24 Wayne Ave",
                "1600 Pennsylvania Avenue NW | 1600 Pennsylvania Ave NW",
                "233 S Wacker Dr Ste 4700 | 233 S Wacker Dr + Ste 4700",
                "1 Dr Carlton B Goodlett Place | 1 Dr Carlton B Goodlett Pl",
                "24 wayne avenue apt 4 | 24 Wayne Ave + Apt 4",
                "24 WAYNE AVENUE | 24 Wayne Ave",
                "12 O'FALLON STREET | 12 O'Fallon St",
                "12 N.W. 5TH STREET | 12 NW 5th St",
                "P.O. Box 123 | PO Box 123",
                "po drawer 12-A | PO Box 12-A",
                "Star Route 1 Box 4 | HC 1 Box 4",
                "RFD 4 #87A | RR 4 Box 87A",
                "Unit 2050 Box 4190 | Unit 2050 Box 4190",
                "PSC 3 + Box 1234 | PSC 3 Box 1234",
                "general delivery | General Delivery",
                "12 Oak St, Apartment 4B | 12 Oak St + Apt 4B",
                "12 Oak St #4 | 12 Oak St + # 4",
                "12 Oak St # 4-B | 12 Oak St + # 4-B",
                "12 Oak St + Apartment 4B | 12 Oak St + Apt 4B",
                "12 Oak St + #APT 12 | 12 Oak St + Apt 12",
                "350 Broadway Ste 200 | 350 Broadway + Ste 200",
                "350 Broadway 5th Floor | 350 Broadway + Fl 5",
                "350 Broadway Building 2 Apartment 4 | 350 Broadway + Bldg 2 Apt 4",
                "12 Oak St Rear | 12 Oak St + Rear",
                "4102 Alder St B | 4102 Alder St + # B",
                "SR 48 | State Route 48",
                "100 CTY RD 5 | 100 County Road 5",
                "100 FM 1960 | 100 FM 1960",
                "W6322 CTY RD Y | W6322 County Road Y",
                "1809 U.S. 80 | 1809 US Highway 80",
                "1255 U.S. Route 5 North | 1255 US Route 5 N",
                "3035 South Highway A1A | 3035 S Highway A1A",
                "100 Old State Rt 48 | 100 Old State Route 48",
                "123½ Alder Street | 123 1/2 Alder St",
                "421 1/2 6th Street Southeast | 421 1/2 6th St SE",
                "Attn Bob, 12 Oak Street | 12 Oak St, Attn Bob",
                "1234 Calle Aurora, Urb Las Gladiolas | 1234 Calle Aurora, Urb Las Gladiolas",
                "1234 Calle Aurora + Urb Las Gladiolas | 1234 Calle Aurora + Urb Las Gladiolas",
                "12 DeSoto Avenue | 12 DeSoto Ave",
                "4B McKinley Street | 4B McKinley St",
                "10 Downing Street @ SW1A 2AA UK | 10 Downing Street",
                "12 Rue Saint Paul E @ K1A 0B1 Canada | 12 Rue Saint Paul E",
            })
    void theStandardFormIsThatOfThePostalService(String typed, String standard) {
        assertThat(standard(typed)).isEqualTo(standard);
        String place = typed.contains(" @ ") ? typed.substring(typed.indexOf(" @ ")) : "";
        assertThat(standard(standard + place)).as("it is its own standard form").isEqualTo(standard);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100 Unit Rd",
                "1 Suite Ln",
                "5 Floor St",
                "55 Lot 7",
                "Po Box Rd 12",
                "77 Box Elder Rd",
                "8850 E Stop 11 Rd",
                "24 Ocean Front",
                "12 Avenue B",
                "12 Avenue N",
                "12 N St",
                "1200 N St NW",
                "12 North Ave",
                "12 Key West",
                "24 The Crescent",
                "100 Space Center Blvd",
                "12 Rear Ln",
                "12 Front St",
                "49548 Road 200",
                "14 Mile Rd",
            })
    void whatBelongsToTheStreetStaysInIt(String street) {
        assertThat(standard(street)).isEqualTo(street);
    }

    @ParameterizedTest
    @CsvSource({
        "12 Oak St,Street",
        "PO Box 12,POBox",
        "Lockbox 9,POBox",
        "RR 2 Box 9,RuralRoute",
        "HC 1 Box 4,HighwayContract",
        "CMR 450 Box 12,Military",
        "General Delivery,GeneralDelivery",
        "12 Po Box Rd,Street"
    })
    void theKindSaysHowMailIsDelivered(String street, Kind kind) {
        assertThat(parse(street).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "45402-1234,USA,45402,45402-1234",
        "454021234,USA,45402,45402-1234",
        "00926,Puerto Rico,00926,00926",
        "m5v3l9,Canada,m5v3l9,M5V 3L9",
        "M5V 3L9,CAN,m5v3l9,M5V 3L9",
        "sw1a2aa,UK,sw1a2aa,SW1A 2AA",
        "3000,Australia,3000,3000",
        "100-0001,Japan,1000001,100-0001",
        "454021234,Brazil,454021234,454021234",
    })
    void aPostcodeIsComparedAndWrittenAsItsCountryDoes(String zip, String country, String key, String standard) {
        ParsedAddress address = AddressParser.parse("12 Oak St", null, "Dayton", "", zip, country);
        assertThat(address.postcode()).isEqualTo(key);
        assertThat(address.standard().zip()).isEqualTo(standard);
        assertThat(address.standard().state()).isEmpty();
    }

    @Test
    void twoAddressesAreOneOrPerhapsOrTwo() {
        for (Addresses.Pair pair : Addresses.pairs()) {
            ParsedAddress one = AddressParser.parse(pair.one());
            ParsedAddress other = AddressParser.parse(pair.other());
            assertThat(one.compare(other)).as(pair.toString()).isEqualTo(pair.likeness());
            assertThat(other.compare(pair.one()))
                    .as("the other way round: " + pair)
                    .isEqualTo(pair.likeness());
            if (pair.likeness() != Likeness.Same) {
                assertThat(one.standardKey()).as(pair.toString()).isNotEqualTo(other.standardKey());
            } else if ((one.standard().unit() == null) == (other.standard().unit() == null)
                    && !pair.one().street().startsWith("Attn")) {
                assertThat(one.standardKey()).as(pair.toString()).isEqualTo(other.standardKey());
            }
        }
    }

    @Test
    void withoutAPlaceTwoAddressesAreTwo() {
        ParsedAddress here = AddressParser.parse("12 Oak St", null, "Dayton", "OH", null, null);
        assertThat(here.compare(new Address("12 Oak Street", null, "dayton", "Ohio", "45402", "USA")))
                .isEqualTo(Likeness.Same);
        assertThat(here.compare(new Address("12 Oak Street", null, "Dayton", "TN", "37321", "USA")))
                .isEqualTo(Likeness.Different);
        assertThat(AddressParser.parse("12 Oak St", null, null, null, null, null)
                        .compare(new Address("12 Oak St", null, "Dayton", "OH", "45402", "USA")))
                .isEqualTo(Likeness.Different);
        assertThat(AddressParser.parse("", null, null, null, null, null).doors())
                .isEmpty();
        assertThat(AddressParser.parse(" ,#, \u200B", "#", null, null, null, null)
                        .standard()
                        .street())
                .isEqualTo("#");
    }

    @Test
    void whatIsNoAddressIsReadToo() {
        for (String one :
                List.of("#", "# ", "1", "1 ", "1-", "N ", "St ", "Apt 4 ", "rr 4 ", "po box 1-", "½", "小", ",")) {
            String much = one.repeat(50_000);
            ParsedAddress parsed = AddressParser.parse(much, much, much, much, much, much);
            assertThat(AddressParser.parse(parsed.standard()).compare(parsed)).isNotNull();
            assertThat(OneLineAddress.part(much)).isNull();
        }
    }

    /** What is true of every address: its standard form is one, and spelling its words out changes nothing. */
    @Test
    void realAddressesKeepTheirStandardFormAndTheirNeighbors() {
        List<Address> real = Addresses.real();
        assertThat(real).hasSize(3220);
        for (Address address : real) {
            ParsedAddress parsed = AddressParser.parse(address);
            Address standard = parsed.standard();
            ParsedAddress again = AddressParser.parse(standard);
            assertThat(again.standard()).as(address.toString()).isEqualTo(standard);
            assertThat(again.standardKey()).isEqualTo(parsed.standardKey());
            assertThat(parsed.kind()).isEqualTo(Kind.Street);
            assertThat(parsed.compare(spelledOut(standard)))
                    .as(standard.toString())
                    .isEqualTo(Likeness.Same);
            assertThat(parsed.compare(with("1" + standard.street(), standard.unit(), standard)))
                    .as(standard.toString())
                    .isEqualTo(Likeness.Different);
            boolean numbered = standard.unit() != null && standard.unit().matches("(#|Apt|Unit|Ste) \\S+");
            if (!parsed.doors().isEmpty() && (numbered || standard.unit() == null)) {
                assertThat(again.compare(with(standard.street() + " Apt 7777", null, standard)))
                        .as(standard.toString())
                        .isEqualTo(numbered ? Likeness.Different : Likeness.Same);
            }
        }
    }

    private static Address with(String street, @Nullable String unit, Address place) {
        return new Address(street, unit, place.city(), place.state(), place.zip(), place.country());
    }

    private static Address spelledOut(Address standard) {
        String[] words = standard.street().split(" ");
        for (int i = 0; i < words.length; i++) {
            boolean edge = i == words.length - 1 || i == 1 || i == 2 && words[1].contains("/");
            String type = Synonyms.TYPE.family(words[i].toLowerCase(Locale.ROOT));
            if (edge && SPELLED.containsKey(words[i])) {
                words[i] = SPELLED.get(words[i]);
            } else if (type != null && i > 1 && i >= words.length - 2) {
                words[i] = type;
            }
        }
        return with(String.join(" ", words), standard.unit(), standard);
    }
}

package org.callboard.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole address in one cell is parted; what has no clear parts stays as it is. */
class OneLineAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24 Wayne Ave, Dayton, OH 45402 | 24 Wayne Ave | Dayton | OH | 45402 | ''",
                "24 Wayne Ave Apt 4, Dayton, Ohio 45402-1234, USA | 24 Wayne Ave Apt 4 | Dayton | Ohio | 45402-1234 | USA",
                "24 Wayne Ave, Apt 4, Dayton, OH, 45402 | 24 Wayne Ave, Apt 4 | Dayton | OH | 45402 | ''",
                "24 Wayne Ave, Dayton OH 45402 United States | 24 Wayne Ave | Dayton | OH | 45402 | United States",
                "24 Wayne Ave Dayton OH 45402 | 24 Wayne Ave | Dayton | OH | 45402 | ''",
                "24 Wayne Ave NW #4 St. Louis MO 63101 | 24 Wayne Ave NW #4 | St. Louis | MO | 63101 | ''",
                "1 Oak St St Paul MN 55101 | 1 Oak St | St Paul | MN | 55101 | ''",
                "9 Main St North Charleston SC 29405 | 9 Main St | North Charleston | SC | 29405 | ''",
                "24 Wayne Ave Park City UT 84060 | 24 Wayne Ave | Park City | UT | 84060 | ''",
                "12 Oak St, New York, New York 10001 | 12 Oak St | New York | New York | 10001 | ''",
                "12 Oak St, Miami FL 33101 | 12 Oak St | Miami | FL | 33101 | ''",
                "PO Box 12, Dayton, OH 45401 | PO Box 12 | Dayton | OH | 45401 | ''",
                "290 Bremner Blvd, Toronto, ON M5V 3L9, Canada | 290 Bremner Blvd | Toronto | ON | M5V 3L9 | Canada",
                "290 Bremner Blvd, Toronto ON m5v3l9 | 290 Bremner Blvd | Toronto | ON | m5v3l9 | ''",
            })
    void aWholeAddressIsParted(String text, String street, String city, String state, String zip, String country) {
        assertThat(OneLineAddress.part(text)).isEqualTo(new Address(street, null, city, state, zip, country));
    }

    @Test
    void linesArePartsToo() {
        assertThat(OneLineAddress.part("24 Wayne Ave\nApt 4\r\nDayton, OH 45402\n"))
                .isEqualTo(new Address("24 Wayne Ave, Apt 4", null, "Dayton", "OH", "45402", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12 Oak St",
                "12 Oak St, Apt 4",
                "Dayton, OH 45402",
                "OH 45402",
                "12 Oak St Apt 4 45402",
                "12 Oak St, Dayton",
                "12 Oak Dayton OH 45402",
                "100 State Route 48, 45402",
                "12 Oak St, OH 45402"
            })
    void halfAnAddressIsNone(String text) {
        assertThat(OneLineAddress.part(text)).isNull();
    }

    @Test
    void realAddressesComeBackInTheirParts() {
        List<Address> real = Addresses.real().stream()
                .filter(address -> !address.city().isEmpty()
                        && address.street().chars().anyMatch(Character::isDigit)
                        && (address.unit() == null || address.unit().matches("#[A-Z]?[0-9]+")))
                .toList();
        assertThat(real).hasSizeGreaterThan(2000);
        for (Address address : real) {
            Address parted = OneLineAddress.part(address.withCountry());
            assertThat(parted).as(address.toString()).isNotNull();
            assertThat(parted.city()).isEqualTo(address.city());
            assertThat(AddressParser.parse(parted).compare(address))
                    .as(address.toString())
                    .isEqualTo(Likeness.Same);
        }
    }
}

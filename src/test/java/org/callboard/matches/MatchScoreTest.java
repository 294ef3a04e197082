package org.callboard.matches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.callboard.addresses.AddressParser;
import org.callboard.matches.Traits.SharedDoor;
import org.callboard.matches.Traits.SharedPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How likely two are one. A line of the tables is the one, the other, and what comes of it. Of each the name, its numbers
 * and e-mail addresses, its address in Dayton, and R or C; {@code *} stands behind what more than five customers have, and
 * {@code former} names are parted by a slash.
 */
class MatchScoreTest {

    private static final String CUSTOMERS = """
            # the same number and the same name are always very likely
            Jordan Reyes, 0142                  | Jordan Reyes, 0142                   | 80 Same phone, Same name
            Jordan Reyes, 0142, 12 Oak St       | JORDAN REYES, 0142, 12 Oak Street    | 100 Same phone, Same address, Same name
            Jordan Reyes, 0142, 12 Oak St Apt 4 | Jordan Reyes, 0142, 12 Oak St Apt 5  | 80 Same phone, Same name, Another unit
            Jordan Reyes, 0142, R               | Jordan Reyes, 0142, C                | 80 Same phone, Same name, Residential and commercial
            Reyes, 0142                         | reyes, 0142                          | 80 Same phone, Same name
            # by each alone
            Jordan Reyes, 0142                  | Pat Lee, 0142                        | 45 Same phone
            Jordan Reyes, a@b.example           | Pat Lee, a@b.example                 | 45 Same e-mail
            Jordan Reyes, 0142, a@b.example     | Pat Lee, 0142, a@b.example           | 90 Same phone, Same e-mail
            Jordan Reyes                        | Jordan Reyes                         | 25 Same name
            Jordan Reyes, 0142                  | Jordan Reyes, 0143                   | 25 Same name
            Jordan Reyes, a@b.example           | Jordan Reyes, a@b.example            | 70 Same e-mail, Same name
            '', 0142                            | Jordan Reyes, 0142                   | 45 Same phone
            # extensions
            Acme Roofing, 0142x7                | Acme Roofing, 0142x7                 | 80 Same phone, Same name
            Acme Roofing, 0142x7                | Acme Roofing, 0142                   | 70 Same phone, Same name
            Acme Roofing, 0142x7                | Acme Roofing, 0142x8                 | 25 Same name
            # doors and units
            Jordan Reyes, 12 Oak St             | Jordan Reyes, 12 Oak St              | 55 Same address, Same name
            Jordan Reyes, 12 Oak St Apt 4       | Jordan Reyes, 12 Oak St #4           | 55 Same address, Same name
            Jordan Reyes, 12 Oak St Apt 4       | Jordan Reyes, 12 Oak St              | 35 Same house, Same name
            Jordan Reyes, 12 Oak St Apt 4       | Jordan Reyes, 12 Oak St Apt 5        | 5 Same name, Another unit
            Jordan Reyes, 12 Oak                | Jordan Reyes, 12 Oak St              | 40 Similar address, Same name
            Jordan Reyes, 12 Oak                | J Reyes, 12 Oak St                   | 30 Similar address, Similar name
            Jordan Reyes, 12 Oak St             | Jordan Reyes, 14 Oak St              | 25 Same name
            Jordan Reyes, 0142, 12 Oak St Apt 4 | Jon Reyes, 0142, 12 Oak St Apt 5     | 25 Same phone, Another unit
            Jordan Reyes, 0142, 12 Oak St Apt 4 | J Reyes, 0142, 12 Oak St Apt 5       | 40 Same phone, Similar name, Another unit
            # another family at one door
            Jordan Reyes, 12 Oak St             | Pat Lee, 12 Oak St                   | 0 Same address, Another last name
            Jordan Reyes, 0142, 12 Oak St       | Pat Lee, 0142, 12 Oak St             | 75 Same phone, Same address
            Jordan Reyes, a@b.example, 12 Oak St | Pat Lee, a@b.example, 12 Oak St     | 75 Same e-mail, Same address
            Jordan Reyes, 0142*, 12 Oak St      | Pat Lee, 0142*, 12 Oak St            | 0 Same phone as many, Same address, Another last name
            Jordan Reyes, 12 Oak St             | Pat Reyes, 12 Oak St                 | 30 Same address
            # Jr and Sr
            John Smith Jr, 0142, 12 Oak St      | John Smith Sr, 0142, 12 Oak St       | 60 Same phone, Same address, Similar name, Jr. and Sr.
            John Smith Jr., 0142                | John Smith Sr., 0142                 | 30 Same phone, Similar name, Jr. and Sr.
            John Smith II, 12 Oak St            | John Smith III, 12 Oak St            | 15 Same address, Similar name, Jr. and Sr.
            John Smith I, 0142                  | John Smith II, 0142                  | 30 Same phone, Similar name, Jr. and Sr.
            John Smith Jr, 0142                 | John Smith, 0142                     | 60 Same phone, Similar name
            John Smith Jr, 0142                 | Smith Jr\\, John, 0142               | 80 Same phone, Same name
            John Smith Jr, 0142                 | Smith\\, John\\, Jr., 0142           | 80 Same phone, Same name
            John Smith Junior, 0142             | John Smith II, 0142                  | 80 Same phone, Same name
            # Residential and commercial
            Jordan Reyes, 12 Oak St, R          | Jordan Reyes, 12 Oak St, C           | 40 Same address, Same name, Residential and commercial
            Jordan Reyes, 0142, R               | Reyes Plumbing, 0142, C              | 30 Same phone, Residential and commercial
            Jordan Reyes, 0142                  | Reyes Plumbing, 0142, C              | 45 Same phone
            # property managers
            Maple Court, 0142*                  | Maple Court, 0142*                   | 35 Same phone as many, Same name
            Jordan Reyes, 0142*, 12 Oak St #4   | Jordan Reyes, 0142*, 12 Oak St #4    | 65 Same phone as many, Same address, Same name
            Jordan Reyes, 0142*, 12 Oak St #4   | Pat Lee, 0142*, 12 Oak St #5         | 0 Same phone as many, Another unit, Another last name
            Jordan Reyes, a@b.example*          | Jordan Reyes, a@b.example*           | 35 Same e-mail as many, Same name
            Jordan Reyes, 12 Oak St*            | Jordan Reyes, 12 Oak St*             | 35 Same address as many, Same name
            Jordan Reyes, 0142, 0143*           | Jordan Reyes, 0142, 0143*            | 80 Same phone, Same name
            # reversed
            Jordan Reyes, 12 Oak St             | Reyes\\, Jordan, 12 Oak St           | 55 Same address, Same name
            Jordan Reyes, 12 Oak St             | Reyes Jordan, 12 Oak St              | 45 Same address, Similar name
            Pat & Sam Lee, 0142                 | Lee\\, Pat and Sam, 0142             | 80 Same phone, Same name
            # one edit
            Jordan Reyes, 12 Oak St             | Jordan Reyez, 12 Oak St              | 45 Same address, Similar name
            Jordan Reyes, 12 Oak St             | Jordan Ryees, 12 Oak St              | 45 Same address, Similar name
            Jon Smith, 0142                     | John Smith, 0142                     | 60 Same phone, Similar name
            Jon Reyez, 0142                     | John Reyes, 0142                     | 45 Same phone
            Riverside Dental Group, 0142, C     | Riverside Dentl Group, 0142, C       | 60 Same phone, Similar name
            Pump House 12, 0142                 | Pump House 13, 0142                  | 45 Same phone
            Mark Smith, 0142                    | Mary Smith, 0142                     | 45 Same phone
            Paul Smith, 0142                    | Paula Smith, 0142                    | 45 Same phone
            # nicknames and initials
            William Lund, 0142                  | Bill Lund, 0142                      | 60 Same phone, Similar name
            Bob Lund, 0142                      | Rob Lund, 0142                       | 60 Same phone, Similar name
            Bob Lund, 0142                      | Bill Lund, 0142                      | 45 Same phone
            J. Reyes, 12 Oak St                 | Jordan Reyes, 12 Oak St              | 45 Same address, Similar name
            Jordan A Reyes, 0142                | Jordan Reyes, 0142                   | 60 Same phone, Similar name
            Anna M Reyes, 0142                  | Mark Reyes, 0142                     | 45 Same phone
            J R, 0142, 12 Oak St                | Jordan Reyes, 0142, 12 Oak St        | 75 Same phone, Same address
            Jordan, 12 Oak St                   | Jordan Reyes, 12 Oak St              | 30 Same address
            Pat & Sam Lee, 0142                 | Samuel Lee, 0142                     | 60 Same phone, Similar name
            Lee Ann Smith, 0142                 | Mary Ann Smith, 0142                 | 45 Same phone
            Ann Smith-Jones, 0142               | Ann Smith, 0142                      | 60 Same phone, Similar name
            # the same name in other letters
            Conor O'Brien, 0142                 | Conor O Brien, 0142                  | 80 Same phone, Same name
            Zoë Müller, 0142                    | Zoe Muller, 0142                     | 80 Same phone, Same name
            Smith & Sons, 0142                  | Smith and Sons, 0142                 | 80 Same phone, Same name
            Dr. Ada Lund, 0142                  | Ada Lund, 0142                       | 80 Same phone, Same name
            Mr. Lund, 0142                      | Mrs. Lund, 0142                      | 60 Same phone, Similar name
            Acme Roofing LLC, 0142              | Acme Roofing\\, Inc., 0142           | 60 Same phone, Similar name
            Acme Roofing LLC, 0142              | Acme Roofing, 0142                   | 60 Same phone, Similar name
            王小明, 0142                           | 王小明, 0142                            | 80 Same phone, Same name
            # what was merged into one of them had another name
            Jordan Reyes / J. Rios, 0142        | J Rios, 0142                         | 80 Same phone, Same name
            """;

    private static final String LOCATIONS = """
            Home, 12 Oak St                     | Home, 12 Oak Street                  | 90 Same address, Same name
            Home, 12 Oak St                     | Shop, 12 Oak Street                  | 80 Same address
            Home, 12 Oak St, 0142               | Shop, 12 Oak Street, 0142            | 100 Same phone, Same address
            Home, 12 Oak St, 0142, a@b.example  | Shop, 12 Oak St, 0142, a@b.example   | 100 Same phone, Same e-mail, Same address
            Home, 12 Oak St Apt 4               | Home, 12 Oak St                      | 65 Same house, Same name
            Home, 12 Oak St Apt 4, 0142         | Shop, 12 Oak St, 0142                | 75 Same phone, Same house
            Home, 12 Oak St Apt 4, 0142         | Home, 12 Oak St Apt 5, 0142          | 0 nothing
            Home, 12 Oak                        | Home, 12 Oak St                      | 50 Similar address, Same name
            Home, 12 Oak St, 0142               | Home, 14 Oak St, 0142                | 0 nothing
            Home, 12 Oak St*, 0142              | Home, 12 Oak St*, 0142               | 60 Same phone, Same address as many, Same name
            Hall A, 12 Oak St*                  | Hall B, 12 Oak St*                   | 30 Same address as many
            """;

    private record Line(String text, Traits one, Traits other, String expected) {}

    private static List<Line> lines(String table) {
        List<Line> lines = new ArrayList<>();
        for (String text : table.lines().toList()) {
            if (!text.startsWith("#")) {
                String[] cells = text.split("\\|");
                lines.add(new Line(text, traits(cells[0]), traits(cells[1]), cells[2].strip()));
            }
        }
        return lines;
    }

    private static Traits traits(String cell) {
        String[] parts = cell.replace("\\,", ";").split(",");
        Traits.@Nullable Kind kind = null;
        List<SharedPoint> points = new ArrayList<>();
        List<SharedDoor> doors = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            boolean telling = !part.endsWith("*");
            String value = part.replace("*", "");
            if (value.equals("R") || value.equals("C")) {
                kind = value.equals("R") ? Traits.Kind.Residential : Traits.Kind.Commercial;
            } else if (value.contains("@")) {
                points.add(new SharedPoint(true, value, "", telling));
            } else if (value.matches("[0-9]{4}(x[0-9]+)?")) {
                String[] number = value.split("x");
                points.add(new SharedPoint(false, "+1937555" + number[0], number.length > 1 ? number[1] : "", telling));
            } else {
                doors.add(new SharedDoor(AddressParser.parse(value, null, "Dayton", "OH", "45402", "USA"), telling));
            }
        }
        Set<String> names = new LinkedHashSet<>();
        for (String name : parts[0].split("/")) {
            names.add(name.replace("''", "").replace(';', ',').strip());
        }
        return new Traits(names, kind, points, doors);
    }

    private static String told(Likelihood likelihood) {
        String reasons =
                likelihood.reasons().stream().sorted().map(MatchReason::label).collect(Collectors.joining(", "));
        return likelihood.score() + " " + (reasons.isEmpty() ? "nothing" : reasons);
    }

    @Test
    void twoCustomersAreScoredByWhatTheyHaveInCommon() {
        SoftAssertions.assertSoftly(softly -> lines(CUSTOMERS).forEach(line -> {
            softly.assertThat(told(MatchScore.of(line.one, line.other)))
                    .as(line.text)
                    .isEqualTo(line.expected);
            softly.assertThat(told(MatchScore.of(line.other, line.one)))
                    .as("turned: %s", line.text)
                    .isEqualTo(line.expected);
        }));
    }

    @Test
    void twoLocationsOfACustomerAreScoredByTheirDoor() {
        SoftAssertions.assertSoftly(softly -> lines(LOCATIONS).forEach(line -> {
            softly.assertThat(told(MatchScore.ofLocations(line.one, line.other)))
                    .as(line.text)
                    .isEqualTo(line.expected);
            softly.assertThat(told(MatchScore.ofLocations(line.other, line.one)))
                    .as("turned: %s", line.text)
                    .isEqualTo(line.expected);
        }));
    }

    @Test
    void aFingerprintIsTheSameWhicheverStandsFirstAndGrowsWithWhatSpeaksForIt() {
        Traits one = traits("Jordan Reyes, 0142, 12 Oak St");
        Traits other = traits("JORDAN REYES, 0142, 12 Oak Street");
        Set<String> fingerprint = MatchScore.of(one, other).fingerprint();
        assertThat(MatchScore.of(other, one).fingerprint()).isEqualTo(fingerprint);
        assertThat(fingerprint).hasSize(3);
        Set<String> withMail = MatchScore.of(
                        traits("Jordan Reyes, 0142, 12 Oak St, a@b.example"),
                        traits("Jordan Reyes, 0142, 12 Oak St, a@b.example"))
                .fingerprint();
        assertThat(withMail).containsAll(fingerprint).hasSize(4);
        assertThat(MatchScore.of(traits("Jordan Reyes, 0143, 12 Oak St"), traits("Jordan Reyes, 0143, 12 Oak St"))
                        .fingerprint())
                .as("another number is another reason")
                .hasSize(3)
                .isNotEqualTo(fingerprint);
    }

    @Test
    void bandsBeginWhereTheyShould() {
        assertThat(List.of(100, 80, 79, 55, 54, 40, 39, 0))
                .extracting(Band::of)
                .containsExactly(
                        Band.VeryLikely,
                        Band.VeryLikely,
                        Band.Likely,
                        Band.Likely,
                        Band.Possible,
                        Band.Possible,
                        Band.None,
                        Band.None);
    }
}

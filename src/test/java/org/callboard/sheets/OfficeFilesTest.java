package org.callboard.sheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What offices and spreadsheets do to lists, and what is understood of it. */
class OfficeFilesTest {

    private static final ZoneId DAYTON = ZoneId.of("America/New_York");

    @TempDir
    Path folder;

    private SheetFile file(byte[] content) throws IOException {
        return SheetFile.of(Files.write(folder.resolve("list.csv"), content), null);
    }

    private SheetFile file(String text) throws IOException {
        return file(text.getBytes(UTF_8));
    }

    private List<String> all(SheetFile file) {
        List<String> rows = new ArrayList<>();
        file.each((number, cells) -> rows.add(number + " " + String.join("|", cells)));
        return rows;
    }

    @Test
    void theLineOfNamesIsFoundBelowOthers() throws IOException {
        assertThat(file("\n,,\nName,Phone\nUma,1\n").headerRow()).isEqualTo(3);
        SheetFile report = file(
                "Rosewood Heating\nCustomer Contact List\n\nCustomer full name,Phone numbers,Email\nUma One,937-555-2101,\n");
        assertThat(report.headerRow()).isEqualTo(4);
        assertThat(report.columns()).containsExactly("Customer full name", "Phone numbers", "Email");
        assertThat(all(report)).hasSize(4).last().isEqualTo("5 Uma One|937-555-2101|");
        assertThat(file("Exported, 2027-03-31\nName;Phone;E-mail\nUma;1;\n").columns())
                .as("whatever parts a title")
                .containsExactly("Name", "Phone", "E-mail");
        assertThat(file("Kunde;Telefon;Ort\nUma;937-555-2101;Dayton\n").headerRow())
                .isEqualTo(1);
        assertThat(file("Kunde;Art;Telefon\nUma;Customer;937-555-2101\n").headerRow())
                .as("a cell that happens to be a name")
                .isEqualTo(1);
        assertThat(file("Name\nPhone Company\nMobile\n").headerRow()).isEqualTo(1);
    }

    @Test
    void onlyWhatNamesNobodyEndsAReport() {
        for (String row : List.of(
                "Report totals:",
                "TOTAL,,,\"1,234.50\"",
                "Grand Total: 25",
                "End of report",
                "Totals,,(12.00),$5.00",
                "Total" + " customers,40",
                "\"Tuesday, Mar 31, 2026 08:15 AM GMT-05:00 - Accrual Basis\"",
                "25 records")) {
            assertThat(TotalsRow.is(List.of(row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).stream()
                            .map(cell -> cell.replace("\"", ""))
                            .toList()))
                    .as(row)
                    .isTrue();
        }
        for (List<String> row : List.of(
                List.of("Total Comfort"),
                List.of("Total Comfort", "937-555-2101"),
                List.of("Total", "937-555-2101"),
                List.of("Ende, Anna"),
                List.of("Tuesday Morning"),
                List.of("Report Card Inc"),
                List.of("", ""))) {
            assertThat(TotalsRow.is(row)).as(row.toString()).isFalse();
        }
    }

    @Test
    void totalsCountOnlyAtTheEnd() throws IOException {
        SheetFile file = file("Name,Phone\nTotal,\nUma,1\nVal,2\nWes,3\nReport totals:,3\n");
        SheetFindings found = new SheetFindings(file);
        file.each(found.beside((number, cells) -> {}));
        assertThat(found.layout().totals()).containsExactly(6);
    }

    @Test
    void everyEncodingIsGuessed() throws IOException {
        String text = "Name,City\nZoë Müller,Köln\nJosé,Peñasco\n";
        for (var charset : List.of(UTF_16LE, UTF_16BE)) {
            assertThat(all(file(text.getBytes(charset)))).last().isEqualTo("3 José|Peñasco");
        }
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.writeBytes(text.getBytes(UTF_8));
        mixed.writeBytes("Renée,Paris\n".getBytes(ISO_8859_1));
        SheetFile one = file(mixed.toByteArray());
        assertThat(all(one))
                .containsExactly("1 Name|City", "2 Zoë Müller|Köln", "3 José|Peñasco", "4 Ren\uFFFDe|Paris");
        assertThat(one.readAs()).isEqualTo("UTF-8 with a letter that is none, separated by commas");
        assertThat(all(file(text.getBytes(ISO_8859_1)))).last().isEqualTo("3 José|Peñasco");
        assertThat(all(file("Name,City\nÀé,x\n".getBytes(ISO_8859_1)))).last().isEqualTo("2 Àé|x");
    }

    @Test
    void aNumberComesBackFromASpreadsheetWhereItIsCertain() {
        assertThat(List.of("9375552141.0", "p:+19375552141", "+19375552141.00", "9.375552141E+09", "937-555-2141 x101")
                        .stream()
                        .map(CellRepair::phone))
                .containsExactly("9375552141", "+19375552141", "+19375552141", "9375552141", "937-555-2141 x101");
        assertThat(CellRepair.phone("9.37556E+09")).isEqualTo("9.37556E+09");
        assertThat(CellRepair.problem("9.37556E+09")).contains("shortened");
        assertThat(CellRepair.problem("937-555-2141")).isNull();
    }

    @Test
    void aZipGetsItsZerosBackWhereTheStateHasThem() {
        List<String> warnings = new ArrayList<>();
        assertThat(zip("2134", "MA", warnings)).isEqualTo("02134");
        assertThat(zip("2134.0", "Massachusetts", warnings)).isEqualTo("02134");
        assertThat(zip("926", "PR", warnings)).isEqualTo("00926");
        assertThat(CellRepair.zip("926", "", "Puerto Rico", warnings).text()).isEqualTo("00926");
        assertThat(zip("454021234", "OH", warnings)).isEqualTo("45402-1234");
        assertThat(zip("21341234", "MA", warnings)).isEqualTo("02134-1234");
        assertThat(zip("z:45373", "OH", warnings)).isEqualTo("45373");
        assertThat(zip("6390", "NY", warnings)).isEqualTo("06390");
        assertThat(CellRepair.zip("2134", "NSW", "Australia", warnings).text()).isEqualTo("2134");
        assertThat(CellRepair.zip("K1A0B1", "ON", "Canada", warnings).text()).isEqualTo("K1A0B1");
        assertThat(warnings).isEmpty();
        assertThat(zip("2134", "OH", warnings)).isEqualTo("2134");
        assertThat(zip("6390", "CT", warnings)).isEqualTo("6390");
        assertThat(warnings)
                .containsExactly("“2134” is no postcode of United States.", "“6390” is no postcode of United States.");
    }

    private static String zip(String text, String state, List<String> warnings) {
        return CellRepair.zip(text, state, "US", warnings).text();
    }

    @Test
    void aTimeWithoutAZoneIsTheCompanys() {
        Dates dates = new Dates("US", DAYTON, DateOrder.Unknown);
        Instant midnight = Instant.parse("2027-03-31T04:00:00Z");
        for (String text : List.of(
                "2027-03-31 00:00:00",
                "2027-03-31",
                "3/31/2027",
                "31/3/2027",
                "31.3.2027",
                "Mar 31, 2027",
                "March 31 2027",
                "31 March 2027",
                "31-Mar-27",
                "Wednesday, March 31, 2027",
                "3/31/27 12:00 AM",
                "2027-03-31T00:00",
                "2027-03-31T04:00:00Z",
                "2027-03-31T00:00:00-04:00",
                "46477")) {
            assertThat(dates.read(text)).as(text).contains(midnight);
        }
        assertThat(dates.read("46112")).contains(Instant.parse("2026-03-31T04:00:00Z"));
        assertThat(dates.read("46477.5")).contains(Instant.parse("2027-03-31T16:00:00Z"));
        assertThat(dates.read("3/31/2027 2:05 PM")).contains(Instant.parse("2027-03-31T18:05:00Z"));
        assertThat(dates.read("Mar 31, 2027 at 14:05")).contains(Instant.parse("2027-03-31T18:05:00Z"));
        for (String text :
                List.of("2027", "soon", "2/30/2027", "3/31/2027 25:00", "31 Marzo 2027x", "937-555-2101", "12")) {
            assertThat(dates.read(text)).as(text).isEmpty();
        }
    }

    @Test
    void oneColumnHasOneOrder() throws IOException {
        SheetFile file = file(
                "a,b,c,d,Zip\n03/04/2027,13/04/2027,04/13/2027,1-2-2027,45402\n05/06/2027,03/04/2027,13/04/2027,,\n");
        SheetFindings found = new SheetFindings(file);
        file.each(found.beside((number, cells) -> {}));
        assertThat(found.layout().dateOrders())
                .containsExactly(
                        DateOrder.Unknown, DateOrder.DayFirst, DateOrder.Mixed, DateOrder.Unknown, DateOrder.Unknown);
        Instant april = Instant.parse("2027-04-03T04:00:00Z");
        Dates sure = new Dates("US", DAYTON, DateOrder.DayFirst);
        assertThat(sure.read("03/04/2027")).contains(april);
        assertThat(sure.doubt("03/04/2027")).isNull();
        Dates unsure = new Dates("US", DAYTON, DateOrder.Mixed);
        assertThat(unsure.read("13/04/2027")).contains(Instant.parse("2027-04-13T04:00:00Z"));
        assertThat(unsure.doubt("13/04/2027")).isNull();
        assertThat(unsure.doubt("04/04/2027")).isNull();
        assertThat(unsure.doubt("03/04/2027 8:00 AM")).contains("is read as March 4, 2027");
        assertThat(new Dates("GB", DAYTON, DateOrder.Unknown).read("03/04/2027"))
                .contains(april);
    }
}

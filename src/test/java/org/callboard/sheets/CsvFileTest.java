package org.callboard.sheets;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.refusals.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as spreadsheets and other programs really write them. */
class CsvFileTest {

    @TempDir
    Path folder;

    @Test
    void commasSemicolonsAndTabsAreToldByTheFirstLine() throws IOException {
        for (String separator : List.of(",", ";", "\t")) {
            String text = "Name,Phone\nReyes,1\nLowell,2\n".replace(",", separator);
            assertThat(rows(text)).containsExactly("2 Reyes|1", "3 Lowell|2");
        }
        assertThat(file("\"a;b\",c\n1,2\n".getBytes(UTF_8)).columns()).containsExactly("a;b", "c");
        assertThat(file("Name\nReyes, Jordan\n".getBytes(UTF_8)).columns()).containsExactly("Name");
        assertThat(file("'=Phone,'@,'x,\"=\"\"ZIP\"\"\"\n".getBytes(UTF_8)).columns())
                .as("as our own exports and spreadsheets guard them")
                .containsExactly("=Phone", "@", "'x", "ZIP");
        assertThat(file("Name;Phone\n".getBytes(UTF_8)).readAs()).isEqualTo("UTF-8, separated by semicolons");
    }

    @Test
    void excelsOwnDialectIsRead() throws IOException {
        String text =
                "sep=;\r\nName;Notes\r\n\"Reyes; Jordan\";\"two\r\nlines, and \"\"quotes\"\"\"\r\n;\r\nLowell;x\r\n";
        assertThat(rows(text)).containsExactly("2 Reyes; Jordan|two\r\nlines, and \"quotes\"", "4 Lowell|x");
        assertThat(file(text.getBytes(UTF_8)).columns()).containsExactly("Name", "Notes");
    }

    @Test
    void aSeparatorThatIsNoneIsRefused() {
        for (String separator : List.of("\"", "#", "𝄞")) {
            assertThatThrownBy(() -> rows("sep=" + separator + "\nName\nReyes\n"))
                    .as(separator)
                    .isInstanceOf(Refusal.class);
        }
        for (char separator = 1; separator < 0x250; separator++) {
            String text = "sep=" + separator + "\nName" + separator + "Phone\nReyes" + separator + "1\n";
            try {
                rows(text);
            } catch (Refusal | IOException e) {
                // refused in words
            }
        }
    }

    @Test
    void everyUsualEncodingIsRead() throws IOException {
        String text = "Name;Stadt\nMüller;Köln\n";
        assertThat(rows(with(text.getBytes(UTF_8), 0xEF, 0xBB, 0xBF))).containsExactly("2 Müller|Köln");
        assertThat(rows(text.getBytes(UTF_8))).containsExactly("2 Müller|Köln");
        assertThat(rows(with(text.getBytes(UTF_16LE), 0xFF, 0xFE))).containsExactly("2 Müller|Köln");
        assertThat(rows(text.getBytes(Charset.forName("windows-1252")))).containsExactly("2 Müller|Köln");
        assertThat(file(text.getBytes(Charset.forName("windows-1252"))).readAs())
                .isEqualTo("Windows-1252, since it is not UTF-8, separated by semicolons");
        assertThat(file(with("Name\n".getBytes(UTF_8), 0xEF, 0xBB, 0xBF)).columns())
                .containsExactly("Name");
    }

    @Test
    void columnsWithoutANameOrWithTheSameGetOne() throws IOException {
        assertThat(file("Phone,,phone, Phone \n1,2,3,4\n".getBytes(UTF_8)).columns())
                .containsExactly("Phone", "Column 2", "phone (2)", "Phone (3)");
    }

    @Test
    void whatIsNoListIsRefusedInWords() {
        assertThatThrownBy(() -> file(new byte[0])).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> file("PK\3\4 no workbook".getBytes(UTF_8)))
                .satisfies(e -> assertThat(((Refusal) e).errors().get("file").getFirst())
                        .startsWith("The workbook can't be read."));
        assertThatThrownBy(() -> rows("Name,Notes\nReyes,\"never closed\nLowell,2\n"))
                .satisfies(e -> assertThat(((Refusal) e).errors().get("file").getFirst())
                        .startsWith("Row 2 can't be read"));
        assertThatThrownBy(() -> rows("a,".repeat(2100) + "\n")).isInstanceOf(Refusal.class);
    }

    @Test
    void cellsAreReadWithoutWhatASpreadsheetPutAroundThem() {
        var fields = List.of(
                java.util.Optional.of(ColumnField.of(ImportField.zip)),
                java.util.Optional.of(ColumnField.of(ImportField.phone)),
                java.util.Optional.<ColumnField>empty());
        var errors = new org.callboard.validation.FieldErrors();
        RowCells cells =
                RowCells.read(List.of("a", "b", "c"), fields, List.of("=\"045402\"", "'+49 30 1234567", "x"), errors);
        assertThat(cells.get(ImportField.zip)).isEqualTo("045402");
        assertThat(cells.get(ImportField.phone)).isEqualTo("+49 30 1234567");
        assertThat(errors.isEmpty()).isTrue();
        RowCells.read(List.of("a", "b", "c"), fields, List.of("1", "2", "3", ""), errors);
        assertThat(errors.isEmpty())
                .as("an empty cell behind the last column says nothing")
                .isTrue();
        RowCells.read(List.of("a", "b", "c"), fields, List.of("1", "2", "3", "4"), errors);
        assertThat(errors.has(RowCells.ROW)).isTrue();
    }

    @Test
    void datesAreReadAsTheCountryWritesThem() {
        var zone = java.time.ZoneId.of("America/New_York");
        Dates us = new Dates("US", zone, DateOrder.Unknown);
        Dates elsewhere = new Dates("DE", zone, DateOrder.Unknown);
        var day = java.time.Instant.parse("2027-03-04T05:00:00Z");
        assertThat(us.read("3/4/2027")).contains(day);
        assertThat(us.read("03/04/27")).contains(day);
        assertThat(us.read("2027-03-04")).contains(day);
        assertThat(us.read("2027-03-04T05:00:00Z")).contains(day);
        assertThat(elsewhere.read("4.3.2027")).contains(day);
        assertThat(elsewhere.read("4/3/2027")).contains(day);
        assertThat(us.read("2/30/2027")).isEmpty();
        assertThat(us.read("soon")).isEmpty();
    }

    private List<String> rows(String text) throws IOException {
        return rows(text.getBytes(UTF_8));
    }

    private List<String> rows(byte[] content) throws IOException {
        List<String> rows = new ArrayList<>();
        SheetFile file = file(content);
        int count = file.each((number, cells) -> rows.add(number + " " + String.join("|", cells)));
        rows.removeIf(row -> Integer.parseInt(row.split(" ")[0]) <= file.headerRow());
        assertThat(rows).hasSize(count);
        return rows;
    }

    private SheetFile file(byte[] content) throws IOException {
        return SheetFile.of(Files.write(folder.resolve("list.csv"), content), null);
    }

    private static byte[] with(byte[] content, int... mark) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int one : mark) {
            all.write(one);
        }
        all.writeBytes(content);
        return all.toByteArray();
    }

    /** What programs call a list, or people by mistake. */
    @Test
    void whatIsNoListIsCalledByItsName() throws IOException {
        Map<String, List<String>> others = Map.of(
                "PDF", List.of("%PDF-1.7\n1 0 obj, x\nendobj\n"),
                "HTML or XML",
                        List.of(
                                "<html><table><tr><td>Name</td></tr>\n<tr><td>Uma</td></tr></table></html>",
                                "\uFEFF\n <!DOCTYPE html>\n<p>Name,Phone</p>\n",
                                "<table border=1>\n<tr><td>Uma</td></tr>\n</table>",
                                "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:x\">\n</Workbook>"),
                "word processor", List.of("{\\rtf1\\ansi Name, Phone\n Uma, 1}"),
                "vCard", List.of("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Uma One\r\nEND:VCARD\r\n"),
                "JSON", List.of("[{\"name\": \"Uma\",\n\"phone\": \"1\"}]", "{\"data\":\n[]}"));
        others.forEach((word, texts) -> texts.forEach(text -> assertThatThrownBy(() -> file(text.getBytes(UTF_8)))
                .as(text)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.errors().toString()).contains(word))));
        for (String first : List.of("PK", "<Name>", "{Name}", "[Name]", "%", "Begin")) {
            assertThat(file((first + ",Phone\nUma,1\n").getBytes(UTF_8)).columns())
                    .containsExactly(first, "Phone");
        }
    }
}

package org.callboard.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.callboard.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Excel's workbooks, as programs write them, and as somebody does who means harm. */
class XlsxFileTest {

    @TempDir
    Path folder;

    private SheetFile file(Workbook workbook, @Nullable String sheet) throws IOException {
        return SheetFile.of(workbook.write(folder.resolve("list.xlsx")), sheet);
    }

    private List<String> rows(Workbook workbook) throws IOException {
        List<String> rows = new ArrayList<>();
        file(workbook, null).each((number, cells) -> rows.add(number + " " + String.join("|", cells)));
        return rows;
    }

    private static String two() {
        return Workbook.row(1, "Name", "Phone") + Workbook.row(2, "Uma", "937-555-0101");
    }

    @Test
    void cellsAreWhatSomebodySeesInThem() throws IOException {
        String cells = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><v>9375550101</v></c>"
                + "<c r=\"C2\" s=\"1\"><v>2134</v></c><c r=\"D2\" s=\"2\"><v>46477</v></c>"
                + "<c r=\"E2\" s=\"3\"><v>46477.5868055556</v></c><c r=\"F2\" t=\"b\"><v>1</v></c>"
                + "<c r=\"G2\" t=\"e\"><v>#N/A</v></c><c r=\"H2\" t=\"str\"><f>A2&amp;\"x\"</f><v>Uma x</v></c>"
                + "<c r=\"I2\"><f>1/10+2/10</f><v>0.30000000000000004</v></c><c r=\"J2\" s=\"5\"><v>46477</v></c>"
                + "<c r=\"K2\" s=\"4\"><v>12.5</v></c><c r=\"L2\" t=\"inlineStr\"><is><r><t>two </t></r><r><t>runs_x000D_"
                + "</t></r></is></c></row>";
        assertThat(rows(new Workbook()
                        .strings(
                                "<si><t>Name</t></si><si><r><t>Uma</t></r><r><t xml:space=\"preserve\"> One</t></r></si>")
                        .formats("00000", "m/d/yyyy", "yyyy\\-mm\\-dd\\ hh:mm", "0.00&quot; days&quot;")
                        .sheet(
                                "Customers",
                                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>"
                                        + "Phone</t></is></c></row>" + cells)))
                .containsExactly(
                        "1 Name|Phone",
                        "2 Uma One|9375550101|02134|2027-03-31|2027-03-31T14:05|TRUE||Uma x|0.3|2027-03-31|12.5|two runs\r");
        assertThat(rows(new Workbook()
                        .sheet("A", Workbook.row(1, "Name", "Notes") + Workbook.row(2, "a_x0000_", "_xD800_"))))
                .as("what is no letter stays as it stands")
                .last()
                .isEqualTo("2 a_x0000_|_xD800_");
    }

    @Test
    void aWorkbookMayHaveNoStylesAndCountFrom1904() throws IOException {
        assertThat(rows(new Workbook().withoutStyles().sheet("A", two()))).hasSize(2);
        String day = "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>45015</v></c></row>";
        assertThat(rows(new Workbook().since1904().formats("d\\.m\\.yy").sheet("A", two() + day)))
                .last()
                .isEqualTo("3 2027-03-31");
        assertThat(rows(new Workbook().sheet("A", two() + "<row><c t=\"inlineStr\"><is><t>Val</t></is></c></row>")))
                .as("without the numbers of rows and cells")
                .last()
                .isEqualTo("3 Val");
        assertThat(rows(new Workbook().sheet("A", two() + Workbook.row(9, "Wes") + Workbook.row(9, "Xia"))))
                .as("a row that is there twice")
                .endsWith("9 Wes", "10 Xia");
    }

    private Map<Integer, Integer> notCalculated(String rows) throws IOException {
        SheetFile file = file(new Workbook().sheet("A", rows), null);
        file.columns();
        file.each((number, cells) -> {});
        return file.notCalculated();
    }

    /** Programs that write workbooks leave calculating to the spreadsheet; a result that is a blank text is one. */
    @Test
    void formulasWithoutResultsAreCounted() throws IOException {
        assertThat(notCalculated(two() + cell("<c r=\"A3\"><f>B2</f></c><c r=\"B3\"><v>1</v></c>")))
                .isEqualTo(Map.of(0, 1));
        assertThat(notCalculated(two() + cell("<c r=\"A3\"><f>B2</f><v></v></c><c r=\"B3\"><f>A2</f><v/></c>")
                        + "<row r=\"4\"><c r=\"B4\" t=\"str\"><f>A2</f></c></row>"))
                .isEqualTo(Map.of(0, 1, 1, 2));
        assertThat(notCalculated(two() + cell("<c r=\"A3\" t=\"str\"><f>IF(B2=\"\",\"\",B2)</f><v></v></c>")))
                .isEmpty();
        assertThat(notCalculated(two()
                        + cell("<c r=\"A3\"><f>1+1</f><v>2</v></c><c r=\"B3\" t=\"e\"><f>1/0</f>"
                                + "<v>#DIV/0!</v></c>")))
                .isEmpty();
        assertThat(notCalculated("<row r=\"1\"><c r=\"A1\"><f>NOW()</f></c></row>" + Workbook.row(2, "Name", "Phone")
                        + Workbook.row(3, "Uma", "937-555-0101")))
                .as("above the names")
                .isEmpty();
        assertThatThrownBy(() -> notCalculated(
                        Workbook.row(1, "Name", "Phone") + "<row r=\"2\"><c r=\"A2\"><f>B9</f></c></row>"))
                .satisfies(e -> assertThat(((Refusal) e).errors().get("file"))
                        .containsExactly("There are no rows below the line of names. There are only formulas, without"
                                + " their results."));
    }

    @Test
    void aSheetIsChosenByItsName() throws IOException {
        Workbook workbook =
                new Workbook().sheet("Summary", Workbook.row(1, "Total", "Sum")).sheet("Customers", two());
        assertThat(file(workbook, " customers ").columns()).containsExactly("Name", "Phone");
        assertThat(file(workbook, null).readAs()).isEqualTo("Excel workbook, sheet “Summary”; it also has “Customers”");
        assertThatThrownBy(() -> file(workbook, "Leads"))
                .satisfies(e -> assertThat(((Refusal) e).errors().get("sheet"))
                        .containsExactly("There is no sheet “Leads”. There are: “Summary”, “Customers”."));
        Path csv = Files.writeString(folder.resolve("list.csv"), "Name\nUma\n");
        assertThatThrownBy(() -> SheetFile.of(csv, "Leads"))
                .satisfies(e -> assertThat(((Refusal) e).errors()).containsOnlyKeys("sheet"));
    }

    private void refused(String why, Path file) {
        assertThatThrownBy(() -> SheetFile.of(file, null).each((number, cells) -> {}))
                .as(why)
                .isInstanceOf(Refusal.class)
                .satisfies(e -> assertThat(((Refusal) e).errors()).as(why).containsOnlyKeys("file"));
    }

    private void refused(String why, String rows) throws IOException {
        refused(
                why,
                new Workbook()
                        .strings("<si><t>x</t></si>")
                        .sheet("A", two() + rows)
                        .write(folder.resolve("bad.xlsx")));
    }

    private static String cell(String cell) {
        return "<row r=\"3\">" + cell + "</row>";
    }

    @Test
    void whatMeansHarmIsRefusedInBoundedMemoryAndTime() throws IOException {
        refused("a column beyond all", cell("<c r=\"ZZZZZZ3\"><v>1</v></c>"));
        refused("a column by a sign for it", cell("<c r=\"&#90;ZZZZZ3\"><v>1</v></c>"));
        refused("a text that is not there", cell("<c r=\"A3\" t=\"s\"><v>2000000000</v></c>"));
        refused("a text by what is no number", cell("<c r=\"A3\" t=\"s\"><v><x/>2000000000</v></c>"));
        refused("another text that is not there", cell("<c r=\"A3\" t=\"s\"><v>-1</v></c>"));
        refused("digits without end", cell("<c r=\"A3\"><v>" + "9".repeat(500) + "</v></c>"));
        refused(
                "a text without end",
                cell("<c r=\"A3\" t=\"inlineStr\"><is><t>" + "x".repeat(200_000) + "</t></is></c>"));
        refused("too long a cell", cell("<c r=\"A3\" t=\"inlineStr\"><is><t>" + "x".repeat(60_000) + "</t></is></c>"));
        refused("too many columns", cell("<c r=\"CXX3\" t=\"inlineStr\"><is><t>x</t></is></c>"));
        refused("an attribute without end", cell("<c r=\"A3\" x=\"" + ">".repeat(2_000_000) + "\"/>"));
        refused("elements without end", cell("<a>".repeat(200) + "</a>".repeat(200)));
        refused("a cell of no kind", cell("<c r=\"A3\" t=\"zz\"><v>1</v></c>"));
        refused("a formula that is not there", cell("<c r=\"A3\"><f t=\"shared\" si=\"7\"/><v>1</v></c>"));
        refused("what is no XML", "<row");
        assertThat(rows(new Workbook().sheet("A", two() + cell("<c><v/></c><c r=\"XFD3\" s=\"1\"/>"))))
                .as("an empty cell in the last column")
                .hasSize(2);
        assertThat(rows(new Workbook().sheet("A", two() + cell("<c r=\"A3\"><v>1E-999999999</v></c>"))))
                .last()
                .isEqualTo("3 1E-999999999");
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        String entities = "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
        Path file = new Workbook()
                .sheet("A", two())
                .part("xl/other.xml", entities + "<sst><si><t>&b;</t></si></sst>")
                .write(folder.resolve("dtd.xlsx"));
        refused("a part with a document type", file);
    }

    @Test
    void aBombIsRefused() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        new Workbook().sheet("A", two()).write(bomb);
        byte[] honest = Files.readAllBytes(bomb);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb));
                java.util.zip.ZipInputStream from =
                        new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(honest))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(zip);
                if (entry.getName().contains("sheet1")) {
                    for (int i = 0; i < 1024; i++) {
                        zip.write(blanks);
                    }
                }
                zip.closeEntry();
            }
        }
        assertThat(Files.size(bomb)).isLessThan(2 << 20);
        refused("a gigabyte of blanks", bomb);
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        refused("a packed file", Files.write(folder.resolve("a.xlsx"), "PK\3\4 and no more".getBytes(UTF_8)));
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        refused("an old workbook", Files.write(folder.resolve("a.xls"), old));
        Path ods = folder.resolve("a.ods");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(ods))) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8));
            zip.closeEntry();
        }
        refused("another program's workbook", ods);
    }

    /** 1,200,000 texts of which each is another, as an export of customers has them. */
    @Test
    void aHundredThousandRowsOfDifferentTextsFitIntoASmallHeap() throws Exception {
        Path large = folder.resolve("large.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(large)))) {
            new Workbook().strings("<si><t>none</t></si>").sheet("A", "").write(folder.resolve("frame.xlsx"));
            try (java.util.zip.ZipInputStream from =
                    new java.util.zip.ZipInputStream(Files.newInputStream(folder.resolve("frame.xlsx")))) {
                for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    if (entry.getName().contains("sharedStrings")) {
                        texts(zip);
                    } else if (entry.getName().contains("sheet1")) {
                        cells(zip);
                    } else {
                        from.transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadLargeWorkbook.class.getName(),
                        large.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("100000 rows");
        Files.writeString(Path.of("target", "large-workbook.txt"), Files.size(large) / 1024 + " KB: " + said);
    }

    private static void texts(OutputStream out) throws IOException {
        out.write("<sst>".getBytes(UTF_8));
        for (int i = 0; i < 1_200_012; i++) {
            String text = i == 0 ? "Name" : i == 1 ? "Phone" : "Text no. " + i;
            out.write(("<si><t>" + text + "</t></si>").getBytes(UTF_8));
        }
        out.write("</sst>".getBytes(UTF_8));
    }

    private static void cells(OutputStream out) throws IOException {
        out.write("<worksheet><sheetData>".getBytes(UTF_8));
        for (int row = 1; row <= 100_001; row++) {
            StringBuilder cells = new StringBuilder("<row r=\"" + row + "\">");
            for (int column = 0; column < 12; column++) {
                cells.append("<c r=\"")
                        .append((char) ('A' + column))
                        .append(row)
                        .append("\" t=\"s\"><v>")
                        .append((row - 1) * 12 + column)
                        .append("</v></c>");
            }
            out.write(cells.append("</row>").toString().getBytes(UTF_8));
        }
        out.write("</sheetData></worksheet>".getBytes(UTF_8));
    }
}

package org.callboard.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook as its parts are written, also in ways that no spreadsheet would. */
public final class Workbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private String strings = "";
    private String formats = "";
    private boolean styled = true;
    private String properties = "";

    /** Adds a sheet with what stands in its {@code sheetData}. */
    public Workbook sheet(String name, String rows) {
        sheets.put(name, rows);
        return this;
    }

    public Workbook strings(String items) {
        strings = items;
        return this;
    }

    /** The formats that cells choose by {@code s="1"} and so on. */
    public Workbook formats(String... codes) {
        StringBuilder all = new StringBuilder("<numFmts>");
        StringBuilder styles = new StringBuilder("</numFmts><cellXfs><xf numFmtId=\"0\"/>");
        for (int i = 0; i < codes.length; i++) {
            all.append("<numFmt numFmtId=\"")
                    .append(164 + i)
                    .append("\" formatCode=\"")
                    .append(codes[i])
                    .append("\"/>");
            styles.append("<xf numFmtId=\"").append(164 + i).append("\"/>");
        }
        formats = all.append(styles).append("<xf numFmtId=\"14\"/></cellXfs>").toString();
        return this;
    }

    public Workbook withoutStyles() {
        styled = false;
        return this;
    }

    public Workbook since1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public Workbook part(String name, String content) {
        others.put(name, content);
        return this;
    }

    public Path write(Path path) throws IOException {
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            StringBuilder types = new StringBuilder();
            StringBuilder names = new StringBuilder();
            StringBuilder links = new StringBuilder();
            int number = 0;
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                number++;
                names.append(
                        "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheet.getKey(), number, number));
                links.append("<Relationship Id=\"rId%d\" Type=\"x\" Target=\"worksheets/sheet%d.xml\"/>"
                        .formatted(number, number));
                put(
                        zip,
                        "xl/worksheets/sheet" + number + ".xml",
                        HEAD + "<worksheet " + MAIN + "><sheetData>" + sheet.getValue() + "</sheetData></worksheet>");
            }
            types.append("<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>");
            if (!strings.isEmpty()) {
                types.append(
                        "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + TYPE + "sharedStrings+xml\"/>");
                put(zip, "xl/sharedStrings.xml", HEAD + "<sst " + MAIN + ">" + strings + "</sst>");
            }
            if (styled) {
                types.append("<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>");
                put(zip, "xl/styles.xml", HEAD + "<styleSheet " + MAIN + ">" + formats + "</styleSheet>");
            }
            put(
                    zip,
                    "[Content_Types].xml",
                    HEAD
                            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" + types
                            + "</Types>");
            put(
                    zip,
                    "xl/workbook.xml",
                    HEAD + "<workbook " + MAIN + ">" + properties + "<sheets>" + names + "</sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    HEAD
                            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + links
                            + "</Relationships>");
            for (Map.Entry<String, String> other : others.entrySet()) {
                put(zip, other.getKey(), other.getValue());
            }
        }
        return path;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }

    /** A row of texts that stand in their cells. */
    public static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < texts.length; i++) {
            row.append(
                    "<c r=\"" + (char) ('A' + i) + number + "\" t=\"inlineStr\"><is><t>" + texts[i] + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }
}

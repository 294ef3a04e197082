package org.callboard.sheets;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.callboard.sheets.UnpackedPart.TooLarge;

/**
 * Looks through a workbook before it is read. A small file may hold anything: a thousand times its size, a cell in a column
 * that no memory has room for, a text by a number that makes the reader look for ever. What passes here is read in bounded
 * memory and time.
 */
final class WorkbookGuard {

    /** In bytes, unpacked: of a sheet, and of all parts. */
    private static final long LARGEST_SHEET = 300L << 20;

    private static final long LARGEST = 600L << 20;

    private static final int MOST_PARTS = 5000;
    private static final int MOST_TEXTS = 1_500_000;
    private static final int MOST_COLUMNS = 16_384;

    /** The reader compares each cell with each of the formulas that fill a range. */
    private static final long MOST_COMPARISONS = 200_000_000;

    private static final int DEEPEST = 100;
    private static final int MOST_NAMES = 2000;
    private static final int LONGEST_NUMBER = 400;

    private static final XMLInputFactory XML = xml();
    private static final String TOO_LARGE =
            "The workbook holds more than can be read at once. Save the sheet as CSV and upload that.";

    private long left = LARGEST;
    private int texts;
    private boolean blankResults;

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Invalid where a workbook holds too much, or what no spreadsheet writes; IOException where it is no packed file.
     *
     * @return whether it has formulas with a blank for their result that is no text: nobody has calculated them
     */
    static boolean check(Path path) throws IOException {
        try (java.util.zip.ZipFile parts = new java.util.zip.ZipFile(path.toFile())) {
            if (parts.size() > MOST_PARTS) {
                throw SheetFile.wrong(TOO_LARGE);
            }
        }
        WorkbookGuard guard = new WorkbookGuard();
        try (ZipFile parts = ZipFile.builder().setPath(path).get()) {
            List<ZipArchiveEntry> entries = Collections.list(parts.getEntries());
            for (ZipArchiveEntry entry : entries) {
                try (InputStream in = parts.getInputStream(entry)) {
                    guard.part(new UnpackedPart(in, entry.getCompressedSize(), guard.left));
                }
            }
            return guard.blankResults;
        } catch (TooLarge e) {
            throw SheetFile.wrong(TOO_LARGE);
        }
    }

    private void part(UnpackedPart in) throws IOException {
        Parts parts = new Parts(in);
        try {
            parts.check();
            in.passOver(true);
        } catch (XMLStreamException e) {
            if (parts.ofSheets) {
                throw new IOException(e);
            }
            in.passOver(false); // a picture, or what nobody reads
        }
        texts += parts.texts;
        blankResults |= parts.blankResults;
        left -= in.count();
        if (texts > MOST_TEXTS) {
            throw SheetFile.wrong(TOO_LARGE);
        }
    }

    /** The elements of one part, as the reader would come across them. */
    private static final class Parts {
        private final UnpackedPart in;
        private final Set<String> names = new HashSet<>();
        private boolean ofSheets;
        private int texts;
        private int depth;
        private int column;
        private long cells;
        private long ranges;
        private String type = "";
        private boolean formula;
        private boolean blankResults;
        private final StringBuilder value = new StringBuilder();
        private int length;
        private int within = Integer.MAX_VALUE; // the depth of the value that is read

        Parts(UnpackedPart in) {
            this.in = in;
        }

        void check() throws XMLStreamException {
            XMLStreamReader reader = XML.createXMLStreamReader(in);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD ->
                        throw SheetFile.wrong("The workbook defines a language of its own, as no spreadsheet does.");
                    case XMLStreamConstants.START_ELEMENT -> begin(reader);
                    case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        text(reader);
                    default -> {}
                }
            }
            if (ranges * cells > MOST_COMPARISONS) {
                throw SheetFile.wrong("The sheet has too many formulas. Save it as CSV and upload that.");
            }
        }

        private void begin(XMLStreamReader reader) {
            String name = reader.getLocalName();
            if (++depth > DEEPEST || names.add(name) && names.size() > MOST_NAMES) {
                throw new TooLarge();
            }
            switch (name) {
                case "worksheet" -> {
                    ofSheets = true;
                    in.mayBe(LARGEST_SHEET);
                }
                case "sst" -> ofSheets = true;
                case "row" -> column = 0;
                case "c" -> {
                    cell(Objects.requireNonNullElse(reader.getAttributeValue(null, "r"), ""));
                    type = Objects.requireNonNullElse(reader.getAttributeValue(null, "t"), "n");
                    formula = false;
                }
                case "f" -> {
                    formula = true;
                    ranges += "array".equals(reader.getAttributeValue(null, "t")) ? 1 : 0;
                }
                default -> {}
            }
            switch (name) {
                case "v", "f", "is", "si" -> {
                    value.setLength(0);
                    length = 0;
                    within = depth;
                    texts += name.equals("si") ? 1 : 0;
                }
                default -> {}
            }
        }

        private void text(XMLStreamReader reader) {
            if (depth < within) {
                return;
            }
            length += reader.getTextLength();
            if (length > SheetFile.MAX_CELL + SheetFile.MAX_CELL) {
                throw SheetFile.wrong("The workbook has a cell that is longer than 50,000 characters.");
            }
            if (value.length() <= LONGEST_NUMBER) {
                value.append(reader.getText(), 0, Math.min(reader.getTextLength(), LONGEST_NUMBER + 1));
            }
        }

        private void end(String name) {
            if (--depth < within) {
                within = Integer.MAX_VALUE;
            }
            blankResults |= name.equals("v") && formula && !type.equals("str") && value.isEmpty();
            if (name.equals("v") && (type.equals("n") || type.equals("s"))) {
                boolean number = value.length() <= LONGEST_NUMBER;
                if (!number || type.equals("s") && !refers(value.toString())) {
                    throw SheetFile.wrong("The sheet has a number that no spreadsheet writes.");
                }
            }
        }

        private static boolean refers(String text) {
            try {
                return Integer.parseInt(text) < MOST_TEXTS;
            } catch (NumberFormatException e) {
                return text.isEmpty();
            }
        }

        private void cell(String place) {
            cells++;
            int value = 0;
            for (int i = 0; i < place.length() && !isDigit(place.charAt(i)); i++) {
                int letter = Character.toUpperCase(place.charAt(i)) - 'A' + 1;
                value = i > 2 || letter < 1 || letter > 26 ? MOST_COLUMNS + 1 : value * 26 + letter;
            }
            column = value == 0 ? column + 1 : value;
            if (column > MOST_COLUMNS) {
                throw SheetFile.wrong("The sheet has a cell in a column that no spreadsheet has.");
            }
        }

        private static boolean isDigit(char letter) {
            return letter >= '0' && letter <= '9';
        }
    }
}

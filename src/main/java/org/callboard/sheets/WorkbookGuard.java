package org.callboard.sheets;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.EOFException;
import java.io.FilterInputStream;
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

/**
 * Looks through a workbook before it is read. A small file may hold anything: a thousand times its size, a cell in a column
 * that no memory has room for, a text by a number that makes the reader look for ever. What passes here is read in bounded
 * memory and time.
 */
final class WorkbookGuard {

    /** In bytes, unpacked: of a sheet, of any other part such as the texts of all sheets, and of all together. */
    private static final long LARGEST_SHEET = 300L << 20;

    private static final long LARGEST_PART = 100L << 20;
    private static final long LARGEST = 600L << 20;

    /** Texts are packed to a twentieth or so; what is packed far better is made to burst. */
    private static final int PACKED = 200;

    private static final long SMALL = 20L << 20;

    private static final int MOST_PARTS = 5000;
    private static final int MOST_TEXTS = 1_500_000;
    private static final int MOST_COLUMNS = 16_384;

    /** The reader compares each cell with each of the formulas that fill a range. */
    private static final long MOST_COMPARISONS = 200_000_000;

    private static final int DEEPEST = 100;
    private static final int MOST_NAMES = 2000;
    private static final int LONGEST_NUMBER = 400;

    /** In bytes: of a tag with its attributes, or of the text behind it. */
    private static final int LONGEST_TAG = 1 << 20;

    private static final XMLInputFactory XML = xml();
    private static final String TOO_LARGE =
            "The workbook holds more than can be read at once. Save the sheet as CSV and upload that.";

    private long left = LARGEST;
    private int texts;

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Invalid where a workbook holds too much, or what no spreadsheet writes; IOException where it is no packed file. */
    static void check(Path path) throws IOException {
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
                    guard.part(new Unpacked(in, entry.getCompressedSize(), guard.left));
                }
            }
        } catch (TooLarge e) {
            throw SheetFile.wrong(TOO_LARGE);
        }
    }

    private void part(Unpacked in) throws IOException {
        Parts parts = new Parts(in);
        try {
            parts.check();
            in.skipNBytes(in.most);
        } catch (EOFException e) {
            // so that was all of it
        } catch (XMLStreamException e) {
            if (parts.ofSheets) {
                throw new IOException(e);
            }
            in.unread(); // a picture, or what nobody reads
        }
        texts += parts.texts;
        left -= in.count;
        if (texts > MOST_TEXTS) {
            throw SheetFile.wrong(TOO_LARGE);
        }
    }

    /** The elements of one part, as the reader would come across them. */
    private static final class Parts {
        private final Unpacked in;
        private final Set<String> names = new HashSet<>();
        private boolean ofSheets;
        private int texts;
        private int depth;
        private int column;
        private long cells;
        private long ranges;
        private String type = "";
        private final StringBuilder value = new StringBuilder();
        private int length;
        private int within = Integer.MAX_VALUE; // the depth of the value that is read

        Parts(Unpacked in) {
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
                    in.most = LARGEST_SHEET;
                }
                case "sst" -> ofSheets = true;
                case "row" -> column = 0;
                case "c" -> {
                    cell(Objects.requireNonNullElse(reader.getAttributeValue(null, "r"), ""));
                    type = Objects.requireNonNullElse(reader.getAttributeValue(null, "t"), "n");
                }
                case "f" -> ranges += "array".equals(reader.getAttributeValue(null, "t")) ? 1 : 0;
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

    /** What is unpacked is more than may be. */
    private static final class TooLarge extends RuntimeException {
        TooLarge() {
            super(null, null, false, false);
        }
    }

    /** Counts what is unpacked. */
    private static final class Unpacked extends FilterInputStream {
        private final long packed;
        private final long left;
        private long most = LARGEST_PART;
        private long count;
        private boolean binary;
        private int tag; // so many bytes since the last one began

        Unpacked(InputStream in, long packed, long left) {
            super(in);
            this.packed = Math.max(packed, 1);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            counted(bytes, from, read);
            return read;
        }

        @Override
        public long skip(long most) throws IOException {
            byte[] passed = new byte[(int) Math.min(most, 1 << 16)];
            return Math.max(0, read(passed, 0, passed.length));
        }

        /** Goes through what is left, which is no text. */
        void unread() throws IOException {
            binary = true;
            byte[] passed = new byte[1 << 16];
            while (read(passed, 0, passed.length) >= 0) {
                // it is only counted
            }
        }

        private void counted(byte[] bytes, int from, int read) {
            for (int i = from; i < from + read; i++) {
                tag = bytes[i] == '<' ? 0 : tag + 1;
                if (tag > LONGEST_TAG && !binary) {
                    throw new TooLarge();
                }
            }
            count += Math.max(0, read);
            if (count > Math.min(most, left) || count > SMALL && count / packed > PACKED) {
                throw new TooLarge();
            }
        }
    }
}

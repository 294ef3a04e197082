package org.callboard.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.validation.VisibleText;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Gives the cells of a workbook as the texts that somebody sees in them. */
final class WorkbookCells {

    private static final Pattern ERROR = Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!)");

    /** How spreadsheets write a sign that XML has none for. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** What in a format is no sign of its own. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

    /** A format that keeps zeros in front, such as that of ZIP codes. */
    private static final Pattern ZEROS = Pattern.compile("0{2,10}(?:-0{4})?");

    private static final Pattern MINUS = Pattern.compile("\\\\-|\"-\"");
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466); // the year 10000
    private static final int DIGITS = 30;

    private final LocalDate first;
    private final boolean blankResults;
    private final Map<Integer, Integer> notCalculated = new TreeMap<>();

    /** @param blankResults whether a formula with a blank for its result was never calculated, rather than came to that */
    WorkbookCells(boolean since1904, boolean blankResults) {
        this.first = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        this.blankResults = blankResults;
    }

    /** How many formulas of each column, by its place, the file has no results of. */
    Map<Integer, Integer> notCalculated() {
        return notCalculated;
    }

    /**
     * Those up to the last that says something; Invalid where it is too long a row.
     *
     * @param counts whether its formulas without a result count
     */
    List<String> of(Row row, boolean counts) {
        List<String> cells = new ArrayList<>();
        int blank = 0;
        int length = 0;
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.hasCell(i) ? row.getCell(i) : null;
            if (counts && cell != null && hasNoResult(cell)) {
                notCalculated.merge(i, 1, Integer::sum);
            }
            String text = cell == null ? "" : text(cell);
            if (!VisibleText.in(text)) {
                blank++;
                continue;
            }
            length += text.length();
            if (i >= SheetFile.MAX_COLUMNS || text.length() > SheetFile.MAX_CELL || length > SheetFile.MAX_ROW) {
                throw SheetFile.wrong("Row " + row.getRowNum() + " can't be read: it has more than "
                        + SheetFile.MAX_COLUMNS + " columns, or a cell is longer than 50,000 characters.");
            }
            for (; blank > 0; blank--) {
                cells.add("");
            }
            cells.add(text);
        }
        return cells;
    }

    private boolean hasNoResult(Cell cell) {
        return cell.getFormula() != null && cell.getValue() == null && (cell.getRawValue() == null || blankResults);
    }

    private String text(Cell cell) {
        Object value = cell.getValue();
        if (value == null || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number(number, cell.getDataFormatId(), cell.getDataFormatString());
        }
        if (value instanceof Boolean yes) {
            return yes ? "TRUE" : "FALSE";
        }
        String text = value.toString();
        return ERROR.matcher(text).matches() ? "" : unescaped(text);
    }

    private static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher escaped = ESCAPED.matcher(text);
        return escaped.replaceAll(found -> {
            char sign = (char) Integer.parseInt(found.group(1), 16);
            boolean whole = sign != 0 && !Character.isSurrogate(sign);
            return Matcher.quoteReplacement(whole ? String.valueOf(sign) : found.group());
        });
    }

    private String number(BigDecimal number, @Nullable Integer formatId, @Nullable String format) {
        if (number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS) {
            return number.toString();
        }
        if (isDate(formatId, format) && number.signum() >= 0 && number.compareTo(LAST_DAY) < 0) {
            return date(number);
        }
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        if (plain.contains(".") && plain.length() > 16) { // 0.30000000000000004 is 0.3
            plain = number.round(new MathContext(15, RoundingMode.HALF_UP))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return format == null ? plain : withZeros(plain, MINUS.matcher(format).replaceAll("-"));
    }

    private static String withZeros(String plain, String format) {
        if (!ZEROS.matcher(format).matches() || !plain.matches("\\d+")) {
            return plain;
        }
        int length = format.replace("-", "").length();
        return "0".repeat(Math.max(0, length - plain.length())) + plain;
    }

    /** The builtin formats of days and times have numbers, some of which no file spells out. */
    private static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (format == null) {
            return id != null
                    && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58);
        }
        String signs = LITERAL.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return !signs.contains("general") && signs.chars().anyMatch(sign -> "ymdhs".indexOf(sign) >= 0);
    }

    private String date(BigDecimal days) {
        long seconds = days.multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDateTime time = first.atStartOfDay().plus(seconds, ChronoUnit.SECONDS);
        if (seconds < 86_400 && seconds > 0) {
            return time.toLocalTime().toString();
        }
        return seconds % 86_400 == 0 ? time.toLocalDate().toString() : time.toString();
    }
}

package org.callboard.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.requests.BoundBody.To;
import org.callboard.requests.RequestSamples.Booleans;
import org.callboard.requests.RequestSamples.Decimals;
import org.callboard.requests.RequestSamples.Doubles;
import org.callboard.requests.RequestSamples.Guids;
import org.callboard.requests.RequestSamples.Instants;
import org.callboard.requests.RequestSamples.Lists;
import org.callboard.requests.RequestSamples.Longs;
import org.callboard.requests.RequestSamples.Names;
import org.callboard.requests.RequestSamples.PatchedDoubles;
import org.callboard.requests.RequestSamples.PatchedLongs;
import org.callboard.requests.RequestSamples.PatchedNames;
import org.callboard.requests.RequestSamples.PatchedRecords;
import org.callboard.requests.RequestSamples.PatchedTexts;
import org.callboard.requests.RequestSamples.PatchedWords;
import org.callboard.requests.RequestSamples.Records;
import org.callboard.requests.RequestSamples.Texts;
import org.callboard.requests.RequestSamples.Words;
import org.jspecify.annotations.Nullable;

/** What clients may put into a field, right and wrong, for each type that a field can have. */
final class RequestCells {

    /**
     * One value.
     *
     * @param json null where the field is left out
     */
    record Cell(String label, @Nullable String json) {}

    /**
     * The values of a type.
     *
     * @param good a value that stands beside the tried one in a list
     */
    record Group(String type, Class<? extends Record> sample, To to, String good, List<Cell> cells) {}

    private static final List<Cell> EVERY = concat(
            List.of(new Cell("(left out)", null)),
            cells("null", "\"\"", "\"  \"", "{}", "{\"a\":1}", "[]", "[1]", "[\"1\"]", "true", "false"),
            cells("0", "1", "-1", "1.0", "1.5", "1e3", "1e400", "\"text\"", "\"1\"", "\" 1 \"", "\"1.0\""),
            cells("\"1.5\"", "\"1e3\"", "\"true\"", "\"a\\u0000b\"", "\"\\ud83d\"", "\"\\udd25\\ud83d\""),
            cells("\"\\ud83d\\udd25\"", "\"\\t\\u00a0\\n\""),
            List.of(
                    new Cell("a number of 400 digits", "1".repeat(400)),
                    new Cell("a number of 401 digits", "1".repeat(401)),
                    new Cell("a text of 100,000", "\"" + "x".repeat(100_000) + "\""),
                    new Cell("a text of 2^20 + 1", "\"" + "x".repeat((1 << 20) + 1) + "\"")));

    private static final List<Cell> WHOLE = cells(
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "\"9223372036854775807\"",
            "\"9223372036854775808\"",
            "1e18",
            "1e19",
            "9007199254740993.0",
            "-0",
            "\"-0\"",
            "\"-1\"",
            "\"+1\"",
            "\"01\"",
            "\"0x1\"",
            "\"1,000\"",
            "\"\\u0661\"");

    private static final List<Cell> FRACTION = cells(
            "-0.0",
            "0.1",
            "39.7589478",
            "0.1234567890123456789",
            "1e-3",
            "1e-400",
            "1e-401",
            "1e39",
            "1e40",
            "1e308",
            "12345678901234567890.123",
            "1.10",
            "\"0.1\"",
            "\"0,1\"",
            "\"NaN\"");

    private static final List<Cell> DATES = texts(
            "2026-03-01T14:30:00Z",
            "2026-03-01T14:30:00z",
            "2026-03-01t14:30:00Z",
            "2026-03-01 14:30:00Z",
            "2026-03-01T14:30:00",
            "2026-03-01T14:30Z",
            "2026-03-01T14:30",
            "2026-03-01T14Z",
            "2026-03-01",
            "20260301T143000Z",
            "03/01/2026",
            " 2026-03-01T14:30:00Z ",
            "2026-03-01T14:30:00.1Z",
            "2026-03-01T14:30:00.123Z",
            "2026-03-01T14:30:00.123456Z",
            "2026-03-01T14:30:00.1234567Z",
            "2026-03-01T14:30:00.123456789Z",
            "2026-03-01T14:30:00.1234567891Z",
            "2026-03-01T14:30:00,5Z",
            "2026-03-01T14:30:00+02:00",
            "2026-03-01T14:30:00+0200",
            "2026-03-01T14:30:00+02",
            "2026-03-01T14:30:00 02:00",
            "2026-03-01T14:30:00-05:00",
            "2026-03-01T14:30:00-00:00",
            "2026-03-01T14:30:00+19:00",
            "2026-03-01T14:30:00Z[UTC]",
            "2026-03-01T09:30:00-05:00[America/New_York]",
            "2026-03-01T09:30:00[America/New_York]",
            "2026-03-01T14:30:00Z[America/New_York]",
            "2026-03-01T24:00:00Z",
            "2026-06-30T23:59:60Z",
            "2026-02-29T00:00:00Z",
            "2028-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-W10-7T00:00:00Z",
            "1899-12-31T23:59:59Z",
            "1900-01-01T00:00:00Z",
            "9999-12-31T23:59:59.9999999Z",
            "10000-01-01T00:00:00Z",
            "+10000-01-01T00:00:00Z",
            "0001-01-01T00:00:00",
            "0001-01-01T00:00:00Z",
            "0001-06-01",
            "0000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "/Date(1790000000000)/",
            "Sun, 01 Mar 2026 14:30:00 GMT",
            "1790000000",
            "now");

    private static final List<Cell> UUIDS = texts(
            "6f1c3c2e-8a8b-4b0e-9d0c-0123456789ab",
            "6F1C3C2E-8A8B-4B0E-9D0C-0123456789AB",
            " 6f1c3c2e-8a8b-4b0e-9d0c-0123456789ab ",
            "6f1c3c2e8a8b4b0e9d0c0123456789ab",
            "{6f1c3c2e-8a8b-4b0e-9d0c-0123456789ab}",
            "urn:uuid:6f1c3c2e-8a8b-4b0e-9d0c-0123456789ab",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "6f1c3c2e-8a8b-4b0e-9d0c-0123456789ag",
            "6f1c3c2e-8a8b-4b0e-9d0c0-123456789ab");

    private static final List<Cell> WORDS =
            texts("Low", "low", "LOW", " Low ", "Lo w", "Lowest", "Low,High", "Normal", "2");

    private static final List<Cell> OBJECTS = cells(
            "{\"x\":1}", "{\"X\":1}", "{\"x\":null}", "{\"x\":1.5}", "{\"x\":1,\"y\":2}", "[{\"x\":1}]", "\"{}\"");

    private static final List<Cell> LISTS = cells(
            "[1,2]",
            "[null]",
            "[1,null,3]",
            "[1.5,2,\"x\"]",
            "[\"1\",\" 2 \"]",
            "[[1]]",
            "[1,1]",
            "{\"0\":1}",
            "\"1,2\"");

    private static final List<Cell> EDGES = Stream.concat(
                    Stream.of(new Cell("(left out)", null)),
                    cells(
                            "null",
                            "\"\"",
                            "\"  \"",
                            "\"\\t\\u00a0\\n\"",
                            "\"\\u3164\"",
                            "\" text \"",
                            "\"\\ufeffUma\\u00a0One\\u200b\\u2003\"",
                            "\"\\u0928\\u092e\\u0938\\u094d\\u200d\\u0924\\u0947\"",
                            "\"a\\u0000b\"",
                            "1",
                            "{}")
                            .stream())
            .toList();

    private static final List<Cell> SENT_OR_NOT = Stream.concat(
                    Stream.of(new Cell("(left out)", null)),
                    cells("null", "\"\"", "\"  \"", "\"text\"", "{}", "[]", "[1]", "true", "1", "1.5", "\"1\"", "1e400")
                            .stream())
            .toList();

    static final List<Group> GROUPS = List.of(
            new Group("String", Texts.class, To.OPERATION, "\"good\"", concat(EVERY, texts(" text ", "Zoë 李雷"))),
            new Group("String of an inquiry", Texts.class, To.INQUIRY, "\"good\"", EVERY),
            new Group("String of a trimmed kind", Names.class, To.OPERATION, "\"good\"", EDGES),
            new Group("Long", Longs.class, To.OPERATION, "7", concat(EVERY, WHOLE)),
            new Group("Double", Doubles.class, To.OPERATION, "7", concat(EVERY, FRACTION)),
            new Group("BigDecimal", Decimals.class, To.OPERATION, "7", concat(EVERY, FRACTION)),
            new Group("Boolean", Booleans.class, To.OPERATION, "true", concat(EVERY, texts("True", "false", "yes"))),
            new Group("Instant", Instants.class, To.OPERATION, "\"2026-01-01T00:00:00Z\"", concat(EVERY, DATES)),
            new Group("UUID", Guids.class, To.OPERATION, UUIDS.getFirst().label, concat(EVERY, UUIDS)),
            new Group("enum", Words.class, To.OPERATION, "\"Low\"", concat(EVERY, WORDS)),
            new Group("record", Records.class, To.OPERATION, "{\"x\":7}", concat(EVERY, OBJECTS)),
            new Group("List", Lists.class, To.OPERATION, "[7]", concat(EVERY, LISTS)),
            new Group("Patch<String>", PatchedTexts.class, To.OPERATION, "\"good\"", SENT_OR_NOT),
            new Group("Patch<String> of a trimmed kind", PatchedNames.class, To.OPERATION, "\"good\"", EDGES),
            new Group("Patch<Long>", PatchedLongs.class, To.OPERATION, "7", SENT_OR_NOT),
            new Group("Patch<Double>", PatchedDoubles.class, To.OPERATION, "7", SENT_OR_NOT),
            new Group("Patch<enum>", PatchedWords.class, To.OPERATION, "\"Low\"", SENT_OR_NOT),
            new Group("Patch<record>", PatchedRecords.class, To.OPERATION, "{\"x\":7}", SENT_OR_NOT));

    private RequestCells() {}

    private static List<Cell> cells(String... json) {
        return Stream.of(json).map(value -> new Cell(value, value)).toList();
    }

    private static List<Cell> texts(String... texts) {
        return cells(Stream.of(texts).map(text -> '"' + text + '"').toArray(String[]::new));
    }

    @SafeVarargs
    private static List<Cell> concat(List<Cell>... parts) {
        List<Cell> all = new ArrayList<>();
        Stream.of(parts).forEach(all::addAll);
        return all;
    }
}

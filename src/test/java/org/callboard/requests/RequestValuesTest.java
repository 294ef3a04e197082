package org.callboard.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.callboard.requests.RequestSamples.Booleans;
import org.callboard.requests.RequestSamples.Decimals;
import org.callboard.requests.RequestSamples.Doubles;
import org.callboard.requests.RequestSamples.Guids;
import org.callboard.requests.RequestSamples.Instants;
import org.callboard.requests.RequestSamples.Longs;
import org.callboard.requests.RequestSamples.PatchedTexts;
import org.callboard.requests.RequestSamples.Sample;
import org.callboard.requests.RequestSamples.Texts;
import org.callboard.requests.RequestSamples.Word;
import org.callboard.requests.RequestSamples.Words;
import org.callboard.validation.Patch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules by which a value in the body of a request is read. {@link RequestTableTest} shows every one. */
class RequestValuesTest {

    private static final String WHOLE = "A whole number from -9223372036854775808 to 9223372036854775807 is expected.";

    private static final String DATE = "A date and time as in RFC 3339 is expected, such as 2026-03-01T14:30:00Z.";

    private static @Nullable Object value(String json, Class<? extends Record> sample) {
        return ((Sample<?>) BoundBody.of("{\"value\":" + json + "}", sample).as(Record.class)).value();
    }

    private static String refusal(String json, Class<? extends Record> sample) {
        BoundBody bound = BoundBody.of("{\"value\":" + json + "}", sample);
        assertThat(bound.said()).as(json).containsOnlyKeys("value");
        return bound.said().get("value");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.0, 1",
        "1e3, 1000",
        "-0, 0",
        "'\"1\"', 1",
        "'\" -1 \"', -1",
        "9223372036854775807.0, 9223372036854775807"
    })
    void aNumberWithoutAFractionIsWhole(String json, long expected) {
        assertThat(value(json, Longs.class)).isEqualTo(expected);
    }

    @Test
    void anIdIsNeitherAFractionNorOutOfRangeNorAnyText() {
        assertThat(refusal("1.5", Longs.class)).isEqualTo(WHOLE);
        assertThat(refusal("9223372036854775808", Longs.class)).isEqualTo(WHOLE);
        assertThat(refusal("\"9223372036854775808\"", Longs.class)).isEqualTo(WHOLE);
        for (String text :
                List.of("\"\"", "\"  \"", "\"1.0\"", "\"1e3\"", "\"+1\"", "\"0x1\"", "\"1,000\"", "\"\\u0661\"")) {
            assertThat(refusal(text, Longs.class)).as(text).isEqualTo("A whole number is expected.");
        }
        assertThat(refusal("true", Longs.class)).isEqualTo("A number is expected.");
    }

    /** What a reader of numbers would turn into infinity, or into a billion of digits. */
    @Test
    void aNumberBeyondReachIsRefusedAndNotRounded() {
        for (Class<? extends Record> type : List.of(Longs.class, Doubles.class, Decimals.class)) {
            for (String number : List.of("1e400", "-1e400", "1e-401", "1e2000000000", "1e9999999999")) {
                assertThat(refusal(number, type)).as(number).isEqualTo("The number is out of range.");
            }
        }
    }

    @Test
    void amountsKeepEveryDigit() {
        assertThat(value("12345678901234567890.1230", Decimals.class))
                .isEqualTo(new BigDecimal("12345678901234567890.1230"));
        assertThat(value("0.1", Decimals.class)).isEqualTo(new BigDecimal("0.1"));
        assertThat(value("39.7589478", Doubles.class)).isEqualTo(39.7589478);
    }

    /** Only ids come as text. */
    @Test
    void aNumberWithAFractionIsNoText() {
        assertThat(refusal("\"1.5\"", Doubles.class)).isEqualTo("A number is expected.");
        assertThat(refusal("\"1.5\"", Decimals.class)).isEqualTo("A number is expected.");
    }

    /** Whether it may be blank is another rule's matter. */
    @ParameterizedTest
    @ValueSource(strings = {"", "  ", " text ", "null", "1", "Zoë 李雷"})
    void textStaysAsItWasSent(String text) {
        assertThat(value('"' + text + '"', Texts.class)).isEqualTo(text);
    }

    @Test
    void textIsNothingElse() {
        for (String json : List.of("1", "1.5", "true", "{}", "[]", "[\"text\"]")) {
            assertThat(refusal(json, Texts.class)).as(json).isEqualTo("A string is expected.");
        }
    }

    @Test
    void whatPostgresCanNotStoreIsRefused() {
        assertThat(refusal("\"a\\u0000b\"", Texts.class)).isEqualTo("The NUL character is not allowed.");
        for (String half :
                List.of("\"\\ud83d\"", "\"\\udd25\"", "\"\\ud83dx\"", "\"\\udd25\\ud83d\"", "\"x\\ud83d\"")) {
            assertThat(refusal(half, Texts.class)).as(half).isEqualTo("Half of a surrogate pair is no character.");
        }
        assertThat(value("\"\\ud83d\\udd25\"", Texts.class)).isEqualTo("🔥");
    }

    @Test
    void trueAndFalseAreWordsOfJsonAlone() {
        assertThat(value("true", Booleans.class)).isEqualTo(true);
        for (String json : List.of("\"true\"", "1", "0", "\"\"", "[true]")) {
            assertThat(refusal(json, Booleans.class)).as(json).isEqualTo("true or false is expected.");
        }
    }

    @Test
    void aWordIsTakenInAnyCaseAndWithBlanksAround() {
        for (String word : List.of("\"High\"", "\"high\"", "\"HIGH\"", "\" High \"")) {
            assertThat(value(word, Words.class)).isEqualTo(Word.High);
        }
        for (String word : List.of("\"Highest\"", "\"\"", "\"2\"", "\"Low,High\"")) {
            assertThat(refusal(word, Words.class)).isEqualTo("One of Low, Normal, High is expected.");
        }
        assertThat(refusal("2", Words.class)).isEqualTo("A string is expected.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T14:30:00Z, 2026-03-01T14:30:00Z",
        "2026-03-01T14:30:00, 2026-03-01T14:30:00Z",
        "2026-03-01 14:30:00Z, 2026-03-01T14:30:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01T14:30:00.123Z, 2026-03-01T14:30:00.123Z",
        "2026-03-01T14:30:00.1234567Z, 2026-03-01T14:30:00.123456Z",
        "2026-03-01T14:30:00+02:00, 2026-03-01T12:30:00Z",
        "2026-03-01T14:30:00+0200, 2026-03-01T12:30:00Z",
        "2028-02-29T00:00:00Z, 2028-02-29T00:00:00Z"
    })
    void aDateIsReadAsClientsWriteIt(String text, Instant expected) {
        assertThat(value('"' + text + '"', Instants.class)).isEqualTo(expected);
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        for (String text :
                List.of("", "  ", "soon", "1790000000", "03/01/2026", "2026-02-29T00:00:00Z", "2026-13-01")) {
            assertThat(refusal('"' + text + '"', Instants.class)).as(text).isEqualTo(DATE);
        }
        assertThat(refusal("1790000000", Instants.class)).isEqualTo("A string is expected.");
        for (String text : List.of("1899-12-31T23:59:59Z", "+10000-01-01T00:00:00Z")) {
            assertThat(refusal('"' + text + '"', Instants.class))
                    .isEqualTo("A date between the years 1900 and 9999 is expected.");
        }
    }

    @Test
    void aDateThatDotNetNeverSetIsNone() {
        assertThat(value("\"0001-01-01T00:00:00\"", Instants.class)).isNull();
        assertThat(value("\"0001-01-01T00:00:00Z\"", Instants.class)).isNull();
    }

    @Test
    void aGuidHasItsFiveGroups() {
        String guid = "6f1c3c2e-8a8b-4b0e-9d0c-0123456789ab";
        assertThat(value('"' + guid + '"', Guids.class)).isEqualTo(UUID.fromString(guid));
        assertThat(value("\" " + guid.toUpperCase(Locale.ROOT) + " \"", Guids.class))
                .isEqualTo(UUID.fromString(guid));
        for (String text :
                List.of("", "1-1-1-1-1", guid.replace("-", ""), "{" + guid + "}", guid.replace("c-0", "c0-"))) {
            assertThat(refusal('"' + text + '"', Guids.class)).as(text).isEqualTo("A UUID is expected.");
        }
    }

    @Test
    void aFieldOfAChangeTellsNullFromNothing() {
        PatchedTexts nothing =
                BoundBody.of("{\"nested\":{}}", PatchedTexts.class).as(PatchedTexts.class);
        assertThat(nothing.value()).isEqualTo(Patch.absent());
        assertThat(nothing.nested().value()).isEqualTo(Patch.absent());
        assertThat(value("null", PatchedTexts.class)).isEqualTo(Patch.of(null));
        assertThat(value("\"x\"", PatchedTexts.class)).isEqualTo(Patch.of("x"));
        assertThat(refusal("1", PatchedTexts.class)).isEqualTo("A string is expected.");
    }
}

package org.callboard.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.callboard.requests.BoundBody.To;
import org.callboard.requests.RequestSamples.Longs;
import org.callboard.requests.RequestSamples.Person;
import org.callboard.requests.RequestSamples.Texts;
import org.callboard.validation.IgnoredFields;
import org.callboard.validation.Patch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules by which the body of a request is read as a whole: all errors at once, lists, names and what is no JSON. */
class RequestBodiesTest {

    private static final String WHOLE = "A whole number from -9223372036854775808 to 9223372036854775807 is expected.";

    private static final String DATE = "A date and time as in RFC 3339 is expected, such as 2026-03-01T14:30:00Z.";

    private static final String UNKNOWN = "This field is unknown.";

    record Entry(
            @NotBlank @Size(max = 3) @Nullable String key,
            @Nullable Long number) {}

    record Checked(
            @NotBlank @Size(max = 3) @Nullable String name,
            @NotNull @Nullable Long id,
            @Nullable Instant start,
            @Size(max = 2) @Nullable List<@Valid Entry> entries,
            Patch<@Size(max = 3) String> title) {}

    record Group(@Size(max = 100) List<@Valid Entry> entries) {}

    record Groups(@Size(max = 100) List<@Valid Group> groups) {}

    record Inquired(@Size(max = 2) @Nullable List<@Nullable Long> tags) {}

    @Test
    void typesAndConstraintsAreToldInOneAnswer() {
        String body = """
                {"name":"long","id":"x","start":"soon","title":"long",
                 "entries":[{"key":1,"number":{}},{"key":"  "},7]}
                """;
        assertThat(BoundBody.of(body, Checked.class).said())
                .containsOnly(
                        entry("name", "At most 3 characters are allowed."),
                        entry("id", "A whole number is expected."),
                        entry("start", DATE),
                        entry("title", "At most 3 characters are allowed."),
                        entry("entries", "At most 2 are allowed."),
                        entry("entries[0].key", "A string is expected."),
                        entry("entries[0].number", "A number is expected."),
                        entry("entries[1].key", "This field is required."),
                        entry("entries[2]", "An object is expected."));
    }

    @Test
    void whatIsWrongIsNotCalledMissingToo() {
        assertThat(BoundBody.of("{\"name\":{},\"id\":true}", Checked.class).said())
                .containsOnly(entry("name", "A string is expected."), entry("id", "A number is expected."));
    }

    @Test
    void whatIsWrongInAListIsNamedByItsPlace() {
        assertThat(BoundBody.of("{\"values\":[1,null,\"x\",1.5,5]}", Longs.class)
                        .said())
                .containsOnly(
                        entry("values[1]", "null is not allowed here."),
                        entry("values[2]", "A whole number is expected."),
                        entry("values[3]", WHOLE));
        assertThat(BoundBody.of("{\"values\":7,\"items\":{},\"nested\":[]}", Longs.class)
                        .said())
                .containsOnly(
                        entry("values", "An array is expected."),
                        entry("items", "An array is expected."),
                        entry("nested", "An object is expected."));
    }

    /** Each list is as long as it may be; together they would be more than memory holds errors for. */
    @Test
    void aRequestHoldsSoManyObjectsAtMost() {
        String entry = "{\"key\":\"a\"}";
        String most = groups(100, 48, entry);
        assertThat(BoundBody.of(most, Groups.class).as(Groups.class).groups()).hasSize(100);
        for (String one : List.of(entry, "{}")) {
            assertThat(BoundBody.of(groups(100, 100, one), Groups.class).said())
                    .containsOnly(entry(
                            "groups[49].entries[49]",
                            "A request may have at most 5000 objects, and this is one more."));
        }
    }

    private static String groups(int groups, int each, String entry) {
        String group = "{\"entries\":[" + String.join(",", Collections.nCopies(each, entry)) + "]}";
        return "{\"groups\":[" + String.join(",", Collections.nCopies(groups, group)) + "]}";
    }

    @Test
    void unknownNamesAreNamedAtEveryDepthAndStrictlyRefused() {
        String body = "{\"x\":{\"y\":1},\"address\":{\"floor\":2,\"zip\":\"4\"},\"contacts\":[{\"x\":1}]}";
        BoundBody lenient = BoundBody.of(body, Person.class);
        assertThat(lenient.as(Person.class).address().zip()).isEqualTo("4");
        assertThat(lenient.ignored()).isEqualTo("x, address.floor, contacts[0].x");
        BoundBody strict = BoundBody.strictly(body.replace("\"4\"", "4"), Person.class);
        assertThat(strict.said())
                .containsOnly(
                        entry("x", UNKNOWN),
                        entry("address.floor", UNKNOWN),
                        entry("contacts[0].x", UNKNOWN),
                        entry("address.zip", "A string is expected."));
    }

    @Test
    void namesCountInAnyCaseAndAreAnsweredAsTheyAreKnown() {
        BoundBody bound = BoundBody.of("{\"NAME\":\"x\",\"Address\":{\"ZIP\":\"4\"}}", Person.class);
        assertThat(bound.as(Person.class).name()).isEqualTo("x");
        assertThat(bound.as(Person.class).address().zip()).isEqualTo("4");
        assertThat(bound.ignored()).isNull();
        assertThat(BoundBody.strictly("{\"CAMPAIGNID\":\"x\",\"ADDRESS\":{\"Zip\":4}}", Person.class)
                        .said())
                .containsOnlyKeys("campaignId", "address.zip");
    }

    /** In another case it is no duplicate of JSON's, and yet which of the two is meant, nobody can say. */
    @Test
    void aNameInTwoCasesIsThereTwice() {
        for (String other : List.of("\"b\"", "\"a\"", "null")) {
            assertThat(BoundBody.of("{\"name\":\"a\",\"NAME\":" + other + "}", Person.class)
                            .said())
                    .containsExactly(entry("name", "This name is there twice."));
        }
        for (String first : List.of(
                "\"name\":\"a\",\"NAME\":\"b\"", "\"name\":null,\"NAME\":\"a\"", "\"Name\":{},\"name\":\"a\"")) {
            BoundBody kept = BoundBody.of("{" + first + "}", Person.class, To.REACHABLE_INQUIRY);
            assertThat(kept.as(Person.class).name()).as(first).isEqualTo("a");
            assertThat(kept.ignored()).isEqualTo("name");
        }
    }

    @Test
    void aNameThatIsThereTwiceIsRefused() {
        assertThat(BoundBody.of("{\"name\":\"a\",\"name\":\"b\"}", Person.class).said())
                .containsExactly(entry("name", "This name is there twice."));
        assertThat(BoundBody.of("{\"contacts\":[{},{\"value\":\"a\",\"value\":\"b\"}]}", Person.class)
                        .said())
                .containsExactly(entry("contacts[1].value", "This name is there twice."));
    }

    @Test
    void whatIsNoJsonSaysWhere() {
        assertThat(BoundBody.of("{\"name\":\"x\",\n \"address\":nope}", Person.class)
                        .said())
                .containsExactly(entry("address", "This is not valid JSON (line 2, column 12)."));
        assertThat(BoundBody.of("{\"name\":\"x\"", Person.class).said())
                .containsExactly(entry("name", "The JSON ends before it is complete."));
        assertThat(BoundBody.of("{} {}", Person.class).said())
                .containsExactly(entry("body", "Something follows the end of the JSON."));
        assertThat(BoundBody.of("[]", Person.class).said())
                .containsExactly(entry("body", "A JSON object is expected."));
        assertThat(BoundBody.of(" ", Person.class).said())
                .containsExactly(entry("body", "A JSON object is expected, and the body is empty."));
    }

    @Test
    void whatIsTooLongIsNamedAmongTheOthersAndWhatIsTooDeepIsRefusedUnread() {
        String tooMuch = "The value is too long or too deeply nested.";
        String body = "{\"name\":\"" + "x".repeat((1 << 20) + 1) + "\",\"campaignId\":\"?\"}";
        assertThat(BoundBody.of(body, Person.class).said())
                .containsExactly(
                        entry("campaignId", "A whole number is expected."), entry("name", "The value is too long."));
        BoundBody deep = BoundBody.of("{\"x\":" + "[".repeat(100_000), Person.class);
        assertThat(deep.said()).hasSize(1).containsValue(tooMuch);
    }

    /** It would take hundreds of megabytes to say what is wrong with each element. */
    @Test
    void ofAListThatIsTooLongNoMoreIsReadThanTellsSo() {
        String body = "{\"entries\":[" + "{},".repeat(100_000) + "7]}";
        assertThat(BoundBody.strictly(body, Checked.class).said())
                .containsOnlyKeys("id", "name", "entries", "entries[0].key", "entries[1].key", "entries[2].key");
        byte[] tags = ("{\"tags\":[" + "1,".repeat(100_000) + "2]}").getBytes(StandardCharsets.UTF_8);
        assertThat(BoundBody.of(tags, Inquired.class, To.INQUIRY, true).said())
                .hasSize(IgnoredFields.MAX)
                .containsKeys("tags[2]", "tags[51]");
        BoundBody kept = BoundBody.of(tags, Inquired.class, To.REACHABLE_INQUIRY, false);
        assertThat(kept.as(Inquired.class).tags()).startsWith(1L, 1L).hasSize(2 + IgnoredFields.MAX);
        assertThat(kept.as(Inquired.class).tags().stream().skip(2)).containsOnlyNulls();
        assertThat(kept.ignored().split(", ")).hasSize(IgnoredFields.MAX).startsWith("tags[2]");
    }

    @Test
    void ofManyWrongFieldsTheFirstAreNamed() {
        StringBuilder body = new StringBuilder("{\"name\":7");
        for (int i = 0; i < 2000; i++) {
            body.append(",\"x").append(i).append("\":1");
        }
        assertThat(BoundBody.strictly(body.append("}").toString(), Person.class).said())
                .hasSize(1001)
                .containsKeys("name", "x998")
                .containsEntry("body", "More than 1000 fields are wrong; these are the first.");
    }

    /** Programs send what people dial as a number; who wants everything checked is told. */
    @Test
    void anInquiryTakesANumberForAText() {
        byte[] body = "{\"value\":9375550142,\"values\":[1e3]}".getBytes(StandardCharsets.UTF_8);
        Texts texts = BoundBody.of(body, Texts.class, To.INQUIRY, false).as(Texts.class);
        assertThat(texts.value()).isEqualTo("9375550142");
        assertThat(texts.values()).containsExactly("1000");
        assertThat(BoundBody.of(body, Texts.class, To.INQUIRY, true).said()).containsOnlyKeys("value", "values[0]");
    }

    @Test
    void anInquiryOfSomebodyWhoCanBeReachedIsKeptWithoutWhatIsWrong() {
        byte[] body =
                "{\"name\":\"x\",\"campaignId\":\"y\",\"address\":{\"zip\":{},\"floor\":1},\"contacts\":[7,{\"value\":\"z\"}]}"
                        .getBytes(StandardCharsets.UTF_8);
        BoundBody kept = BoundBody.of(body, Person.class, To.REACHABLE_INQUIRY, false);
        assertThat(kept.as(Person.class).name()).isEqualTo("x");
        assertThat(kept.as(Person.class).campaignId()).isNull();
        assertThat(kept.as(Person.class).contacts().get(1).value()).isEqualTo("z");
        assertThat(kept.ignored()).isEqualTo("address.floor, campaignId, address.zip, contacts[0]");
        assertThat(BoundBody.of(body, Person.class, To.INQUIRY, false).said())
                .containsOnlyKeys("campaignId", "address.zip", "contacts[0]");
    }
}

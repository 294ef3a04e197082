package org.callboard.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.database.QueryComponents;
import org.callboard.http.QuerySyntax;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.CommaSeparated;
import org.callboard.paging.DateRange;
import org.callboard.paging.Ids;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Sort;
import org.callboard.requests.RequestSamples.Word;
import org.callboard.testing.Golden;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.StringUtils;

/** The same as {@link RequestTableTest} for the parameters of a query, of which each comes as text. */
class QueryTableTest {

    /** A parameter of each type that a list takes, under a name that means nothing but where the name has a meaning. */
    record Parameters(
            @Nullable String text,
            @Nullable String externalId,
            @Nullable Integer number,
            @Nullable Long customerId,
            @Nullable Long jobType,
            @Nullable Double latitude,
            @Nullable BigDecimal amount,
            @Nullable Boolean truth,
            @Nullable Instant date,
            @Nullable Instant createdBefore,
            @Nullable Instant createdOnOrAfter,
            @Nullable UUID applicationGuid,
            @Nullable Ids ids,
            @Nullable CommaSeparated values,
            @Nullable Sort sort,
            @Nullable Word word,
            @Nullable List<Word> words,
            @Nullable ActiveFilter active) {}

    private static final RequestReader READER = BoundBody.reader();

    private static final String GUID = "6f1c3c2e-8a8b-4b0e-9d0c-0123456789ab";

    private static Map<String, List<String>> tried() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("text", List.of("", "%20", "x", "%20x%20", "null", "1"));
        all.put("externalId", List.of("", "%20", "x"));
        all.put("number", List.of("", "1", "%201", "1.0", "1.5", "1e3", "-1", "%2B1", "x", "2147483647", "2147483648"));
        all.put(
                "customerId",
                List.of("", "1", "1.0", "-1", "0x1", "%D9%A1", "9223372036854775807", "9223372036854775808"));
        all.put("jobType", List.of("", "1", "1,2", "x"));
        all.put("latitude", List.of("", "1", "-1.5", "%2B1.5", "+1.5", "1e3", "1,5", ".5", "1.", "NaN", "x"));
        all.put("amount", List.of("1", "1.50", "123456789012345678901", "1e3"));
        all.put("truth", List.of("", "true", "True", "TRUE", "1", "0", "false", "%20true", "yes", "x"));
        List<String> dates = List.of(
                "2026-03-01T14:30:00Z",
                "2026-03-01T14:30:00%2B02:00",
                "2026-03-01T14:30:00+02:00",
                "2026-03-01T14:30:00+0200",
                "2026-03-01T14:30:00.1234567Z",
                "2026-03-01+14:30:00",
                "2026-03-01",
                "0001-01-01T00:00:00",
                "9999-12-31T23:59:59.9999999",
                "x",
                "");
        all.put("date", dates);
        all.put("createdBefore", dates);
        all.put("createdOnOrAfter", List.of("0001-01-01T00:00:00", "1899-12-31", "%2B10000-01-01T00:00:00Z"));
        all.put("applicationGuid", List.of("", GUID, "%20" + GUID, GUID.replace("-", ""), "x"));
        all.put("ids", List.of("", "1", "1,2", "1,%202", "1,,2", "1,", "-1", "%2B1", "x,1", "1,".repeat(50) + "1"));
        all.put("values", List.of("", "a", "a,%20b", "a,,b"));
        all.put("sort", List.of("", "Id", "+Id", "%2BId", "-ModifiedOn", "-modifiedon", "createdOn", "--Id", "Name"));
        all.put("word", List.of("", "Low", "low", "%20HIGH", "Lowest", "Low,High"));
        all.put("words", List.of("", "Low", "low,High", "Low,Lowest", "Low,"));
        all.put("active", List.of("", "True", "any", "false", "1", "0", "x"));
        return all;
    }

    private static final List<String> OTHERWISE = List.of(
            "text=a&text=a",
            "text=a&text=b",
            "text=&text=b",
            "TEXT=a",
            "text[]=a",
            "number=1&number=1",
            "number=1&number=%201",
            "number=1&number=2",
            "truth=true&truth=1",
            "ids=1&ids=2,3",
            "ids[]=1&ids[1]=2",
            "ids=1&ids=",
            "word=low&word=Low",
            "words=Low&words=High",
            "active=True&active=1",
            "text=%00",
            "customerId=x&number=x&sort=x&date=x");

    private static MockHttpServletRequest request(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setParameters(QuerySyntax.parameters(query));
        return request;
    }

    private static String outcome(String query) {
        FieldErrors errors = new FieldErrors();
        Parameters value = READER.query(request(query), Parameters.class, errors);
        return errors.isEmpty()
                ? "= " + RequestTable.given(value)
                : "! "
                        + errors.asMap().entrySet().stream()
                                .map(said -> said.getKey() + ": " + String.join(" | ", said.getValue()))
                                .collect(Collectors.joining(" ; "));
    }

    @Test
    void everyParameterIsTakenOrRefusedAsTheTableSays() {
        List<String> lines = new ArrayList<>(List.of(
                "# What becomes of the parameters of a query.",
                "#",
                "# = what is bound, where anything is   ! what is said of a parameter in a 400"));
        tried().forEach((name, values) -> {
            lines.addAll(List.of("", "## " + RequestTypes.named(component(name).getGenericType()) + " " + name, ""));
            for (String value : values) {
                String query = name + "=" + value;
                lines.add(RequestTable.line(StringUtils.truncate(query, 50), outcome(query)));
            }
        });
        lines.addAll(List.of("", "## Several, and other names", ""));
        OTHERWISE.forEach(query -> lines.add(RequestTable.line(query, outcome(query))));
        Golden.check("query-values.txt", lines, QueryTableTest.class);
    }

    private static RecordComponent component(String name) {
        return Stream.of(Parameters.class.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyTypeThatAQueryHasStandsInTheTable() {
        Set<String> covered = Stream.of(Parameters.class.getRecordComponents())
                .map(component -> kind(component))
                .collect(Collectors.toSet());
        assertThat(tried().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Parameters.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(RequestTypes.queries().count()).isGreaterThan(15);
        assertThat(RequestTypes.queries()
                        .flatMap(type -> QueryComponents.of(type).stream())
                        .filter(component -> !covered.contains(kind(component)))
                        .map(component -> component.getDeclaringRecord().getName() + "." + component.getName()))
                .isEmpty();
    }

    /** As {@link DateRange} in most lists: its parameters have no name of their holder in front, and it is none itself. */
    @Test
    void theParametersOfAnUnwrappedRecordStandAmongTheOthers() {
        List<RecordComponent> components = QueryComponents.of(ListQuery.class);
        assertThat(components)
                .extracting(QueryComponents::name)
                .containsExactly(
                        "ids", "createdBefore", "createdOnOrAfter", "modifiedBefore", "modifiedOnOrAfter", "sort");
        FieldErrors errors = new FieldErrors();
        String query = "ids=1&CreatedBefore=2026-03-01&modifiedOnOrAfter=2026-03-02&sort=-Id";
        assertThat(READER.query(request(query), ListQuery.class, errors))
                .isEqualTo(new ListQuery(
                        Ids.parse("1"),
                        new DateRange(Times.bound("2026-03-01"), null, null, Times.bound("2026-03-02")),
                        Sort.parse("-Id")));
        assertThat(READER.query(request(""), ListQuery.class, errors))
                .isEqualTo(new ListQuery(null, DateRange.ALL, null));
        assertThat(errors.isEmpty()).isTrue();
        READER.query(request("ids=x&createdBefore=x&modifiedBefore=2026-03-01&sort=x"), ListQuery.class, errors);
        assertThat(errors.asMap()).containsOnlyKeys("ids", "createdBefore", "sort");
        assertThat(QueryValues.of(request("dates=x&dates.createdBefore=x&modifiedBefore=x"))
                        .unknown(components))
                .containsExactlyInAnyOrder("dates", "dates.createdBefore");
    }

    private static String kind(RecordComponent component) {
        return RequestTypes.kinds(component.getGenericType()).collect(Collectors.joining(" of "));
    }
}

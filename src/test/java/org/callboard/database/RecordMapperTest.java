package org.callboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A record meets its columns and parameters by name; what can't be mapped is known before anything is read. */
class RecordMapperTest {

    record Place(String street, @Nullable String unit) {}

    record Point(double latitude, double longitude) {}

    record Visit(
            String name,
            boolean doNotMail,
            @Nullable Long paymentTermId,
            @Nullable BigDecimal creditLimit,
            @Nullable DayOfWeek day,
            Place place,
            @Nullable Point point,
            @Nullable Instant start,
            @Nullable UUID id,
            int count) {}

    private static final RecordMapper<Visit> VISITS = RecordMapper.of(Visit.class);
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final UUID ID = new UUID(1, 2);
    private static final Visit FULL = new Visit(
            "Ada",
            true,
            7L,
            new BigDecimal("1.50"),
            DayOfWeek.FRIDAY,
            new Place("1 Elm", "B"),
            new Point(1.5, -2),
            NOON,
            ID,
            3);
    private static final Visit BARE =
            new Visit("Bo", false, null, null, null, new Place("2 Oak", null), null, null, null, 0);

    @Test
    void parametersAreNamedAsTheComponents() {
        assertThat(VISITS.params(FULL))
                .containsExactly(
                        entry("name", "Ada"),
                        entry("doNotMail", true),
                        entry("paymentTermId", 7L),
                        entry("creditLimit", new BigDecimal("1.50")),
                        entry("day", "FRIDAY"),
                        entry("street", "1 Elm"),
                        entry("unit", "B"),
                        entry("latitude", 1.5),
                        entry("longitude", -2.0),
                        entry("start", NOON),
                        entry("id", ID),
                        entry("count", 3));
    }

    @Test
    void whatIsNotThereIsBoundAsNull() {
        assertThat(VISITS.params(BARE))
                .containsOnlyKeys(VISITS.params(FULL).keySet())
                .containsEntry("latitude", null)
                .containsEntry("longitude", null)
                .containsEntry("day", null)
                .containsEntry("unit", null);
    }

    @Test
    void manyRecordsAreAnArrayForEachName() {
        var arrays = VISITS.arrays(List.of(FULL, BARE));
        assertThat(arrays).containsOnlyKeys(VISITS.params(FULL).keySet());
        assertThat(arrays.get("name")).containsExactly("Ada", "Bo");
        assertThat(arrays.get("doNotMail")).containsExactly("true", "false");
        assertThat(arrays.get("creditLimit")).containsExactly("1.50", null);
        assertThat(arrays.get("day")).containsExactly("FRIDAY", null);
        assertThat(arrays.get("latitude")).containsExactly("1.5", null);
        assertThat(arrays.get("start")).containsExactly("2026-11-28T12:00:00Z", null);
        assertThat(VISITS.arrays(List.of()).get("id")).isEmpty();
    }

    @Test
    void statementsAreWrittenOut() {
        assertThat(RecordMapper.of(Place.class).sql("a (COLUMNS) b (PARAMETERS) c ASSIGNMENTS d (ARRAYS)"))
                .isEqualTo(
                        "a (street, unit) b (:street, :unit) c street = :street, unit = :unit d (:street::text[], :unit::text[])");
        assertThat(VISITS.sql("COLUMNS"))
                .isEqualTo("name, do_not_mail, payment_term_id, credit_limit, day, street, unit, latitude, longitude,"
                        + " start, id, count");
        assertThat(VISITS.sql("ARRAYS"))
                .isEqualTo(":name::text[], :doNotMail::boolean[], :paymentTermId::bigint[], :creditLimit::numeric[],"
                        + " :day::text[], :street::text[], :unit::text[], :latitude::float8[], :longitude::float8[],"
                        + " :start::timestamptz[], :id::uuid[], :count::int[]");
    }

    record Lists(
            List<String> texts,
            List<DayOfWeek> days,
            @Nullable List<Long> ids) {}

    record Json(List<Place> places) {}

    @Test
    void listsAreArrays() {
        RecordMapper<Lists> lists = RecordMapper.of(Lists.class);
        assertThat(lists.params(new Lists(List.of("a", "b"), List.of(DayOfWeek.MONDAY), null)))
                .containsExactly(
                        entry("texts", new String[] {"a", "b"}),
                        entry("days", new String[] {"MONDAY"}),
                        entry("ids", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lists.arrays(List.of(new Lists(List.of("a"), List.of(), null))));
        Json json = new Json(List.of(new Place("1 Elm", null)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordMapper.of(Json.class).params(json));
    }

    record Strange(URI uri) {}

    record Raw(List<URI> uris) {}

    record Unclear(@Nullable Hollow hollow) {}

    record Hollow(@Nullable String maybe, String sure) {}

    record Twice(Place from, Place to) {}

    @Test
    void aRecordThatFitsNoRowIsRefusedAtOnce() {
        for (Class<? extends Record> wrong : List.of(Strange.class, Raw.class, Unclear.class, Twice.class)) {
            assertThatIllegalStateException().as(wrong.getName()).isThrownBy(() -> RecordMapper.of(wrong));
        }
    }
}

package org.callboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.callboard.testing.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of every type of column come back as the records that were sent. */
class MappedRowsTest {

    record Point(double latitude, double longitude) {}

    record Entry(String key, @Nullable String value) {}

    record Sent(
            long id,
            @Nullable Long owner,
            int version,
            @Nullable Integer days,
            boolean active,
            @Nullable Boolean firstTime,
            Point from,
            @Nullable Far far,
            @Nullable String memo,
            @Nullable DayOfWeek day,
            @Nullable BigDecimal creditLimit,
            @Nullable Instant start,
            @Nullable UUID guid) {}

    record Far(double farLatitude, @Nullable Double farLongitude) {}

    record Listed(List<Long> ids, @Nullable List<String> texts, List<DayOfWeek> days, List<Entry> entries) {}

    private static final RecordMapper<Sent> MAPPER = RecordMapper.of(Sent.class);
    private static final RecordMapper<Listed> LISTED = RecordMapper.of(Listed.class);
    private static final Sent FULL = new Sent(
            9_007_199_254_740_993L,
            2L,
            3,
            4,
            true,
            false,
            new Point(1.25, -0.1),
            new Far(5, 6.5),
            "it's, \"so\" {}\\",
            DayOfWeek.SUNDAY,
            new BigDecimal("12345678901234567890.10"),
            Instant.parse("2026-11-28T12:00:00.123456Z"),
            new UUID(1, 2));
    private static final Sent BARE =
            new Sent(0, null, 0, null, false, null, new Point(0, 0), null, null, null, null, null, null);

    private final JdbcClient jdbc = Server.bean(JdbcClient.class);

    @Test
    void oneByOneAndManyAtOnceTheyComeBackAsTheyWent() {
        List<Sent> all = List.of(FULL, BARE, FULL);
        List<Sent> back = jdbc.sql(MAPPER.sql("select 'more' as other, * from unnest(ARRAYS) as s (COLUMNS)"))
                .params(MAPPER.arrays(all))
                .query(MAPPER.rows())
                .list();
        assertThat(back).isEqualTo(all);
        assertThat(jdbc.sql(MAPPER.sql("select * from (values (PARAMETERS)) as s (COLUMNS)"))
                        .params(MAPPER.params(FULL))
                        .query(MAPPER.rows())
                        .single())
                .isEqualTo(FULL);
    }

    @Test
    void listsAreReadFromArraysAndFromJson() {
        String select = """
                select array[3, 1]::bigint[] as ids, TEXTS as texts, array['MONDAY'] as days, ENTRIES as entries
                """;
        assertThat(jdbc.sql(select.replace("TEXTS", "array['a', null]::text[]")
                                .replace("ENTRIES", "'[{\"key\": \"k\", \"value\": null}]'::json"))
                        .query(LISTED.rows())
                        .single())
                .satisfies(listed -> {
                    assertThat(listed.ids()).containsExactly(3L, 1L);
                    assertThat(listed.texts()).containsExactly("a", null);
                    assertThat(listed.days()).containsExactly(DayOfWeek.MONDAY);
                    assertThat(listed.entries()).containsExactly(new Entry("k", null));
                });
        assertThat(jdbc.sql(select.replace("TEXTS", "null::text[]").replace("ENTRIES", "'[]'::jsonb"))
                        .query(LISTED.rows())
                        .single())
                .isEqualTo(new Listed(List.of(3L, 1L), null, List.of(DayOfWeek.MONDAY), List.of()));
    }

    @Test
    void twoQueriesWithTheirColumnsInAnotherOrderDoNotMeet() {
        String one = "select * from (values (1.5::float8, 2.5::float8)) as p (latitude, longitude)";
        String other = "select * from (values (2.5::float8, 1.5::float8)) as p (longitude, latitude)";
        RecordMapper<Point> points = RecordMapper.of(Point.class);
        for (String sql : List.of(one, other, one)) {
            assertThat(jdbc.sql(sql).query(points.rows()).single()).isEqualTo(new Point(1.5, 2.5));
        }
        assertThatThrownBy(() -> jdbc.sql("select 1.5::float8 as latitude")
                        .query(points.rows())
                        .list())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("longitude");
    }
}

package org.callboard.geocoding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which geocoder a company asks, how often it did today, and what it was answered. */
@Repository
class AddressProviderStore {

    /** What is set up, with the key still encrypted. */
    record Stored(ProviderSettings settings, byte @Nullable [] key) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    AddressProviderStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Stored> find(long tenant) {
        return jdbc.sql("""
                select provider, url, key, calls_a_second, calls_a_day from address_provider where tenant_id = :tenant
                """)
                .param("tenant", tenant)
                .query((row, number) -> new Stored(
                        new ProviderSettings(
                                ProviderKind.valueOf(row.getString("provider")),
                                row.getString("url"),
                                row.getInt("calls_a_second"),
                                row.getInt("calls_a_day")),
                        row.getBytes("key")))
                .optional();
    }

    /** What was counted of the day stays counted. */
    void put(long tenant, ProviderSettings settings, ProviderKind provider, byte @Nullable [] key) {
        jdbc.sql("""
                insert into address_provider (tenant_id, provider, url, key, calls_a_second, calls_a_day, modified_on)
                values (:tenant, :provider, :url, :key, :second, :day, :now)
                on conflict (tenant_id) do update
                set provider = excluded.provider, url = excluded.url, key = excluded.key,
                    calls_a_second = excluded.calls_a_second, calls_a_day = excluded.calls_a_day,
                    modified_on = excluded.modified_on
                """)
                .param("tenant", tenant)
                .param("provider", provider.name())
                .param("url", settings.url())
                .param("key", key)
                .param("second", settings.callsASecond())
                .param("day", settings.callsADay())
                .param("now", clock.instant())
                .update();
    }

    void remove(long tenant) {
        jdbc.sql("delete from address_provider where tenant_id = :tenant")
                .param("tenant", tenant)
                .update();
    }

    /** Counts a question of this day; false where there were as many as there may be. */
    boolean count(long tenant, LocalDate today) {
        return jdbc.sql("""
                update address_provider
                set calls_on = :today, calls = case when calls_on = :today then calls + 1 else 1 end
                where tenant_id = :tenant and (calls_on is distinct from :today or calls < calls_a_day)
                """).param("today", today).param("tenant", tenant).update() == 1;
    }

    /** How many questions were asked on a day. */
    int counted(long tenant, LocalDate day) {
        return jdbc.sql("select calls from address_provider where tenant_id = :tenant and calls_on = :day")
                .param("tenant", tenant)
                .param("day", day)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** What was answered about an address, while that may be kept. */
    Optional<List<Candidate>> answer(long tenant, String asked) {
        return jdbc.sql("""
                select candidates from address_answer
                where tenant_id = :tenant and asked = :asked and forget_on > :now
                """)
                .param("tenant", tenant)
                .param("asked", asked)
                .param("now", clock.instant())
                .query((row, number) -> JSON.readValue(row.getString(1), new TypeReference<List<Candidate>>() {}))
                .optional();
    }

    void keep(long tenant, String asked, List<Candidate> candidates, Duration kept) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into address_answer (tenant_id, asked, candidates, asked_on, forget_on)
                values (:tenant, :asked, :candidates::jsonb, :now, :until)
                on conflict (tenant_id, asked) do update
                set candidates = excluded.candidates, asked_on = excluded.asked_on, forget_on = excluded.forget_on
                """)
                .param("tenant", tenant)
                .param("asked", asked)
                .param("candidates", JSON.writeValueAsString(candidates))
                .param("now", now)
                .param("until", now.plus(kept))
                .update();
    }

    /** Removes what may no longer be kept, and tells how much it was. */
    int forget(long tenant) {
        return jdbc.sql("delete from address_answer where tenant_id = :tenant and forget_on <= :now")
                .param("tenant", tenant)
                .param("now", clock.instant())
                .update();
    }

    /** Removes all that was answered. */
    void forgetAll(long tenant) {
        jdbc.sql("delete from address_answer where tenant_id = :tenant")
                .param("tenant", tenant)
                .update();
    }
}

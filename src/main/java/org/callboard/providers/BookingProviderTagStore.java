package org.callboard.providers;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BookingProviderTagStore {

    private static final RecordMapper<BookingProviderTag> TAGS = RecordMapper.of(BookingProviderTag.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    BookingProviderTagStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Page<BookingProviderTag> page(Where where, Paging paging) {
        return where.page(jdbc, "select * from booking_provider_tag", "booking_provider_tag", paging, TAGS.rows());
    }

    List<BookingProviderTag> all(long tenant) {
        return jdbc.sql("select * from booking_provider_tag where tenant_id = :tenant order by lower(tag_name)")
                .param("tenant", tenant)
                .query(TAGS.rows())
                .list();
    }

    Optional<BookingProviderTag> find(long tenant, long id) {
        return read(tenant, id, "");
    }

    /** Keeps others from changing it until the transaction ends. */
    Optional<BookingProviderTag> lock(long tenant, long id) {
        return read(tenant, id, " for no key update");
    }

    private Optional<BookingProviderTag> read(long tenant, long id, String lock) {
        return jdbc.sql("select * from booking_provider_tag where tenant_id = :tenant and id = :id" + lock)
                .param("tenant", tenant)
                .param("id", id)
                .query(TAGS.rows())
                .optional();
    }

    long insert(long tenant, @Nullable String name, @Nullable String description) {
        return jdbc.sql("""
                insert into booking_provider_tag (tenant_id, tag_name, description, created_on, modified_on)
                values (:tenant, :name, :description, :now, :now) returning id
                """)
                .param("tenant", tenant)
                .param("name", name)
                .param("description", description)
                .param("now", clock.instant())
                .query(Long.class)
                .single();
    }

    void update(long tenant, long id, String name, String description, boolean active) {
        jdbc.sql("""
                update booking_provider_tag
                set tag_name = :name, description = :description, active = :active, version = version + 1,
                    modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("name", name)
                .param("description", description)
                .param("active", active)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }
}

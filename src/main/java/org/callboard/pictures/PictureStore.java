package org.callboard.pictures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.callboard.database.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PictureStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    PictureStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes a picture whose files are about to be stored, and gives since when it waits for a booking. */
    Instant insert(long tenant, UUID id, @Nullable Long provider, String uploadedBy, ImageProcessor.Developed picture) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into picture (tenant_id, id, booking_provider_id, uploaded_by, content_type, width, height,
                    waiting_since, created_on)
                values (:tenant, :id, :provider, :uploadedBy, :type, :width, :height, :now, :now)
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("provider", provider)
                .param("uploadedBy", uploadedBy)
                .param("type", picture.contentType())
                .param("width", picture.width())
                .param("height", picture.height())
                .param("now", now)
                .update();
        return now;
    }

    void markStored(long tenant, UUID id) {
        jdbc.sql("update picture set stored = true where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    Optional<Picture> find(long tenant, UUID id) {
        return find(tenant, List.of(id)).stream().findFirst();
    }

    List<Picture> find(long tenant, Collection<UUID> ids) {
        return jdbc.sql("select * from picture where tenant_id = :tenant and id = any(:ids)")
                .param("tenant", tenant)
                .param("ids", ids.toArray(UUID[]::new))
                .query(PictureStore::picture)
                .list();
    }

    /** A picture that was uploaded for a provider or that one of its bookings has. */
    Optional<Picture> findOfProvider(long tenant, long provider, UUID id) {
        return jdbc.sql("""
                select * from picture
                where tenant_id = :tenant and id = :id and stored
                    and (booking_provider_id = :provider
                        or exists (select from booking
                            where tenant_id = :tenant and id = picture.booking_id and booking_provider_id = :provider))
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("provider", provider)
                .query(PictureStore::picture)
                .optional();
    }

    /** What somebody uploaded that no booking has yet, the oldest first. */
    List<UUID> waiting(long tenant, String uploadedBy) {
        return jdbc.sql("""
                select id from picture
                where tenant_id = :tenant and uploaded_by = :uploadedBy and booking_id is null and stored
                order by created_on, id
                """)
                .param("tenant", tenant)
                .param("uploadedBy", uploadedBy)
                .query(UUID.class)
                .list();
    }

    List<UUID> ofBooking(long tenant, long booking) {
        return jdbc.sql("select id from picture where tenant_id = :tenant and booking_id = :booking")
                .param("tenant", tenant)
                .param("booking", booking)
                .query(UUID.class)
                .list();
    }

    /** Gives pictures that wait to a booking and says how many did: another booking may have been faster. */
    int take(long tenant, long booking, Collection<UUID> ids) {
        return jdbc.sql("""
                update picture set booking_id = :booking, waiting_since = null
                where tenant_id = :tenant and id = any(:ids) and booking_id is null and stored
                """)
                .param("booking", booking)
                .param("tenant", tenant)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** Takes pictures from their booking and gives since when they wait. */
    Instant release(long tenant, long booking, Collection<UUID> ids) {
        Instant now = clock.instant();
        jdbc.sql("""
                update picture set booking_id = null, waiting_since = :now
                where tenant_id = :tenant and id = any(:ids) and booking_id = :booking
                """)
                .param("now", now)
                .param("tenant", tenant)
                .param("ids", ids.toArray(UUID[]::new))
                .param("booking", booking)
                .update();
        return now;
    }

    /** Whether it has waited since then or longer; keeps bookings from taking it until the transaction ends. */
    boolean lockWaiting(long tenant, UUID id, Instant since) {
        return jdbc.sql("""
                select 1 from picture
                where tenant_id = :tenant and id = :id and booking_id is null and waiting_since <= :since
                for update
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("since", since)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether somebody uploaded it and no booking has it; keeps bookings from taking it until the transaction ends. */
    boolean lockWaiting(long tenant, UUID id, String uploadedBy) {
        return jdbc.sql("""
                select 1 from picture
                where tenant_id = :tenant and id = :id and booking_id is null and uploaded_by = :uploadedBy
                for update
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("uploadedBy", uploadedBy)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void delete(long tenant, UUID id) {
        jdbc.sql("delete from picture where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    private static Picture picture(ResultSet row, int number) throws SQLException {
        return new Picture(
                row.getObject("id", UUID.class),
                Rows.longOrNull(row, "booking_provider_id"),
                row.getString("content_type"),
                row.getInt("width"),
                row.getInt("height"),
                row.getBoolean("stored"),
                Rows.longOrNull(row, "booking_id"));
    }
}

package org.callboard.bookings;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.database.ReadById;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what a provider says of a booking. What the office does with it is {@link ClaimStore}'s. */
@Repository
class BookingStore {

    static final RecordMapper<Booking> BOOKINGS = RecordMapper.of(Booking.class);
    private static final RecordMapper<BookingDetails> DETAILS = RecordMapper.of(BookingDetails.class);

    private static final String COLUMNS = """
            booking.*, coalesce((
                select name from employee where tenant_id = booking.tenant_id and id = booking.claimed_by
            ), 'somebody') as claimed_by_name
            """;
    private static final String BOOKING = "select " + COLUMNS + " from booking ";
    static final String RETURNING = "returning " + COLUMNS;

    private static final String INSERT = DETAILS.sql("""
            insert into booking (tenant_id, booking_provider_id, COLUMNS, created_on, modified_on)
            values (:tenant, :provider, PARAMETERS, :now, :now)
            on conflict (tenant_id, booking_provider_id, external_id) do nothing
            """) + RETURNING;

    private static final String UPDATE = DETAILS.sql("""
            update booking
            set ASSIGNMENTS, version = version + 1, modified_on = :now
            where tenant_id = :tenant and id = :id
            """) + RETURNING;

    /** Which of the ids of a booking exist; the provider too, since a path may name any. */
    record Known(boolean provider, boolean campaign, boolean businessUnit, boolean jobType) {}

    private final JdbcClient jdbc;
    private final ReadById<Booking> byId;
    private final Clock clock;
    private final BookingDocuments documents;

    BookingStore(JdbcClient jdbc, Clock clock, BookingDocuments documents) {
        this.jdbc = jdbc;
        byId = new ReadById<>(jdbc, BOOKING, BOOKINGS);
        this.clock = clock;
        this.documents = documents;
    }

    Optional<Booking> find(long tenant, long id) {
        return jdbc.sql(BOOKING + "where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(BOOKINGS.rows())
                .optional();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<Booking> lock(long tenant, long id) {
        return jdbc.sql(BOOKING + "where tenant_id = :tenant and id = :id for update of booking")
                .param("tenant", tenant)
                .param("id", id)
                .query(BOOKINGS.rows())
                .optional();
    }

    List<Booking> all(long tenant, Collection<Long> ids) {
        return byId.all(tenant, ids);
    }

    /** The next bookings after an id. */
    List<Booking> after(long tenant, long id, int most) {
        return byId.after(tenant, id, most);
    }

    Page<Booking> page(Where where, Paging paging) {
        return where.pageOf(jdbc, "booking", COLUMNS, paging, BOOKINGS.rows());
    }

    Optional<Long> idOf(long tenant, long provider, String externalId) {
        return jdbc.sql("""
                select id from booking
                where tenant_id = :tenant and booking_provider_id = :provider and external_id = :externalId
                """)
                .param("tenant", tenant)
                .param("provider", provider)
                .param("externalId", externalId)
                .query(Long.class)
                .optional();
    }

    Known known(
            long tenant, long provider, @Nullable Long campaign, @Nullable Long businessUnit, @Nullable Long jobType) {
        return jdbc.sql("""
                select
                    exists (select from booking_provider_tag where tenant_id = :tenant and id = :provider),
                    :campaign::bigint is null
                        or exists (select from campaign where tenant_id = :tenant and id = :campaign),
                    :unit::bigint is null
                        or exists (select from business_unit where tenant_id = :tenant and id = :unit),
                    :type::bigint is null
                        or exists (select from job_type where tenant_id = :tenant and id = :type)
                """)
                .param("tenant", tenant)
                .param("provider", provider)
                .param("campaign", campaign)
                .param("unit", businessUnit)
                .param("type", jobType)
                .query((row, number) ->
                        new Known(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)))
                .single();
    }

    /** Stores a new booking; empty where the provider used the external id before. */
    Optional<Booking> insert(long tenant, long provider, BookingDetails details) {
        Optional<Booking> made = bind(INSERT, tenant, details)
                .param("provider", provider)
                .query(BOOKINGS.rows())
                .optional();
        made.ifPresent(booking -> documents.put(tenant, booking));
        return made;
    }

    /** Writes the details of one that waits. */
    Booking update(long tenant, long id, BookingDetails details) {
        Booking booking = bind(UPDATE, tenant, details)
                .param("id", id)
                .query(BOOKINGS.rows())
                .single();
        documents.put(tenant, booking);
        return booking;
    }

    /** A change of a contact is a change of its booking. */
    void touch(long tenant, long id) {
        jdbc.sql("""
                update booking set version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, long tenant, BookingDetails details) {
        return jdbc.sql(sql)
                .params(DETAILS.params(details))
                .param("tenant", tenant)
                .param("now", clock.instant());
    }
}

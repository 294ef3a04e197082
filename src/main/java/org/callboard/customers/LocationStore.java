package org.callboard.customers;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.database.RecordMapper;
import org.callboard.details.NewRecord;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.search.SearchDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LocationStore extends RecordStore<Location, LocationDetails> {

    private static final RecordMapper<Location> LOCATIONS = RecordMapper.of(Location.class);
    private static final RecordMapper<LocationDetails> DETAILS = RecordMapper.of(LocationDetails.class);

    private static final String INSERT = DETAILS.sql("""
            insert into location (tenant_id, customer_id, COLUMNS, created_on, created_by_id, modified_on)
            select :tenant, customer_id, COLUMNS, :now, :by, :now
            from unnest(:customers::bigint[], ARRAYS) with ordinality as l (customer_id, COLUMNS, position)
            order by position
            returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update location set customer_id = :customer, ASSIGNMENTS, version = version + 1, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    LocationStore(JdbcClient jdbc, SearchDocuments documents, Clock clock) {
        super(RecordKind.Location, LOCATIONS, DETAILS, LocationDetails::findable, jdbc, documents, clock);
    }

    /** The active locations of customers, kept from change until the transaction ends. */
    List<Long> lockActiveOf(long tenant, Collection<Long> customers) {
        return jdbc.sql("""
                select id from location
                where tenant_id = :tenant and customer_id = any(:customers) and active order by id for no key update
                """)
                .param("tenant", tenant)
                .param("customers", customers.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Where the active locations of customers are, in the order in which they were added. */
    List<Owned<Address>> addressesOf(long tenant, Collection<Long> customers) {
        return jdbc.sql("""
                select customer_id, street, unit, city, state, zip, country from location
                where tenant_id = :tenant and customer_id = any(:customers) and active order by id
                """)
                .param("tenant", tenant)
                .param("customers", customers.toArray(Long[]::new))
                .query((row, number) ->
                        new Owned<>(row.getLong("customer_id"), Objects.requireNonNull(Address.read(row))))
                .list();
    }

    /** Creates locations of one or more customers, in their order; gives their ids. */
    List<Long> insert(long tenant, List<Owned<NewRecord<LocationDetails>>> locations) {
        Long[] customers = locations.stream().map(Owned::owner).toArray(Long[]::new);
        return insert(
                jdbc.sql(INSERT).param("customers", customers),
                tenant,
                locations.stream().map(location -> location.what().details()).toList());
    }

    void update(long tenant, long id, long customer, LocationDetails before, LocationDetails after) {
        update(jdbc.sql(UPDATE).param("customer", customer), tenant, id, before, after);
    }

    /** Where other active locations are in a part of the world, at most so many. */
    List<Coordinates> near(long tenant, Location location, Coordinates southWest, Coordinates northEast, int most) {
        return jdbc.sql("""
                select latitude, longitude from location
                where tenant_id = :tenant and latitude >= :south and latitude <= :north
                    and longitude >= :west and longitude <= :east and active and id <> :id
                limit :most
                """)
                .param("tenant", tenant)
                .param("south", southWest.latitude())
                .param("north", northEast.latitude())
                .param("west", southWest.longitude())
                .param("east", northEast.longitude())
                .param("id", location.id())
                .param("most", most)
                .query((row, number) -> new Coordinates(row.getDouble(1), row.getDouble(2)))
                .list();
    }

    /** Keeps whose the location was until now. */
    void rememberOwner(long tenant, long id, long customer) {
        jdbc.sql("""
                insert into location_owner_history (tenant_id, location_id, until_on, customer_id)
                values (:tenant, :id, :now, :customer)
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("now", clock.instant())
                .param("customer", customer)
                .update();
    }

    /** All locations of a customer, in the order of their ids. */
    List<Long> idsOf(long tenant, long customer) {
        return jdbc.sql("select id from location where tenant_id = :tenant and customer_id = :customer order by id")
                .param("tenant", tenant)
                .param("customer", customer)
                .query(Long.class)
                .list();
    }

    /** Gives locations to another customer: all, or those named that the first one has. */
    List<Long> move(long tenant, long from, long to, @Nullable Collection<Long> ids) {
        return jdbc.sql("""
                update location set customer_id = :to, version = version + 1, modified_on = :now
                where tenant_id = :tenant and customer_id = :from
                    and (:ids::bigint[] is null or id = any(:ids::bigint[]))
                returning id
                """)
                .param("to", to)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("from", from)
                .param("ids", ids == null ? null : ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Keeps whose locations were until now. One that moves twice in a moment does so one behind the other. */
    void rememberOwner(long tenant, Collection<Long> ids, long customer) {
        jdbc.sql("""
                insert into location_owner_history (tenant_id, location_id, until_on, customer_id)
                select :tenant, l.id, greatest(:now, (
                    select max(h.until_on) + interval '1 microsecond' from location_owner_history h
                    where h.tenant_id = :tenant and h.location_id = l.id
                )), :customer
                from unnest(:ids::bigint[]) as l (id)
                """)
                .param("tenant", tenant)
                .param("now", clock.instant())
                .param("customer", customer)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** What a location has beside its details. */
    void settle(long tenant, long id, boolean taxExempt, @Nullable Long zone, @Nullable Long preferredTechnician) {
        jdbc.sql("""
                update location
                set tax_exempt = :taxExempt, zone_id = :zone::bigint, preferred_technician_id = :technician::bigint,
                    version = version + 1
                where tenant_id = :tenant and id = :id
                """)
                .param("taxExempt", taxExempt)
                .param("zone", zone)
                .param("technician", preferredTechnician)
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Whether the customer is active and no other location of it is. */
    boolean isLastActive(long tenant, long id, long customer) {
        return jdbc.sql("""
                select exists (select from customer where tenant_id = :tenant and id = :customer and active)
                    and not exists (
                        select from location
                        where tenant_id = :tenant and customer_id = :customer and active and id <> :id)
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void preferTechnician(long tenant, long id, @Nullable Long technician) {
        jdbc.sql("""
                update location set preferred_technician_id = :technician, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("technician", technician)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }
}

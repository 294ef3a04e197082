package org.callboard.customers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.callboard.database.Caller;
import org.callboard.database.RecordMapper;
import org.callboard.details.CustomDataStore;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.search.Findable;
import org.callboard.search.WordIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes locations. One statement reads a location whole, or a page of them. */
@Repository
class LocationStore {

    private static final RecordMapper<Location> LOCATIONS = RecordMapper.of(Location.class);
    private static final RecordMapper<LocationDetails> DETAILS = RecordMapper.of(LocationDetails.class);

    private static final String COLUMNS = "location.*, " + CustomDataStore.columns(RecordKind.Location);
    private static final String LOCATION = "select " + COLUMNS + " from location ";

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

    private final JdbcClient jdbc;
    private final WordIndex words;
    private final Clock clock;

    LocationStore(JdbcClient jdbc, WordIndex words, Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
    }

    Optional<Location> find(long tenant, long id, @Nullable UUID application) {
        return jdbc.sql(LOCATION + "where tenant_id = :tenant and id = :id")
                .param("application", CustomDataStore.applicationOrNobody(application))
                .param("tenant", tenant)
                .param("id", id)
                .query(LOCATIONS.rows())
                .optional();
    }

    /**
     * Keeps others from changing it until the transaction ends, then reads it: a statement that has to wait for the row
     * goes on with the old picture of its tags and fields. What refers to it may still be written.
     */
    Optional<Location> lock(long tenant, long id, @Nullable UUID application) {
        jdbc.sql("select id from location where tenant_id = :tenant and id = :id for no key update")
                .param("tenant", tenant)
                .param("id", id)
                .query(Long.class)
                .optional();
        return find(tenant, id, application);
    }

    /** The locations with these ids, in the order of their ids. */
    List<Location> all(long tenant, List<Long> ids, @Nullable UUID application) {
        return jdbc.sql(LOCATION + "where tenant_id = :tenant and id = any(:ids) order by id")
                .param("application", CustomDataStore.applicationOrNobody(application))
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(LOCATIONS.rows())
                .list();
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

    /** The next locations after an id, without any application's data. */
    List<Location> after(long tenant, long id, int most) {
        return jdbc.sql(LOCATION + "where tenant_id = :tenant and id > :id order by id limit :most")
                .param("application", CustomDataStore.applicationOrNobody(null))
                .param("tenant", tenant)
                .param("id", id)
                .param("most", most)
                .query(LOCATIONS.rows())
                .list();
    }

    /** The conditions must bind {@code application}. */
    Page<Location> page(Where where, Paging paging) {
        return where.pageOf(jdbc, "location", COLUMNS, paging, LOCATIONS.rows());
    }

    /** Creates locations of one or more customers, in their order, with their words in two statements; gives their ids. */
    List<Long> insert(long tenant, List<Owned<NewLocation>> locations) {
        List<LocationDetails> all =
                locations.stream().map(location -> location.what().details()).toList();
        List<Long> ids = jdbc.sql(INSERT)
                .params(DETAILS.arrays(all))
                .param("tenant", tenant)
                .param("customers", locations.stream().map(Owned::owner).toArray(Long[]::new))
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .list();
        List<Owned<Findable>> findable = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            findable.add(new Owned<>(ids.get(i), all.get(i).findable()));
        }
        words.put(RecordKind.Location, tenant, findable);
        return ids;
    }

    void update(long tenant, long id, long customer, LocationDetails before, LocationDetails after) {
        jdbc.sql(UPDATE)
                .params(DETAILS.params(after))
                .param("tenant", tenant)
                .param("id", id)
                .param("customer", customer)
                .param("now", clock.instant())
                .update();
        if (!after.findable().equals(before.findable())) {
            words.put(RecordKind.Location, tenant, List.of(new Owned<>(id, after.findable())));
        }
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

    void activate(long tenant, Collection<Long> ids, boolean active) {
        jdbc.sql("""
                update location set active = :active, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = any(:ids)
                """)
                .param("active", active)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
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

    /** A change of what is shown with a location is a change of the location. */
    void touch(long tenant, Collection<Long> ids) {
        jdbc.sql("""
                update location set version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = any(:ids)
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }
}

package org.callboard.customers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Reads and writes customers. One statement reads a customer whole, or a page of them. */
@Repository
class CustomerStore {

    private static final RecordMapper<Customer> CUSTOMERS = RecordMapper.of(Customer.class);
    private static final RecordMapper<CustomerDetails> DETAILS = RecordMapper.of(CustomerDetails.class);

    private static final String COLUMNS = "customer.*, " + CustomDataStore.columns(RecordKind.Customer);
    private static final String CUSTOMER = "select " + COLUMNS + " from customer ";

    private static final String INSERT = DETAILS.sql("""
            insert into customer (tenant_id, COLUMNS, created_on, created_by_id, modified_on)
            select :tenant, COLUMNS, :now, :by, :now
            from unnest(ARRAYS) with ordinality as c (COLUMNS, position)
            order by position
            returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update customer set ASSIGNMENTS, version = version + 1, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    private final JdbcClient jdbc;
    private final WordIndex words;
    private final Clock clock;

    CustomerStore(JdbcClient jdbc, WordIndex words, Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
    }

    Optional<Customer> find(long tenant, long id, @Nullable UUID application) {
        return jdbc.sql(CUSTOMER + "where tenant_id = :tenant and id = :id")
                .param("application", CustomDataStore.applicationOrNobody(application))
                .param("tenant", tenant)
                .param("id", id)
                .query(CUSTOMERS.rows())
                .optional();
    }

    /**
     * Keeps others from changing it until the transaction ends, then reads it: a statement that has to wait for the row
     * goes on with the old picture of its tags and fields. What refers to it may still be written: a stronger lock could
     * meet somebody who has a location of it and writes a contact to both.
     */
    Optional<Customer> lock(long tenant, long id, @Nullable UUID application) {
        lockAll(tenant, List.of(id));
        return find(tenant, id, application);
    }

    /** The customers with these ids, without any application's data. */
    List<Customer> all(long tenant, Collection<Long> ids) {
        return jdbc.sql(CUSTOMER + "where tenant_id = :tenant and id = any(:ids)")
                .param("application", CustomDataStore.applicationOrNobody(null))
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(CUSTOMERS.rows())
                .list();
    }

    /** The next customers after an id, without any application's data. */
    List<Customer> after(long tenant, long id, int most) {
        return jdbc.sql(CUSTOMER + "where tenant_id = :tenant and id > :id order by id limit :most")
                .param("application", CustomDataStore.applicationOrNobody(null))
                .param("tenant", tenant)
                .param("id", id)
                .param("most", most)
                .query(CUSTOMERS.rows())
                .list();
    }

    /** The conditions must bind {@code application}. */
    Page<Customer> page(Where where, Paging paging) {
        return where.pageOf(jdbc, "customer", COLUMNS, paging, CUSTOMERS.rows());
    }

    /** Those of the ids that are customers, kept from change until the transaction ends. */
    List<Long> lockAll(long tenant, Collection<Long> ids) {
        return jdbc.sql("""
                select id from customer
                where tenant_id = :tenant and id = any(:ids) order by id for no key update
                """)
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    Map<Long, String> names(long tenant, Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("select id, name from customer where tenant_id = :tenant and id = any(:ids)")
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        return names;
    }

    void activate(long tenant, Collection<Long> ids, boolean active) {
        jdbc.sql("""
                update customer set active = :active, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = any(:ids)
                """)
                .param("active", active)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    boolean hasActiveLocation(long tenant, long id) {
        return jdbc.sql("""
                select exists (select from location where tenant_id = :tenant and customer_id = :id and active)
                """)
                .param("tenant", tenant)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Creates customers, in their order, and with their words in two statements; gives their ids. */
    List<Long> insert(long tenant, List<CustomerDetails> all) {
        List<Long> ids = jdbc.sql(INSERT)
                .params(DETAILS.arrays(all))
                .param("tenant", tenant)
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .list();
        List<Owned<Findable>> findable = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            findable.add(new Owned<>(ids.get(i), all.get(i).findable()));
        }
        words.put(RecordKind.Customer, tenant, findable);
        return ids;
    }

    void update(long tenant, long id, CustomerDetails before, CustomerDetails after) {
        jdbc.sql(UPDATE)
                .params(DETAILS.params(after))
                .param("tenant", tenant)
                .param("id", id)
                .param("now", clock.instant())
                .update();
        if (!after.findable().equals(before.findable())) {
            words.put(RecordKind.Customer, tenant, List.of(new Owned<>(id, after.findable())));
        }
    }

    /** A change of what is shown with a customer is a change of the customer. */
    void touch(long tenant, Collection<Long> ids) {
        jdbc.sql("""
                update customer set version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = any(:ids)
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }
}

package org.callboard.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.platform.Caller;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Rows;
import org.callboard.platform.Where;
import org.callboard.records.AttachedStore;
import org.callboard.records.Owned;
import org.callboard.records.RecordKind;
import org.callboard.search.WordIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes customers. One statement reads a customer whole, or a page of them. */
@Repository
class CustomerStore {

    private static final String COLUMNS = "customer.*, " + AttachedStore.columns(RecordKind.Customer);
    private static final String CUSTOMER = "select " + COLUMNS + " from customer ";

    private final JdbcClient jdbc;
    private final WordIndex words;
    private final Clock clock;

    CustomerStore(JdbcClient jdbc, WordIndex words, Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
    }

    Optional<Customer> find(long tenant, long id, @Nullable UUID application) {
        return read(CUSTOMER + "where tenant_id = :tenant and id = :id", tenant, id, application);
    }

    /**
     * Reads it and keeps others from changing it until the transaction ends. What refers to it may still be written: a
     * stronger lock could meet somebody who has a location of it and writes a contact to both.
     */
    Optional<Customer> lock(long tenant, long id, @Nullable UUID application) {
        return read(
                CUSTOMER + "where tenant_id = :tenant and id = :id for no key update of customer",
                tenant,
                id,
                application);
    }

    private Optional<Customer> read(String sql, long tenant, long id, @Nullable UUID application) {
        return jdbc.sql(sql)
                .param("application", AttachedStore.applicationOrNobody(application))
                .param("tenant", tenant)
                .param("id", id)
                .query(CustomerStore::customer)
                .optional();
    }

    /** The customers with these ids, without any application's data. */
    List<Customer> all(long tenant, Collection<Long> ids) {
        return jdbc.sql(CUSTOMER + "where tenant_id = :tenant and id = any(:ids)")
                .param("application", AttachedStore.applicationOrNobody(null))
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(CustomerStore::customer)
                .list();
    }

    /** The next customers after an id, without any application's data. */
    List<Customer> after(long tenant, long id, int most) {
        return jdbc.sql(CUSTOMER + "where tenant_id = :tenant and id > :id order by id limit :most")
                .param("application", AttachedStore.applicationOrNobody(null))
                .param("tenant", tenant)
                .param("id", id)
                .param("most", most)
                .query(CustomerStore::customer)
                .list();
    }

    /** The conditions must bind {@code application}. */
    Page<Customer> page(Where where, Paging paging) {
        return where.pageOf(jdbc, "customer", COLUMNS, paging, CustomerStore::customer);
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

    void activate(long tenant, long id, boolean active) {
        jdbc.sql("""
                update customer set active = :active, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("active", active)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
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

    long insert(long tenant, CustomerDraft draft) {
        long id = bind("""
                insert into customer (tenant_id, name, type, street, unit, city, state, zip, country, latitude, longitude,
                    do_not_mail, do_not_service, national_account, tax_exempt, payment_term_id, credit_limit,
                    credit_limit_balance, created_on, created_by, modified_on)
                values (:tenant, :name, :type, :street, :unit, :city, :state, :zip, :country, :latitude, :longitude,
                    :doNotMail, :doNotService, :nationalAccount, :taxExempt, :paymentTerm, :creditLimit,
                    :creditLimitBalance, :now, :by, :now)
                returning id
                """, tenant, draft)
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .single();
        putWords(tenant, id, draft);
        return id;
    }

    void update(long tenant, long id, CustomerDraft old, CustomerDraft draft) {
        bind("""
                update customer set name = :name, type = :type, street = :street, unit = :unit, city = :city,
                    state = :state, zip = :zip, country = :country, latitude = :latitude, longitude = :longitude,
                    do_not_mail = :doNotMail, do_not_service = :doNotService, national_account = :nationalAccount,
                    tax_exempt = :taxExempt, payment_term_id = :paymentTerm, credit_limit = :creditLimit,
                    credit_limit_balance = :creditLimitBalance, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """, tenant, draft).param("id", id).update();
        if (!draft.findable().equals(old.findable())) {
            putWords(tenant, id, draft);
        }
    }

    private void putWords(long tenant, long id, CustomerDraft draft) {
        words.put(RecordKind.Customer, tenant, List.of(new Owned<>(id, draft.findable())));
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

    private JdbcClient.StatementSpec bind(String sql, long tenant, CustomerDraft draft) {
        Address address = draft.address();
        Coordinates at = draft.coordinates();
        return jdbc.sql(sql)
                .param("tenant", tenant)
                .param("name", draft.name())
                .param("type", draft.type().name())
                .param("street", address.street())
                .param("unit", address.unit())
                .param("city", address.city())
                .param("state", address.state())
                .param("zip", address.zip())
                .param("country", address.country())
                .param("latitude", at == null ? null : at.latitude())
                .param("longitude", at == null ? null : at.longitude())
                .param("doNotMail", draft.doNotMail())
                .param("doNotService", draft.doNotService())
                .param("nationalAccount", draft.nationalAccount())
                .param("taxExempt", draft.taxExempt())
                .param("paymentTerm", draft.paymentTermId())
                .param("creditLimit", draft.creditLimit())
                .param("creditLimitBalance", draft.creditLimitBalance())
                .param("now", clock.instant());
    }

    private static Customer customer(ResultSet row, int number) throws SQLException {
        return new Customer(
                row.getLong("id"),
                row.getBoolean("active"),
                row.getString("name"),
                CustomerType.valueOf(row.getString("type")),
                Objects.requireNonNull(Address.read(row)),
                Coordinates.read(row),
                row.getBoolean("do_not_mail"),
                row.getBoolean("do_not_service"),
                row.getBoolean("national_account"),
                row.getBoolean("tax_exempt"),
                row.getBigDecimal("balance"),
                Rows.longOrNull(row, "payment_term_id"),
                row.getBigDecimal("credit_limit"),
                row.getBigDecimal("credit_limit_balance"),
                Rows.longOrNull(row, "merged_to_id"),
                AttachedStore.read(row),
                row.getInt("version"),
                Rows.instant(row, "created_on"),
                row.getLong("created_by"),
                Rows.instant(row, "modified_on"));
    }
}

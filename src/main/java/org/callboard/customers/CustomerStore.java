package org.callboard.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
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
import org.callboard.search.Findable;
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
    List<Long> insert(long tenant, List<CustomerDraft> drafts) {
        List<Long> ids = jdbc.sql("""
                insert into customer (tenant_id, name, type, street, unit, city, state, zip, country, latitude, longitude,
                    do_not_mail, do_not_service, national_account, tax_exempt, payment_term_id, credit_limit,
                    credit_limit_balance, created_on, created_by_id, modified_on)
                select :tenant, name, type, street, unit, city, state, zip, country, latitude, longitude, no_mail,
                    no_service, national, exempt, term, credit, credit_balance, :now, :by, :now
                from unnest(:names::text[], :types::text[], :streets::text[], :units::text[], :cities::text[],
                    :states::text[], :zips::text[], :countries::text[], :latitudes::float8[], :longitudes::float8[],
                    :noMails::boolean[], :noServices::boolean[], :nationals::boolean[], :exempts::boolean[],
                    :terms::bigint[], :credits::numeric[], :creditBalances::numeric[]) with ordinality as c (name, type,
                        street, unit, city, state, zip, country, latitude, longitude, no_mail, no_service, national,
                        exempt, term, credit, credit_balance, position)
                order by position
                returning id
                """)
                .param("tenant", tenant)
                .param("names", texts(drafts, CustomerDraft::name))
                .param("types", texts(drafts, draft -> draft.type().name()))
                .param("streets", texts(drafts, draft -> draft.address().street()))
                .param("units", texts(drafts, draft -> draft.address().unit()))
                .param("cities", texts(drafts, draft -> draft.address().city()))
                .param("states", texts(drafts, draft -> draft.address().state()))
                .param("zips", texts(drafts, draft -> draft.address().zip()))
                .param("countries", texts(drafts, draft -> draft.address().country()))
                .param("latitudes", degrees(drafts, Coordinates::latitude))
                .param("longitudes", degrees(drafts, Coordinates::longitude))
                .param("noMails", flags(drafts, CustomerDraft::doNotMail))
                .param("noServices", flags(drafts, CustomerDraft::doNotService))
                .param("nationals", flags(drafts, CustomerDraft::nationalAccount))
                .param("exempts", flags(drafts, CustomerDraft::taxExempt))
                .param(
                        "terms",
                        drafts.stream().map(CustomerDraft::paymentTermId).toArray(Long[]::new))
                .param("credits", texts(drafts, draft -> Objects.toString(draft.creditLimit(), null)))
                .param("creditBalances", texts(drafts, draft -> Objects.toString(draft.creditLimitBalance(), null)))
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .list();
        List<Owned<Findable>> findable = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            findable.add(new Owned<>(ids.get(i), drafts.get(i).findable()));
        }
        words.put(RecordKind.Customer, tenant, findable);
        return ids;
    }

    private static @Nullable String[] texts(
            List<CustomerDraft> drafts, Function<CustomerDraft, @Nullable String> part) {
        return drafts.stream().map(part).toArray(String[]::new);
    }

    private static Boolean[] flags(List<CustomerDraft> drafts, Predicate<CustomerDraft> part) {
        return drafts.stream().map(part::test).toArray(Boolean[]::new);
    }

    private static @Nullable Double[] degrees(List<CustomerDraft> drafts, Function<Coordinates, Double> part) {
        return drafts.stream()
                .map(draft -> draft.coordinates() == null ? null : part.apply(draft.coordinates()))
                .toArray(Double[]::new);
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
            words.put(RecordKind.Customer, tenant, List.of(new Owned<>(id, draft.findable())));
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
                row.getLong("created_by_id"),
                Rows.instant(row, "modified_on"));
    }
}

package org.callboard.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.callboard.addresses.Address;
import org.callboard.customers.CustomerType;
import org.callboard.database.Rows;
import org.callboard.details.RecordKind;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads lists: a page of one, or all of it row by row. It is one statement either way. */
@Repository
class ListStore {

    private static final String OF_CUSTOMER = """
            customer.*,
            (
                select count(*) from location l
                where l.tenant_id = customer.tenant_id and l.customer_id = customer.id and l.active
            ) as locations
            """;

    private static final String OF_LOCATION = """
            location.*,
            (
                select c.name from customer c where c.tenant_id = location.tenant_id and c.id = location.customer_id
            ) as owner_name,
            (
                select c.do_not_service from customer c where c.tenant_id = location.tenant_id and c.id = location.customer_id
            ) as do_not_service
            """;

    private static final String DETAILS = """
            array(
                select c.type || ':' || c.value from contact_entry c where %s and c.active and c.type <> 'Fax' order by c.id
            ) as contacts,
            array(select t.tag_type_id from tag t where %s order by t.tag_type_id) as tag_type_ids,
            """;

    private final JdbcClient jdbc;

    ListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<ListRow> page(RecordKind kind, Where where, Paging paging) {
        return where.pageOf(jdbc, kind.word(), columns(kind), paging, (row, number) -> row(kind, row));
    }

    /** Hands on all rows as they come from the database, so many at a time; needs a transaction, which the cursor lives in. */
    void each(RecordKind kind, Where where, int atATime, Consumer<ListRow> reader) {
        where.rows(jdbc, kind.word(), columns(kind), null)
                .withFetchSize(atATime)
                .query((ResultSet row) -> reader.accept(row(kind, row)));
    }

    private static String columns(RecordKind kind) {
        return DETAILS.formatted(kind.owns("c"), kind.owns("t"))
                + (kind == RecordKind.Customer ? OF_CUSTOMER : OF_LOCATION);
    }

    private static ListRow row(RecordKind kind, ResultSet row) throws SQLException {
        List<String> phones = new ArrayList<>();
        List<String> emails = new ArrayList<>();
        for (String contact : (String[]) row.getArray("contacts").getArray()) {
            String value = contact.substring(contact.indexOf(':') + 1);
            (contact.startsWith("Email:") ? emails : phones).add(value);
        }
        boolean customer = kind == RecordKind.Customer;
        return new ListRow(
                row.getLong("id"),
                row.getBoolean("active"),
                row.getString("name"),
                Objects.requireNonNull(Address.read(row)),
                row.getBoolean("do_not_service"),
                Rows.longOrNull(row, "merged_to_id"),
                phones,
                emails,
                List.of((Long[]) row.getArray("tag_type_ids").getArray()),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"),
                customer
                        ? new ListRow.OfCustomer(
                                CustomerType.valueOf(row.getString("type")),
                                row.getBoolean("do_not_mail"),
                                row.getInt("locations"))
                        : null,
                customer ? null : new ListRow.Owner(row.getLong("customer_id"), row.getString("owner_name")));
    }
}

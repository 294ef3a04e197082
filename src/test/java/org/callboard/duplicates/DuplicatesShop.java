package org.callboard.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.database.RecordShape;
import org.callboard.details.EditDetails;
import org.callboard.details.RecordKind;
import org.callboard.http.Precondition;
import org.callboard.matches.Band;
import org.callboard.merging.Choices;
import org.callboard.merging.Merge;
import org.callboard.merging.MergeRecords;
import org.callboard.merging.PreviewMerge;
import org.callboard.merging.UndoChoices;
import org.callboard.merging.UndoMerge;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A company with customers that may be the same, and what tests of finding them ask of it. */
public final class DuplicatesShop {

    static final RecordKind CUSTOMER = RecordKind.Customer;
    static final RecordKind LOCATION = RecordKind.Location;

    public final TestTenant company = TestTenant.create();
    final long tenant = company.id;
    final DuplicatePairs pairs = Server.bean(DuplicatePairs.class);
    final FindDuplicates find = Server.bean(FindDuplicates.class);
    private final Customers customers = Server.bean(Customers.class);
    private final Locations locations = Server.bean(Locations.class);
    private final EditDetails edit = Server.bean(EditDetails.class);

    /** @param contacts numbers, and e-mail addresses, which have an @ */
    public long customer(String name, String street, String unit, String... contacts) {
        return customer(name, CustomerType.Residential, street, unit, contacts);
    }

    long customer(String name, CustomerType type, String street, String unit, String... contacts) {
        return company.caller.call(() -> {
            long id = customers.create(tenant, name, type, address(street, unit), drafts(contacts));
            locations.create(tenant, id, name, address(street, unit), List.of());
            return id;
        });
    }

    private static List<ContactDraft> drafts(String... contacts) {
        return Stream.of(contacts)
                .map(one -> new ContactDraft(one.contains("@") ? ContactType.Email : ContactType.Phone, one, null))
                .toList();
    }

    long location(long customer, String name, String street, String unit) {
        return company.caller.call(() -> locations.create(tenant, customer, name, address(street, unit), List.of()));
    }

    /** The first location of a customer. */
    long place(long customer) {
        return ids("select id from location where customer_id = " + customer + " order by id")
                .getFirst();
    }

    static Address address(String street, String unit) {
        return new Address(street, unit, "Dayton", "OH", "45402", "USA");
    }

    public void rename(long customer, String name) {
        company.caller.run(() -> customers.update(tenant, customer, old -> RecordShape.with(old, "name", name)));
    }

    void activate(long customer, boolean active) {
        company.caller.run(() -> customers.activate(tenant, customer, active));
    }

    void move(long location, long customer) {
        company.caller.run(() -> locations.update(tenant, location, old -> customer, old -> old));
    }

    long contact(long customer, String value) {
        return company.caller.call(() -> edit.addContact(
                        CUSTOMER,
                        tenant,
                        customer,
                        value.contains("@") ? ContactType.Email : ContactType.Phone,
                        value,
                        null)
                .id());
    }

    void removeContact(long customer, long contact) {
        company.caller.run(() -> edit.removeContact(CUSTOMER, tenant, customer, contact, Precondition.NONE));
    }

    void removeContacts(long customer) {
        ids("select id from contact_entry where owner_kind = 'customer' and owner_id = " + customer + " and active")
                .forEach(contact -> removeContact(customer, contact));
    }

    /** Searches until all is known that was done before. */
    public void search() {
        Eventually.is(false, () -> {
            find.all(tenant, () -> false);
            return find.isDue(tenant);
        });
    }

    /** One part of the search, of so many customers; {@code killed} before it was written. */
    boolean part(int most, boolean killed) {
        return company.caller.call(() -> !killed
                ? find.part(tenant, most)
                : new TransactionTemplate(Server.bean(PlatformTransactionManager.class)).execute(status -> {
                    status.setRollbackOnly();
                    return find.part(tenant, most);
                }));
    }

    /** What is to be looked at. */
    List<DuplicatePair> open(RecordKind kind) {
        return company.caller.call(() -> Stream.of(Band.VeryLikely, Band.Likely, Band.Possible)
                .flatMap(band -> pairs.open(kind, tenant, band, null, 1000).stream())
                .toList());
    }

    DuplicatePair pair(long one, long other) {
        return company.caller.call(
                () -> pairs.find(CUSTOMER, tenant, one, other).orElse(null));
    }

    boolean isOpen(long one, long other) {
        return open(CUSTOMER).stream()
                .anyMatch(pair -> pair.lowId() == Math.min(one, other) && pair.highId() == Math.max(one, other));
    }

    void dismiss(long one, long other) {
        company.caller.run(() -> pairs.dismiss(CUSTOMER, tenant, one, other, "Father and son"));
    }

    void reopen(long one, long other) {
        company.caller.run(() -> pairs.reopen(CUSTOMER, tenant, one, other));
    }

    Merge merge(long kept, long removed) {
        return company.caller.call(() -> {
            String tag = Server.bean(PreviewMerge.class)
                    .of(CUSTOMER, tenant, kept, removed, Choices.NONE)
                    .planTag();
            return Server.bean(MergeRecords.class).merge(CUSTOMER, tenant, kept, removed, Choices.NONE, tag);
        });
    }

    void undo(Merge merge) {
        company.caller.run(() -> {
            UndoMerge undo = Server.bean(UndoMerge.class);
            String tag = undo.preview(tenant, merge.id(), UndoChoices.NONE).planTag();
            undo.undo(tenant, merge.id(), UndoChoices.NONE, tag);
        });
    }

    List<Long> ids(String sql) {
        return company.caller.call(
                () -> Server.bean(JdbcClient.class).sql(sql).query(Long.class).list());
    }

    void sql(String sql) {
        company.caller.run(() -> Server.bean(JdbcClient.class).sql(sql).update());
    }

    /** Nothing is to be looked at that the search through all would not find, and the other way round. */
    void isAsFoundAnew() {
        List<DuplicatePair> before = Stream.of(CUSTOMER, LOCATION)
                .flatMap(kind -> open(kind).stream())
                .toList();
        sql("delete from duplicate_search");
        search();
        assertThat(Stream.of(CUSTOMER, LOCATION).flatMap(kind -> open(kind).stream()))
                .isEqualTo(before);
    }
}

package org.callboard.merging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.callboard.addresses.Address;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Changes.Change;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.database.RecordShape;
import org.callboard.details.ContactContent;
import org.callboard.details.ContactPreferences;
import org.callboard.details.EditDetails;
import org.callboard.details.RecordKind;
import org.callboard.jobs.Jobs;
import org.callboard.leads.CreateLead;
import org.callboard.leads.LeadDetails;
import org.callboard.leads.LeadSource;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company with a few customers that are the same, and what tests of merging ask of it. */
final class MergingShop {

    static final RecordKind CUSTOMER = RecordKind.Customer;
    static final RecordKind LOCATION = RecordKind.Location;

    final Shop shop;
    final long tenant;
    final MergeRecords merging = Server.bean(MergeRecords.class);
    final PreviewMerge previews = Server.bean(PreviewMerge.class);
    final Customers customers = Server.bean(Customers.class);
    final Locations locations = Server.bean(Locations.class);
    final EditDetails edit = Server.bean(EditDetails.class);
    final JdbcClient jdbc = Server.bean(JdbcClient.class);

    MergingShop() {
        this(new Shop());
    }

    MergingShop(Shop shop) {
        this.shop = shop;
        this.tenant = shop.tenant.id;
    }

    /** A customer with one location, without contacts. */
    long customer(String name) {
        return customer(name, "12 Oak St", null);
    }

    long customer(String name, String street, String unit) {
        Address address = new Address(street, unit, "Dayton", "OH", "45402", "USA");
        return shop.tenant.caller.call(() -> {
            long id = customers.create(tenant, name, CustomerType.Residential, address, List.of());
            locations.create(tenant, id, name, address, List.of());
            return id;
        });
    }

    long location(long customer, String name, String street) {
        Address address = new Address(street, null, "Dayton", "OH", "45402", "USA");
        return shop.tenant.caller.call(() -> locations.create(tenant, customer, name, address, List.of()));
    }

    /** The first location of a customer. */
    long place(long customer) {
        return ids("select id from location where customer_id = " + customer + " order by id")
                .getFirst();
    }

    Customer get(long id) {
        return shop.tenant.caller.call(() -> customers.get(tenant, id));
    }

    Location location(long id) {
        return shop.tenant.caller.call(() -> locations.get(tenant, id));
    }

    void change(long customer, UnaryOperator<CustomerDetails> change) {
        shop.tenant.caller.run(() -> customers.update(tenant, customer, change));
    }

    void set(long customer, String field, Object value) {
        change(customer, details -> RecordShape.with(details, field, value));
    }

    long contact(long owner, ContactType type, String value) {
        return contact(CUSTOMER, owner, type, value);
    }

    long contact(RecordKind kind, long owner, ContactType type, String value) {
        return shop.tenant.caller.call(
                () -> edit.addContact(kind, tenant, owner, type, value, null).id());
    }

    void prefer(long owner, long contact, boolean doNotText, boolean marketing, String memo) {
        shop.tenant.caller.run(() -> edit.changeContact(
                CUSTOMER,
                tenant,
                owner,
                contact,
                old -> new ContactContent(
                        old.type(),
                        old.value(),
                        memo,
                        doNotText,
                        new ContactPreferences(true, marketing, true, true))));
    }

    long tagType(String name) {
        return shop.tenant.caller.call(() -> Server.bean(TagTypes.class)
                .add(tenant, new TagType.Details(name))
                .id());
    }

    void tag(long owner, long... types) {
        shop.tenant.caller.run(() -> {
            for (long type : types) {
                edit.addTag(CUSTOMER, tenant, owner, type);
            }
        });
    }

    long field(String name) {
        return field(CUSTOMER, name);
    }

    long field(RecordKind kind, String name) {
        return shop.tenant.caller.call(() -> Server.bean(CustomFieldTypes.class)
                .add(tenant, kind.word(), name, DataType.Text, null)
                .id());
    }

    void fill(long owner, long field, String value) {
        shop.tenant.caller.run(
                () -> edit.changeCustomField(CUSTOMER, tenant, owner, field, old -> Optional.ofNullable(value)));
    }

    long note(long owner, String text, boolean pinned) {
        return shop.tenant.caller.call(
                () -> edit.addNote(CUSTOMER, tenant, owner, text, pinned, false).id());
    }

    /** A call that is over. */
    long call(long customer, Long location, String number) {
        return shop.tenant.caller.call(() -> jdbc.sql("""
                insert into call (tenant_id, direction, state, is_over, number, withheld, desk, closed_on, customer_id,
                    location_id, received_on, created_on, modified_on)
                values (:tenant, 'Inbound', 'Ended', true, :number, :number::text is null, 'Dismissed', now(), :customer,
                    :location, now(), now(), now())
                returning id
                """)
                .param("tenant", tenant)
                .param("number", number)
                .param("customer", customer)
                .param("location", location)
                .query(Long.class)
                .single());
    }

    long job(long customer, long location) {
        return shop.tenant.caller.call(() -> Server.bean(Jobs.class).book(tenant, shop.jobDraft(customer, location)));
    }

    long lead(long customer, Long location) {
        return shop.tenant.caller.call(() -> {
            CreateLead create = Server.bean(CreateLead.class);
            LeadDetails details =
                    RecordShape.with(shop.leadDraft().settled(customer, location), "callReasonId", shop.reason);
            return create.createAll(tenant, List.of(new CreateLead.NewLead(details, List.of())), LeadSource.Hand)
                    .getFirst();
        });
    }

    Preview preview(long kept, long removed, Choices choices) {
        return preview(CUSTOMER, kept, removed, choices);
    }

    Preview preview(RecordKind kind, long kept, long removed, Choices choices) {
        return shop.tenant.caller.call(() -> previews.of(kind, tenant, kept, removed, choices));
    }

    /** Merges what was looked at. */
    Merge merge(long kept, long removed) {
        return merge(CUSTOMER, kept, removed, Choices.NONE);
    }

    Merge merge(RecordKind kind, long kept, long removed, Choices choices) {
        return shop.tenant.caller.call(() -> {
            String tag = previews.of(kind, tenant, kept, removed, choices).planTag();
            return merging.merge(kind, tenant, kept, removed, choices, tag);
        });
    }

    static Choices choose(String field) {
        return new Choices(Map.of(field, Choices.From.REMOVED), Map.of(), List.of(), false);
    }

    static Choices pair(long kept, long removed) {
        return new Choices(Map.of(), Map.of(), List.of(new Choices.Pair(kept, removed)), false);
    }

    List<Long> ids(String sql) {
        return shop.tenant.caller.call(() -> jdbc.sql(sql).query(Long.class).list());
    }

    long count(String from) {
        return ids("select count(*) from " + from).getFirst();
    }

    void sql(String sql) {
        shop.tenant.caller.run(() -> jdbc.sql(sql).update());
    }

    List<Change> log(EntityKind kind, long id) {
        return shop.tenant.caller.call(() -> Server.bean(Changes.class).of(tenant, kind, id));
    }

    /** What was done to a record since it was made, the latest first. */
    List<Action> actions(EntityKind kind, long id) {
        return log(kind, id).stream().map(Change::action).toList();
    }

    Set<Long> tags(long customer) {
        return Set.copyOf(get(customer).customData().tagTypeIds());
    }

    /** The values of a customer's custom fields. */
    List<String> values(long customer) {
        return get(customer).customData().customFields().stream()
                .map(value -> value.value())
                .toList();
    }
}

package org.callboard.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.database.Caller;
import org.callboard.database.RecordShape;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.EditDetails;
import org.callboard.details.RecordKind;
import org.callboard.paging.DatedQuery;
import org.callboard.paging.Paging;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;

/** What the office knows about some customers beyond their address: notes, tags, custom fields, a house that was sold. */
class DemoDetails {

    private final Customers customers;
    private final Locations locations;
    private final EditDetails details;
    private final CustomDataEntries customData;
    private final TagTypes tagTypes;
    private final Technicians technicians;

    DemoDetails(
            Customers customers,
            Locations locations,
            EditDetails details,
            CustomDataEntries customData,
            TagTypes tagTypes,
            Technicians technicians) {
        this.customers = customers;
        this.locations = locations;
        this.details = details;
        this.customData = customData;
        this.tagTypes = tagTypes;
        this.technicians = technicians;
    }

    /**
     * Each at its time, or as soon as the customer is there. A location that is sold is its new owner's place from now on:
     * the jobs that are planned after this are all later.
     */
    void plan(Lookup lookup, Map<String, List<DemoCustomers.Place>> places, Timeline timeline, Instant now) {
        int number = 0;
        for (DemoText.Row row : DemoText.of("details")) {
            List<DemoCustomers.Place> theirs = places.get(row.text(1));
            if (theirs == null) {
                throw new IllegalStateException("nobody is called " + row.text(1));
            }
            Caller csr = lookup.csrs().get(number++ % lookup.csrs().size());
            Instant when = now.minus(Duration.ofDays(row.number(0)));
            Instant since = customers
                    .get(lookup.tenant(), theirs.getFirst().customerId())
                    .createdOn();
            Runnable event = row.text(2).equals("moved")
                    ? sale(lookup.tenant(), theirs, row.number(3), Objects.requireNonNull(places.get(row.text(4))))
                    : detail(lookup.tenant(), theirs.getFirst(), row);
            timeline.at(when.isBefore(since) ? since.plus(Duration.ofHours(number)) : when, () -> csr.run(event));
        }
    }

    private Runnable sale(long tenant, List<DemoCustomers.Place> sellers, int which, List<DemoCustomers.Place> buyers) {
        long location = sellers.remove(which).locationId();
        long owner = buyers.getFirst().customerId();
        buyers.add(new DemoCustomers.Place(owner, location));
        return () -> locations.update(tenant, location, old -> owner, old -> old);
    }

    private Runnable detail(long tenant, DemoCustomers.Place place, DemoText.Row row) {
        long customer = place.customerId();
        long location = place.locationId();
        String what = row.text(3);
        return switch (row.text(2)) {
            case "tag" -> () -> details.addTag(RecordKind.Customer, tenant, customer, tag(tenant, what));
            case "note" -> () -> details.addNote(RecordKind.Customer, tenant, customer, what, false, false);
            case "pinned" -> () -> details.addNote(RecordKind.Customer, tenant, customer, what, true, false);
            case "for-all" -> () -> details.addNote(RecordKind.Customer, tenant, customer, what, true, true);
            case "field" ->
                () -> details.changeCustomField(
                        RecordKind.Customer,
                        tenant,
                        customer,
                        field(RecordKind.Customer, tenant, what),
                        old -> Optional.of(row.text(4)));
            case "credit" -> () -> customers.update(tenant, customer, old -> withCredit(old, new BigDecimal(what)));
            case "place-tag" -> () -> details.addTag(RecordKind.Location, tenant, location, tag(tenant, what));
            case "place-note" -> () -> details.addNote(RecordKind.Location, tenant, location, what, false, false);
            case "place-field" ->
                () -> details.changeCustomField(
                        RecordKind.Location,
                        tenant,
                        location,
                        field(RecordKind.Location, tenant, what),
                        old -> Optional.of(row.text(4)));
            case "technician" ->
                () -> locations.preferTechnician(tenant, location, old -> Optional.of(technician(tenant, what)));
            default -> throw new IllegalStateException("unknown kind of detail: " + row);
        };
    }

    private long tag(long tenant, String name) {
        return tagTypes.all(tenant).stream()
                .filter(type -> type.name().equals(name))
                .map(TagType::id)
                .findFirst()
                .orElseThrow();
    }

    private long technician(long tenant, String name) {
        return technicians.all(tenant).stream()
                .filter(one -> one.name().equals(name))
                .map(Technician::id)
                .findFirst()
                .orElseThrow();
    }

    private long field(RecordKind kind, long tenant, String name) {
        return customData
                .fieldTypes(kind, tenant, DatedQuery.ALL, new Paging(1, Paging.LARGEST_SIZE, false))
                .data()
                .stream()
                .filter(type -> type.name().equals(name))
                .map(type -> type.id())
                .findFirst()
                .orElseThrow();
    }

    private static CustomerDetails withCredit(CustomerDetails old, BigDecimal limit) {
        return RecordShape.with(RecordShape.with(old, "creditLimit", limit), "creditLimitBalance", limit);
    }
}

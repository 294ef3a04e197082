package org.callboard.web.customers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.LocationOwnerStore;
import org.callboard.customers.Locations;
import org.callboard.details.RecordKind;
import org.callboard.duplicates.DuplicatePairs;
import org.callboard.notices.Notices;
import org.callboard.paging.Paging;
import org.callboard.web.records.Details;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.Part;
import org.callboard.web.records.RecordPage;
import org.callboard.web.records.RecordView;
import org.callboard.web.records.Values;
import org.springframework.stereotype.Component;

/** What the shared parts of a page need of a customer. */
@Component
class CustomerPage implements RecordPage<Customer> {

    private static final int LOCATIONS = 20;

    /**
     * @param former the locations that are another's now
     * @param duplicates customers who may be the same
     */
    record Own(
            Instant createdOn,
            String balance,
            RecordView.Rows<Location> locations,
            List<LocationOwnerStore.Former> former,
            List<OpenRecord.Ref> duplicates) {}

    private static final int DUPLICATES = 5;

    /** Of how many locations the history tells; a customer with more is looked up there. */
    private static final Paging PLACES = new Paging(1, 500, false);

    private final Customers customers;
    private final Locations locations;
    private final LocationOwnerStore owners;
    private final DuplicatePairs duplicates;
    private final Notices notices;

    CustomerPage(
            Customers customers,
            Locations locations,
            LocationOwnerStore owners,
            DuplicatePairs duplicates,
            Notices notices) {
        this.customers = customers;
        this.locations = locations;
        this.owners = owners;
        this.duplicates = duplicates;
        this.notices = notices;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.Customer;
    }

    @Override
    public Customer get(long tenant, long id) {
        return customers.get(tenant, id);
    }

    @Override
    public OpenRecord open(long tenant, Customer customer) {
        OpenRecord.Ref survivor = Optional.ofNullable(customer.mergedToId())
                .flatMap(other -> customers.find(tenant, other))
                .map(other -> new OpenRecord.Ref(other.id(), other.details().name()))
                .orElse(null);
        return new OpenRecord(
                RecordKind.Customer,
                customer.id(),
                customer.details().name(),
                customer.active(),
                customer.details().doNotService(),
                null,
                survivor,
                CustomerFields.of(customer.details()),
                customer.customData());
    }

    @Override
    public Own own(long tenant, Customer customer, OpenRecord open) {
        return new Own(
                customer.createdOn(),
                Part.money("balance", "Balance").say(Part.spelled(customer.balance())),
                locations(tenant, open, 1),
                owners.formerlyOf(tenant, customer.id()),
                duplicates(tenant, customer.id()));
    }

    private List<OpenRecord.Ref> duplicates(long tenant, long id) {
        List<Long> others = duplicates.of(RecordKind.Customer, tenant, id, DUPLICATES).stream()
                .map(pair -> pair.other(id))
                .toList();
        Map<Long, String> names = others.isEmpty() ? Map.of() : customers.names(tenant, others);
        return others.stream()
                .filter(names::containsKey)
                .map(other -> new OpenRecord.Ref(other, names.getOrDefault(other, "")))
                .toList();
    }

    /** A page of the customer's locations. */
    RecordView.Rows<Location> locations(long tenant, OpenRecord open, int number) {
        return new RecordView.Rows<>(
                open, locations.ofCustomer(tenant, open.id(), RecordView.paging(number, LOCATIONS)));
    }

    @Override
    public void save(long tenant, long id, String field, UnaryOperator<Values> change) {
        customers.update(tenant, id, old -> Details.change(old, field, change));
    }

    @Override
    public void activate(long tenant, long id, boolean active) {
        customers.activate(tenant, id, active);
    }

    /** What made its locations its own or another's, and what it was told of its appointments. */
    @Override
    public List<Changes.Subject> elsewhere(long tenant, long id) {
        List<Changes.Subject> subjects = new ArrayList<>();
        locations.ofCustomer(tenant, id, PLACES).data().forEach(location -> subjects.add(place(location.id(), id)));
        owners.formerlyOf(tenant, id).forEach(location -> subjects.add(place(location.id(), id)));
        notices.jobsTold(tenant, id).forEach(job -> subjects.add(Changes.Subject.of(EntityKind.JOB_MESSAGE, job)));
        return subjects;
    }

    private static Changes.Subject place(long location, long customer) {
        return new Changes.Subject(EntityKind.LOCATION, location, "customerId", customer);
    }
}

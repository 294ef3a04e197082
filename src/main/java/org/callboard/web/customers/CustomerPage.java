package org.callboard.web.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.Customers;
import org.callboard.customers.LocationOwners;
import org.callboard.customers.Locations;
import org.callboard.details.RecordKind;
import org.callboard.paging.Paging;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.RecordPage;
import org.callboard.web.records.Values;
import org.springframework.stereotype.Component;

/** What the shared parts of a page need of a customer. */
@Component
class CustomerPage implements RecordPage {

    /** Of how many locations the history tells; a customer with more is looked up there. */
    private static final Paging PLACES = new Paging(1, 500, false);

    private final Customers customers;
    private final Locations locations;
    private final LocationOwners owners;

    CustomerPage(Customers customers, Locations locations, LocationOwners owners) {
        this.customers = customers;
        this.locations = locations;
        this.owners = owners;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.Customer;
    }

    @Override
    public OpenRecord open(long tenant, long id) {
        return open(tenant, customers.get(tenant, id));
    }

    OpenRecord open(long tenant, Customer customer) {
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
                customer.attached());
    }

    @Override
    public void save(long tenant, long id, String field, UnaryOperator<Values> change) {
        customers.update(tenant, id, old -> changed(old, field, change));
    }

    private static CustomerDetails changed(CustomerDetails old, String field, UnaryOperator<Values> change) {
        Values before = CustomerFields.read(old, field);
        Values after = change.apply(before);
        return after.equals(before) ? old : CustomerFields.with(old, field, after);
    }

    @Override
    public void activate(long tenant, long id, boolean active) {
        customers.activate(tenant, id, active);
    }

    /** What made its locations its own or another's. */
    @Override
    public List<Changes.Subject> elsewhere(long tenant, long id) {
        List<Changes.Subject> subjects = new ArrayList<>();
        locations.ofCustomer(tenant, id, PLACES).data().forEach(location -> subjects.add(place(location.id(), id)));
        owners.formerlyOf(tenant, id).forEach(location -> subjects.add(place(location.id(), id)));
        return subjects;
    }

    private static Changes.Subject place(long location, long customer) {
        return new Changes.Subject(EntityKind.LOCATION, location, "customerId", customer);
    }
}

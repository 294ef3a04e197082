package org.callboard.customers;

import java.util.Collection;
import java.util.List;
import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.callboard.customers.CustomerJson.CustomerResponse;
import org.springframework.stereotype.Component;

/** Customers as feeds give them out, inactive ones too. */
@Component
public class CustomerFeed implements FeedSource<CustomerResponse> {

    private final CustomerStore store;

    CustomerFeed(CustomerStore store) {
        this.store = store;
    }

    @Override
    public EntityKind kind() {
        return EntityKind.CUSTOMER;
    }

    @Override
    public long id(CustomerResponse shape) {
        return shape.id();
    }

    @Override
    public List<CustomerResponse> byIds(long tenant, Collection<Long> ids) {
        return shapes(store.all(tenant, ids));
    }

    @Override
    public List<CustomerResponse> after(long tenant, long id, int most) {
        return shapes(store.after(tenant, id, most));
    }

    private static List<CustomerResponse> shapes(List<Customer> customers) {
        return customers.stream().map(CustomerResponse::from).toList();
    }
}

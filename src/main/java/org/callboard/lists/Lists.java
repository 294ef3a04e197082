package org.callboard.lists;

import java.util.function.Consumer;
import org.callboard.customers.Customers;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Sort;
import org.callboard.platform.Where;
import org.callboard.tenants.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customers and the locations of a company as lists to look through. */
@Service
public class Lists {

    private final ListStore store;
    private final Customers customers;
    private final Tenants tenants;

    Lists(ListStore store, Customers customers, Tenants tenants) {
        this.store = store;
        this.customers = customers;
        this.tenants = tenants;
    }

    /** One page, in one statement. 400 names filters that can't be searched by. */
    public Page<ListRow> page(long tenant, ListFilter filter, Sort sort, Paging paging) {
        return store.page(filter.kind(), where(tenant, filter, sort), paging);
    }

    /** 400 names filters that can't be searched by. */
    void check(long tenant, ListFilter filter) {
        where(tenant, filter, Sort.BY_ID);
    }

    /** Hands on all rows, one after the other, as they come from the database. 400 as for a page. */
    @Transactional(propagation = Propagation.MANDATORY)
    void each(long tenant, ListFilter filter, Sort sort, int atATime, Consumer<ListRow> reader) {
        store.each(filter.kind(), where(tenant, filter, sort), atATime, reader);
    }

    private Where where(long tenant, ListFilter filter, Sort sort) {
        String region = filter.phone() == null ? "" : tenants.get(tenant).region();
        return filter.where(tenant, customers, region).orderBy(sort);
    }
}

package org.callboard.lists;

import java.util.function.Consumer;
import org.callboard.access.Tenants;
import org.callboard.customers.Customers;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.search.PlaceSearch;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customers and the locations of a company as lists to look through. */
@Service
public class Lists {

    private final ListStore store;
    private final PlaceSearch search;
    private final Customers customers;
    private final Tenants tenants;

    Lists(ListStore store, PlaceSearch search, Customers customers, Tenants tenants) {
        this.store = store;
        this.search = search;
        this.customers = customers;
        this.tenants = tenants;
    }

    /** One page: its rows in one statement, once it is known how many the words of the filter find. Invalid names filters that can't be searched by. */
    public Page<ListRow> page(long tenant, ListFilter filter, Sort sort, Paging paging) {
        Where where = where(tenant, filter, sort);
        return search.page(
                filter.kind(),
                tenant,
                filter.place(),
                where,
                paging,
                (narrowed, one) -> store.page(filter.kind(), narrowed, one));
    }

    /** Invalid names filters that can't be searched by. */
    void check(long tenant, ListFilter filter) {
        where(tenant, filter, Sort.BY_ID);
    }

    /** Hands on all rows, one after the other, as they come from the database. Invalid as for a page. */
    @Transactional(propagation = Propagation.MANDATORY)
    void each(long tenant, ListFilter filter, Sort sort, int atATime, Consumer<ListRow> reader) {
        Where where = where(tenant, filter, sort);
        Where narrowed = search.narrow(filter.kind(), tenant, filter.place(), where);
        store.each(filter.kind(), narrowed, atATime, reader);
    }

    private Where where(long tenant, ListFilter filter, Sort sort) {
        String region = filter.phone() == null ? "" : tenants.get(tenant).region();
        return filter.where(tenant, customers, region).orderBy(sort);
    }
}

package org.callboard.callapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.callboard.callapi.CallJson.ExportCallsResponse;
import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerJson.CustomerResponse;
import org.callboard.customers.Customers;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.phonelines.WhoseNumber;
import org.callboard.refusals.Refusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls as programs read them, one by one, in lists, and in their feed. */
@Component
class ReadCalls implements FeedSource<ExportCallsResponse> {

    /** A shape that shows a call with the customer whom it is about. */
    interface Shape<T> {
        T of(CallRow row, @Nullable CustomerResponse customer);
    }

    private final CallRowStore store;
    private final Customers customers;
    private final WhoseNumber numbers;

    ReadCalls(CallRowStore store, Customers customers, WhoseNumber numbers) {
        this.store = store;
        this.customers = customers;
        this.numbers = numbers;
    }

    /** One call; NotFound where there is none. */
    CallRow row(long tenant, long id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFound("Call", id));
    }

    /** The same with whom it is about. */
    <T> T get(long tenant, long id, Shape<T> shape) {
        return shapes(tenant, List.of(row(tenant, id)), shape).getFirst();
    }

    <T> Page<T> page(long tenant, Where where, CallFilter filter, Paging paging, Shape<T> shape) {
        Page<CallRow> page = store.page(filter.applyTo(where, tenant, numbers), paging);
        return new Page<>(
                page.page(), page.pageSize(), page.hasMore(), page.totalCount(), shapes(tenant, page.data(), shape));
    }

    private <T> List<T> shapes(long tenant, List<CallRow> rows, Shape<T> shape) {
        List<Long> ids = rows.stream()
                .map(row -> row.handling().customerId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, CustomerResponse> known = ids.isEmpty()
                ? Map.of()
                : customers.all(tenant, ids, null).stream()
                        .collect(Collectors.toMap(Customer::id, CustomerResponse::from));
        return rows.stream()
                .map(row -> {
                    Long id = row.handling().customerId();
                    return shape.of(row, id == null ? null : known.get(id));
                })
                .toList();
    }

    @Override
    public EntityKind kind() {
        return EntityKind.CALL;
    }

    @Override
    public long id(ExportCallsResponse shape) {
        return shape.id();
    }

    @Override
    public List<ExportCallsResponse> byIds(long tenant, Collection<Long> ids) {
        return exported(tenant, store.all(tenant, ids));
    }

    @Override
    public List<ExportCallsResponse> after(long tenant, long id, int most) {
        return exported(tenant, store.after(tenant, id, most));
    }

    /** A link is all that it takes to hear what was recorded, so the scope for feeds is not enough for it. */
    private List<ExportCallsResponse> exported(long tenant, List<CallRow> rows) {
        List<ExportCallsResponse> all = shapes(tenant, rows, ExportCallsResponse::from);
        return CallJson.mayHear()
                ? all
                : all.stream().map(ExportCallsResponse::unheard).toList();
    }

    /** Messages are kept and sent wherever somebody says; who may hear what was recorded finds it by the call's id. */
    @Override
    public Object told(ExportCallsResponse shape) {
        return shape.unheard();
    }
}

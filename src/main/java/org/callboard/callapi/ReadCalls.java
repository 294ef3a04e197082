package org.callboard.callapi;

import java.util.Collection;
import java.util.List;
import org.callboard.callapi.CallJson.ExportCallsResponse;
import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.phonelines.WhoseNumber;
import org.callboard.refusals.Refusal.NotFound;
import org.springframework.stereotype.Component;

/** Calls as programs read them, one by one, in lists, and in their feed. */
@Component
class ReadCalls implements FeedSource<ExportCallsResponse> {

    private final CallRowStore store;
    private final WhoseNumber numbers;

    ReadCalls(CallRowStore store, WhoseNumber numbers) {
        this.store = store;
        this.numbers = numbers;
    }

    /** One call; NotFound where there is none. */
    CallRow get(long tenant, long id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFound("Call", id));
    }

    Page<CallRow> page(long tenant, Where where, CallFilter filter, Paging paging) {
        return store.page(filter.applyTo(where, tenant, numbers), paging);
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
        return exported(store.all(tenant, ids));
    }

    @Override
    public List<ExportCallsResponse> after(long tenant, long id, int most) {
        return exported(store.after(tenant, id, most));
    }

    private static List<ExportCallsResponse> exported(List<CallRow> rows) {
        return rows.stream().map(row -> ExportCallsResponse.from(row, null)).toList();
    }
}

package org.callboard.lists;

import java.util.List;
import org.callboard.addresschecks.LocationChecks;
import org.callboard.changes.Diff;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.DateRange;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed to. The filters of customers alone (phone, type, do not service) and of locations alone (whose
 * they are) are null in the other's list.
 *
 * @param needsLook only locations whose address asks for a look
 * @param tagTypeIds all of them must be there
 */
public record ListFilter(
        RecordKind kind,
        PlaceFilter place,
        @Nullable String phone,
        @Nullable CustomerType type,
        @Nullable Boolean doNotService,
        @Nullable Long customerId,
        boolean needsLook,
        List<Long> tagTypeIds,
        DateRange dates) {

    private static final String TAGGED =
            "id in (select owner_id from tag where tenant_id = :tenant and owner_kind = :kind and tag_type_id = :tag%d)";

    private static final String NEEDS_LOOK = "id in (" + LocationChecks.NEED_LOOK + ")";

    /** The conditions over the kind's own table. Invalid names filters that can't be searched by, such as a short phone. */
    Where where(long tenant, Customers customers, String region) {
        Where where = place.applyTo(kind, dates.applyTo(Where.tenant(tenant)));
        if (phone != null) {
            customers.withPhone(where, phone, region);
        }
        where.andIf("type = :type", "type", type == null ? null : type.name())
                .andIf("do_not_service = :doNotService", "doNotService", doNotService)
                .andIf("customer_id = :customer", "customer", customerId)
                .bind("kind", kind.word());
        if (needsLook) {
            where.and(NEEDS_LOOK);
        }
        for (int i = 0; i < tagTypeIds.size(); i++) {
            where.and(TAGGED.formatted(i), "tag" + i, tagTypeIds.get(i));
        }
        return where;
    }

    /** The filters that were given, by their names, as the change log keeps them. */
    Diff asDiff() {
        Diff diff = Diff.none()
                .now("name", place.name())
                .now("phone", phone)
                .now("street", place.street())
                .now("city", place.city())
                .now("state", place.state())
                .now("zip", place.zip())
                .now("active", place.active() == null ? ActiveFilter.True : place.active())
                .now("type", type)
                .now("doNotService", doNotService)
                .now("customerId", customerId)
                .now("needsLook", needsLook ? Boolean.TRUE : null);
        return (tagTypeIds.isEmpty() ? diff : diff.now("tagTypeIds", tagTypeIds))
                .now("createdOnOrAfter", dates.createdOnOrAfter())
                .now("createdBefore", dates.createdBefore())
                .now("modifiedOnOrAfter", dates.modifiedOnOrAfter())
                .now("modifiedBefore", dates.modifiedBefore());
    }
}

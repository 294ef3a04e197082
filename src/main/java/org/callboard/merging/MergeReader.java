package org.callboard.merging;

import java.util.ArrayList;
import java.util.List;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.customers.MoveRecords;
import org.callboard.details.DetailOwner;
import org.callboard.details.MoveDetails;
import org.callboard.details.RecordKind;
import org.callboard.merging.Choices.Pair;
import org.springframework.stereotype.Component;

/** Reads what a plan needs of both records: without a lock for a look, and again under the locks of the merge. */
@Component
class MergeReader {

    private final Customers customers;
    private final Locations locations;
    private final MoveRecords records;
    private final MoveDetails details;
    private final MergedRowStore rows;

    MergeReader(
            Customers customers, Locations locations, MoveRecords records, MoveDetails details, MergedRowStore rows) {
        this.customers = customers;
        this.locations = locations;
        this.records = records;
        this.details = details;
        this.rows = rows;
    }

    /** The plan of a merge. NotFound where one of the two is not there, Invalid for a choice of what is no field. */
    MergePlan plan(RecordKind kind, long tenant, long kept, long removed, Choices choices) {
        MergeSide stays = side(kind, tenant, kept);
        MergeSide goes = side(kind, tenant, removed);
        List<MergePlan> pairs = new ArrayList<>();
        for (Pair pair : choices.pairs()) {
            if (kind == RecordKind.Customer && has(stays, pair.keptId()) && has(goes, pair.removedId())) {
                pairs.add(new MergePlan(
                        RecordKind.Location,
                        side(RecordKind.Location, tenant, pair.keptId()),
                        side(RecordKind.Location, tenant, pair.removedId()),
                        choices.ofPair(),
                        List.of()));
            }
        }
        return new MergePlan(kind, stays, goes, choices, pairs);
    }

    DetailOwner record(RecordKind kind, long tenant, long id) {
        return kind == RecordKind.Customer ? customers.get(tenant, id) : locations.get(tenant, id);
    }

    private static boolean has(MergeSide customer, long location) {
        return customer.locations().stream().anyMatch(one -> one.id() == location);
    }

    private MergeSide side(RecordKind kind, long tenant, long id) {
        DetailOwner record = record(kind, tenant, id);
        List<Location> places =
                kind == RecordKind.Customer ? locations.all(tenant, records.locationsOf(tenant, id), null) : List.of();
        return new MergeSide(
                record,
                FieldRules.values((Record) record),
                details.contacts(kind, tenant, id),
                details.forms(kind, tenant, List.of(id)),
                rows.tags(kind, tenant, id),
                details.externalData(kind, tenant, id),
                rows.of(kind, tenant, id),
                rows.openLeads(kind, tenant, id),
                places);
    }
}

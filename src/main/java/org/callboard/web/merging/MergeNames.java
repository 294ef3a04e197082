package org.callboard.web.merging;

import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.details.RecordKind;
import org.callboard.merging.Merge;
import org.callboard.web.records.OpenRecord;
import org.springframework.stereotype.Component;

/** Names the two records of a merge. */
@Component
class MergeNames {

    /** A merge with the names of its two records. */
    record Named(Merge merge, OpenRecord.Ref kept, OpenRecord.Ref removed) {

        /** Where the page of a record of this kind is. */
        public String path() {
            return OpenRecord.path(merge.kind());
        }

        /** Whether an undo goes on, or came to nothing; else it is the merge. */
        public boolean undoing() {
            return merge.state() == Merge.State.UndoWaiting || merge.state() == Merge.State.Done;
        }

        /** The page on which the two can be merged. */
        public String again() {
            return MergeWords.query(merge.kind(), kept.id(), removed.id());
        }
    }

    private final Customers customers;
    private final Locations locations;

    MergeNames(Customers customers, Locations locations) {
        this.customers = customers;
        this.locations = locations;
    }

    Named of(long tenant, Merge merge) {
        return new Named(
                merge, ref(merge.kind(), tenant, merge.keptId()), ref(merge.kind(), tenant, merge.removedId()));
    }

    private OpenRecord.Ref ref(RecordKind kind, long tenant, long id) {
        return new OpenRecord.Ref(
                id,
                kind == RecordKind.Customer
                        ? customers.get(tenant, id).details().name()
                        : locations.get(tenant, id).details().name());
    }
}

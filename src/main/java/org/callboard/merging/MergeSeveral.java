package org.callboard.merging;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callboard.details.RecordKind;
import org.callboard.refusals.Refusal.Invalid;

/** Several records that become one at once: the plan of each rests on the state before all of them. */
final class MergeSeveral {

    private MergeSeveral() {}

    /** Invalid where nothing is to be merged, or one thing twice or with itself. */
    static List<MergePlan> plans(MergeReader reader, RecordKind kind, long tenant, long kept, List<Long> removed) {
        Set<Long> all = new HashSet<>(removed);
        if (removed.isEmpty() || all.size() < removed.size()) {
            throw new Invalid("removeIds", "Say which records are to be merged, each once.");
        }
        removed.forEach(one -> PreviewMerge.requireTwo(kept, one));
        return removed.stream()
                .map(one -> reader.plan(kind, tenant, kept, one, Choices.NONE))
                .toList();
    }

    static String tag(List<MergePlan> plans) {
        return PlanTag.ofAll(plans.stream().map(MergePlan::tag).toList());
    }
}

package org.callboard.merging;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.details.RecordKind;
import org.callboard.merging.Choices.Pair;
import org.callboard.refusals.Refusal.Invalid;

/** Several merges at once: the plan of each rests on the state before all of them. */
final class MergeSeveral {

    private MergeSeveral() {}

    /** All into one. */
    static List<Pair> into(long kept, List<Long> removed) {
        return removed.stream().map(one -> new Pair(kept, one)).toList();
    }

    /** Invalid where nothing is to be merged, one thing twice or with itself, or what is kept into yet another one. */
    static List<MergePlan> plans(MergeReader reader, RecordKind kind, long tenant, List<Pair> pairs) {
        Set<Long> removed = pairs.stream().map(Pair::removedId).collect(Collectors.toSet());
        if (pairs.isEmpty() || removed.size() < pairs.size()) {
            throw new Invalid("removeIds", "Say which records are to be merged, each once.");
        }
        pairs.forEach(pair -> PreviewMerge.requireTwo(pair.keptId(), pair.removedId()));
        if (pairs.stream().anyMatch(pair -> removed.contains(pair.keptId()))) {
            throw new Invalid("removeIds", "A record can't be kept and merged into another one at once.");
        }
        return pairs.stream()
                .map(pair -> reader.plan(kind, tenant, pair.keptId(), pair.removedId(), Choices.NONE))
                .toList();
    }

    static String tag(List<MergePlan> plans) {
        return PlanTag.ofAll(plans.stream().map(MergePlan::tag).toList());
    }
}

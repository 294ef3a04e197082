package org.callboard.merging;

import java.util.List;
import org.callboard.details.RecordKind;
import org.callboard.refusals.Refusal.Invalid;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what a merge would do: by the plan that it would follow, and without writing anything. */
@Service
public class PreviewMerge {

    private final MergeReader reader;

    PreviewMerge(MergeReader reader) {
        this.reader = reader;
    }

    /**
     * What a merge would do. NotFound where one of the two is not there, Invalid where both are one or a choice names what is
     * no field, ACTIVATION_FORBIDDEN where the kept one is to be brought back by somebody who may not. What is in the way
     * stands in the preview.
     */
    @Transactional(readOnly = true)
    public Preview of(RecordKind kind, long tenant, long kept, long removed, Choices choices) {
        requireTwo(kept, removed);
        MergePlan plan = reader.plan(kind, tenant, kept, removed, choices);
        plan.requireMayReactivate();
        return plan.preview();
    }

    /** The same for several that are merged into one at once, by the rules alone. */
    @Transactional(readOnly = true)
    public Several ofAll(RecordKind kind, long tenant, long kept, List<Long> removed) {
        List<MergePlan> plans = MergeSeveral.plans(reader, kind, tenant, MergeSeveral.into(kept, removed));
        return new Several(plans.stream().map(MergePlan::preview).toList(), MergeSeveral.tag(plans));
    }

    /** What several merges would do, and what they must name. */
    public record Several(List<Preview> previews, String planTag) {}

    /** Invalid where both are one. */
    static void requireTwo(long kept, long removed) {
        if (kept == removed) {
            throw new Invalid("removeId", "A record can't be merged with itself.");
        }
    }
}

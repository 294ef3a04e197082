package org.callboard.merging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.callboard.details.RecordKind;
import org.callboard.duplicates.DuplicatePair;
import org.callboard.duplicates.DuplicatePairs;
import org.callboard.duplicates.PairSide;
import org.callboard.matches.Band;
import org.callboard.matches.MatchReason;
import org.callboard.merging.Choices.Pair;
import org.callboard.merging.Preview.Rule;
import org.callboard.merging.Preview.Warning;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the duplicates that can be merged many at once: the score is the highest, and nobody has to choose between two
 * values, or to be told of more than that invoices get another name.
 */
@Service
public class MergeSure {

    /** So many are merged in one transaction, and looked through with one look. */
    static final int MOST = 25;

    /** Of so many a look is taken at what would come of them. */
    private static final int TRIED = 4 * MOST;

    private static final int HIGHEST = 100;

    /** What is written otherwise in both, and yet the same, where this speaks for the pair. */
    private static final Map<String, MatchReason> SAME = Map.of(
            "name", MatchReason.SameName,
            "address", MatchReason.SameAddress,
            "coordinates", MatchReason.SameAddress);

    private final DuplicatePairs duplicates;
    private final MergeReader reader;

    MergeSure(DuplicatePairs duplicates, MergeReader reader) {
        this.duplicates = duplicates;
        this.reader = reader;
    }

    /**
     * What merging the first of them would do, each record once: {@link MergeRecords#mergePairs} does it. The one with more
     * jobs is kept, then the older one.
     */
    @Transactional(readOnly = true)
    public PreviewMerge.Several find(RecordKind kind, long tenant) {
        List<DuplicatePair> pairs = duplicates.open(kind, tenant, Band.VeryLikely, null, TRIED).stream()
                .filter(pair -> pair.score() == HIGHEST)
                .toList();
        Map<Long, PairSide> sides = duplicates.sides(kind, tenant, pairs);
        Set<Long> taken = new HashSet<>();
        List<MergePlan> plans = new ArrayList<>();
        for (DuplicatePair pair : pairs) {
            boolean free = !taken.contains(pair.lowId()) && !taken.contains(pair.highId());
            if (free && plans.size() < MOST) {
                Pair order = order(pair, sides);
                MergePlan plan = reader.plan(kind, tenant, order.keptId(), order.removedId(), Choices.NONE);
                if (isClear(plan.preview(), pair.reasons())) {
                    plans.add(plan);
                    taken.addAll(List.of(pair.lowId(), pair.highId()));
                }
            }
        }
        return new PreviewMerge.Several(plans.stream().map(MergePlan::preview).toList(), MergeSeveral.tag(plans));
    }

    private static Pair order(DuplicatePair pair, Map<Long, PairSide> sides) {
        PairSide low = Objects.requireNonNull(sides.get(pair.lowId()));
        PairSide high = Objects.requireNonNull(sides.get(pair.highId()));
        return high.isKeptBefore(low) ? new Pair(high.id(), low.id()) : new Pair(low.id(), high.id());
    }

    private static boolean isClear(Preview preview, List<MatchReason> reasons) {
        return preview.blockers().isEmpty()
                && preview.conflicts().isEmpty()
                && preview.warnings().stream().allMatch(warning -> warning.code() == Warning.Code.INVOICES)
                && preview.customFields().stream().noneMatch(line -> line.rule() == Rule.KEPT && line.removed() != null)
                && preview.fields().stream()
                        .noneMatch(line -> line.rule() == Rule.KEPT
                                && line.removed() != null
                                && !reasons.contains(SAME.get(line.field())));
    }
}

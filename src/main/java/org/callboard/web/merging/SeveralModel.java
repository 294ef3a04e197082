package org.callboard.web.merging;

import java.util.ArrayList;
import java.util.List;
import org.callboard.details.RecordKind;
import org.callboard.merging.Merge;
import org.callboard.merging.Merges;
import org.callboard.merging.Preview;
import org.callboard.merging.PreviewMerge;
import org.callboard.merging.UndoMerge;
import org.callboard.merging.UndoPreview;
import org.callboard.web.merging.MergeView.Obstacle;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.RecordPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what several merges into one record would do, and what undoing them would. */
@Component
class SeveralModel {

    /** The page. @param all the kept one among them, as they were chosen */
    record View(
            OpenRecord kept,
            List<One> all,
            boolean possible,
            String planTag,
            @Nullable String news) {

        public String path() {
            return MergeView.path(kept.kind()) + "/several";
        }
    }

    /**
     * One that was chosen.
     *
     * @param moves what goes to the kept one; empty for that one
     */
    record One(OpenRecord rec, String address, List<String> moves, List<Obstacle> obstacles, List<String> warnings) {}

    /** The page of the undo of all. */
    record UndoAll(
            long batch,
            List<Undone> merges,
            boolean possible,
            String planTag,
            @Nullable String news) {

        public String path() {
            return undoPath(batch);
        }
    }

    record Undone(
            MergeNames.Named named, List<String> goesBack, List<UndoView.Stays> stays, List<Obstacle> obstacles) {}

    private final PreviewMerge previews;
    private final UndoMerge undo;
    private final UndoModel undoing;
    private final Merges merges;
    private final MergeNames names;

    SeveralModel(PreviewMerge previews, UndoMerge undo, UndoModel undoing, Merges merges, MergeNames names) {
        this.previews = previews;
        this.undo = undo;
        this.undoing = undoing;
        this.merges = merges;
        this.names = names;
    }

    static String undoPath(long batch) {
        return "/merges/batches/" + batch + "/undo";
    }

    /** NotFound where one is not there. */
    View of(RecordPage<?> page, long tenant, long kept, List<Long> chosen, @Nullable String news) {
        RecordKind kind = page.kind();
        PreviewMerge.Several several = previews.ofAll(
                kind, tenant, kept, chosen.stream().filter(id -> id != kept).toList());
        List<One> all = new ArrayList<>();
        for (long id : chosen) {
            OpenRecord record = page.open(tenant, id);
            Preview preview = several.previews().stream()
                    .filter(one -> one.removedId() == id)
                    .findFirst()
                    .orElse(null);
            all.add(preview == null ? kept(record, several.previews().getFirst()) : removed(record, preview));
        }
        boolean possible =
                several.previews().stream().allMatch(one -> one.blockers().isEmpty());
        return new View(page.open(tenant, kept), all, possible, several.planTag(), news);
    }

    private static One kept(OpenRecord record, Preview any) {
        return new One(record, MergeModel.address(any, true), List.of(), List.of(), List.of());
    }

    private static One removed(OpenRecord record, Preview preview) {
        return new One(
                record,
                MergeModel.address(preview, false),
                preview.moving().stream()
                        .map(moving -> MergeWords.count(record.kind(), moving.kind(), moving.count()))
                        .toList(),
                preview.blockers().stream()
                        .map(blocker -> MergeWords.say(blocker, preview))
                        .toList(),
                preview.warnings().stream().map(MergeWords::say).distinct().toList());
    }

    /** NotFound where there is no such batch; without merges where all of them are undone. */
    UndoAll undo(long tenant, long batch, @Nullable String news) {
        UndoMerge.Several several = undo.previewBatch(tenant, batch);
        List<Undone> all = new ArrayList<>();
        for (UndoPreview preview : several.previews()) {
            Merge merge = merges.get(tenant, preview.mergeId());
            all.add(new Undone(
                    names.of(tenant, merge),
                    UndoModel.goesBack(merge.kind(), preview),
                    undoing.stays(tenant, merge, preview.stays()),
                    preview.blockers().stream()
                            .map(blocker -> undoing.say(tenant, blocker))
                            .toList()));
        }
        boolean possible = all.stream().allMatch(one -> one.obstacles.isEmpty());
        return new UndoAll(batch, all, possible, several.planTag(), news);
    }
}

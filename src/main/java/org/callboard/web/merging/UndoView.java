package org.callboard.web.merging;

import java.util.List;
import org.callboard.web.merging.MergeView.Obstacle;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an undo shows.
 *
 * @param goesBack how much of each kind, in words
 * @param since what has come to the kept record since, the first of it
 * @param moreSince how much else
 * @param told how many messages of webhooks were delivered about the merge
 * @param seen the choices that this rests on
 * @param batch where all merges that were made at once can be undone; null for one that was made alone
 * @param news what happened instead of the undo that was asked for; null for nothing
 */
record UndoView(
        MergeNames.Named named,
        List<String> goesBack,
        List<Stays> stays,
        List<Since> since,
        int moreSince,
        long told,
        List<Obstacle> obstacles,
        String planTag,
        String seen,
        @Nullable String batch,
        @Nullable String news) {

    public boolean possible() {
        return obstacles.isEmpty();
    }

    public String path() {
        return UndoMergeController.path(named.merge().id());
    }

    /** Things that remain as they are for one reason. */
    record Stays(List<String> names, int more, String why) {}

    /**
     * Something that was made since.
     *
     * @param value in the form
     * @param goes whether it goes to the removed record
     * @param byItself whether it would where nobody chose
     */
    record Since(
            String value,
            String what,
            String text,
            @Nullable String href,
            boolean goes,
            boolean byItself) {}
}

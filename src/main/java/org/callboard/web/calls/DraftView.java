package org.callboard.web.calls;

import org.callboard.drafts.Draft;
import org.callboard.people.CurrentUser;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of what was typed for an inquiry, as its page has it.
 *
 * @param fields JSON, as {@link Draft} has them
 * @param by who typed it last; null for the one who looks
 */
record DraftView(int version, String fields, @Nullable String by) {

    static DraftView of(Draft draft) {
        return new DraftView(
                draft.version(),
                draft.fields(),
                draft.savedBy() == CurrentUser.get().id() ? null : draft.savedByName());
    }
}

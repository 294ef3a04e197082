package org.callboard.notices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer would hear of an act.
 *
 * @param says whether the company tells customers anything at all
 * @param nothing why they would hear nothing, as a sentence; null where they would
 */
public record NoticeOutlook(
        boolean says, List<NoticePreview> texts, @Nullable String nothing) {

    static final NoticeOutlook SILENT = new NoticeOutlook(false, List.of(), null);
}

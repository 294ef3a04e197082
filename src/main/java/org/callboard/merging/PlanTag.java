package org.callboard.merging;

import java.util.HexFormat;
import java.util.List;
import org.callboard.http.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a plan is known again by: another one where anything differs that it rests on. */
final class PlanTag {

    private PlanTag() {}

    static String of(List<? extends @Nullable Object> restsOn) {
        return of(JsonMapper.shared().writeValueAsString(restsOn));
    }

    /** Of several plans at once. */
    static String ofAll(List<String> tags) {
        return of(String.join(",", tags));
    }

    private static String of(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, 16);
    }
}

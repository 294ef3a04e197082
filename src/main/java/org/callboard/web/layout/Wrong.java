package org.callboard.web.layout;

import java.util.List;
import java.util.Map;
import org.callboard.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with what was sent, for a part of a page that comes back with it.
 *
 * @param errors sentences by the name of the field
 * @param problem what belongs to no field
 */
public record Wrong(
        Map<String, List<String>> errors, @Nullable String problem) {

    public static final Wrong NOTHING = new Wrong(Map.of(), null);

    public static Wrong of(Refusal refused) {
        return new Wrong(refused.errors(), refused.errors().isEmpty() ? refused.title() : null);
    }
}

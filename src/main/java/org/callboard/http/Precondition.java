package org.callboard.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/**
 * What a client wants to be so before its change is made: {@code If-Match} and {@code If-None-Match} (RFC 9110, section
 * 13). A controller method takes it as a parameter. It counts only where it is checked under the lock of the record, so
 * that of two who read the same state one is refused.
 */
public final class Precondition {

    public static final String IF_MATCH = "If-Match";
    public static final String IF_NONE_MATCH = "If-None-Match";

    /** Whatever the state is. */
    public static final Precondition NONE = new Precondition(null, null, "");

    private final @Nullable List<ETag> match;
    private final @Nullable List<ETag> noneMatch;
    private final String restored;

    private Precondition(@Nullable List<ETag> match, @Nullable List<ETag> noneMatch, String restored) {
        this.match = match;
        this.noneMatch = noneMatch;
        this.restored = restored;
    }

    /** That the record is as somebody saw it who works on a page. */
    public static Precondition of(EntityTag seen) {
        return new Precondition(List.of(new ETag(seen.opaque(), false)), null, "");
    }

    /** Reads the headers; 400 that names the one which holds no entity tag. */
    public static Precondition of(HttpServletRequest request) {
        FieldErrors errors = new FieldErrors();
        Precondition precondition = new Precondition(
                tags(request, IF_MATCH, errors), tags(request, IF_NONE_MATCH, errors), EntityTag.restored(request));
        errors.throwIfAny();
        return precondition;
    }

    private static @Nullable List<ETag> tags(HttpServletRequest request, String header, FieldErrors errors) {
        List<String> lines = Collections.list(request.getHeaders(header));
        if (lines.isEmpty()) {
            return null;
        }
        List<ETag> tags = new ArrayList<>();
        lines.forEach(line -> tags.addAll(ETag.parse(line)));
        errors.addIf(tags.isEmpty(), header, "A tag in quotes, as the header ETag gave it, or * is expected.");
        return tags;
    }

    /** 412 where the record is in another state than the client wants. {@code If-Match} compares strongly. */
    public void check(EntityTag record) {
        EntityTag tag = record.since(restored);
        if (match != null && !tag.isOneOf(match, true)) {
            throw failed("The record was changed in the meantime, or If-Match names no state of it. Read it again.");
        }
        if (noneMatch != null && tag.isOneOf(noneMatch, false)) {
            throw failed("The record is there, in a state that If-None-Match excludes.");
        }
    }

    /** Whether the client wants the record to be there. */
    public boolean wantsRecord() {
        return match != null;
    }

    /** The 412 for a record that is not there though {@link #wantsRecord}. */
    public static Refusal nothingThere() {
        return failed("There is no record that If-Match could name.");
    }

    private static Refusal failed(String title) {
        return RefusalCode.STALE.refuse(title);
    }
}

package org.callboard.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Findings;
import org.callboard.validation.IgnoredFields;

/**
 * The body of a request that must not be lost for its data: somebody waits for an answer, whatever else their program got
 * wrong. As long as the person can be reached, what can't be kept is left out and named in {@code Callboard-Ignored}, and
 * what is no good is kept as it was sent. Where nobody could be reached, where a field is wrong that the operation can't
 * do without, and under strict handling, everything wrong is named in an Invalid.
 *
 * @param <T> the record that the body is read into; it may be read several times
 */
public final class Inquiry<T extends Record> {

    /** The group of constraints on what should be there and yet may be missing from an inquiry. */
    public interface Complete {}

    private final T request;
    private final FieldErrors unread;
    private final List<String> unknown;
    private final RequestReader reader;

    Inquiry(T request, FieldErrors unread, List<String> unknown, RequestReader reader) {
        this.request = request;
        this.unread = unread;
        this.unknown = unknown;
        this.reader = reader;
    }

    /**
     * What is to be stored.
     *
     * @param look makes it of the request and notes what it finds, by the paths of the body. It is asked again after
     *     something was left out: then that is null, in lists too. A request that will be refused is looked at as well, so
     *     any part may be null.
     */
    public <D> D read(BiFunction<T, Findings, D> look) {
        boolean strict = IgnoredFields.strict();
        FieldErrors errors = new FieldErrors().addMissing(unread);
        IgnoredFields.report(unknown, IgnoredFields.UNKNOWN, errors);
        List<String> leftOut = new ArrayList<>(unread.asMap().keySet());
        T rest = request;
        while (true) {
            Findings found = new Findings();
            reader.checkParts(rest, found.wrong());
            reader.check(rest, found.doubtful(), Complete.class);
            D draft = look.apply(rest, found);
            if (rest == request) { // what is missing later was left out here
                errors.addMissing(found.wrong()).addMissing(found.doubtful()).addMissing(found.refused());
            }
            if (found.wrong().isEmpty()) {
                if (strict || !found.isReachable() || !found.refused().isEmpty()) {
                    errors.throwIfAny();
                }
                IgnoredFields.name(leftOut);
                return draft;
            }
            rest = without(rest, found.wrong(), leftOut).orElseThrow(() -> new Invalid(errors.asMap()));
        }
    }

    /** As it was sent: any part may be null. */
    public T request() {
        return request;
    }

    /** The same inquiry with something else in its record. */
    public Inquiry<T> with(UnaryOperator<T> change) {
        return new Inquiry<>(change.apply(request), unread, unknown, reader);
    }

    /** The record without the wrong parts; empty where it can't be without one of them. */
    private static <T extends Record> Optional<T> without(T record, FieldErrors wrong, List<String> leftOut) {
        T rest = record;
        for (String field : wrong.asMap().keySet()) {
            String part = field;
            while (RequestParts.state(rest, part) == RequestParts.State.MISSING) {
                int dot = part.lastIndexOf('.');
                if (dot < 0) {
                    return Optional.empty();
                }
                part = part.substring(0, dot);
            }
            if (RequestParts.state(rest, part) == RequestParts.State.THERE) {
                String gone = part;
                rest = RequestParts.without(rest, gone);
                leftOut.removeIf(other -> other.startsWith(gone + "."));
                leftOut.add(gone);
            }
        }
        return rest == record ? Optional.empty() : Optional.of(rest);
    }
}

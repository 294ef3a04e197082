package org.callboard.requests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.callboard.database.RecordShape;
import org.jspecify.annotations.Nullable;

/** The parts of a request's record, each by its path, such as {@code contacts[0].value}. */
final class RequestParts {

    enum State {
        /** It has a value. */
        THERE,
        /** It has none, but what it is a part of is there. */
        MISSING,
        /** It went with what it was a part of, or from its list. */
        GONE
    }

    /** A component of a record; an element of it where it is a list, else place is -1. */
    private record Step(String name, int place) {

        static List<Step> of(String path) {
            return Arrays.stream(path.split("\\.", -1)).map(Step::read).toList();
        }

        private static Step read(String text) {
            int bracket = text.indexOf('[');
            return bracket < 0
                    ? new Step(text, -1)
                    : new Step(
                            text.substring(0, bracket),
                            Integer.parseInt(text.substring(bracket + 1, text.length() - 1)));
        }

        @Nullable
        Object in(Object record) {
            Object value = RecordShape.of(record.getClass()).get(record, name);
            return place < 0 || value == null ? value : ((List<?>) value).get(place);
        }
    }

    private RequestParts() {}

    static State state(Record record, String path) {
        @Nullable Object at = record;
        List<Step> steps = Step.of(path);
        for (Step step : steps) {
            if (at == null) {
                return State.GONE;
            }
            at = step.in(at);
        }
        if (at != null) {
            return State.THERE;
        }
        return steps.getLast().place < 0 ? State.MISSING : State.GONE;
    }

    /** The record in which the part is null; in a list its place stays, so that the paths of the others do. */
    static <T extends Record> T without(T record, String path) {
        @SuppressWarnings("unchecked")
        T rest = (T) without(record, Step.of(path));
        return rest;
    }

    private static Object without(Object record, List<Step> path) {
        Step step = path.getFirst();
        @Nullable
        Object part = path.size() == 1
                ? null
                : without(Objects.requireNonNull(step.in(record)), path.subList(1, path.size()));
        if (step.place < 0) {
            return RecordShape.with(record, step.name, part);
        }
        List<@Nullable Object> list = new ArrayList<>((List<?>)
                Objects.requireNonNull(RecordShape.of(record.getClass()).get(record, step.name)));
        list.set(step.place, part);
        return RecordShape.with(record, step.name, list);
    }
}

package org.callboard.refusals;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something is not done, and whoever asked can understand why: a title for people, the wrong fields with what is wrong about
 * each, and for programs a code and facts. The kinds say what can be done about it; an operation's own failure is a code.
 */
public abstract sealed class Refusal extends RuntimeException {

    private final RefusalCode code;
    private final transient SortedMap<String, List<String>> errors = new TreeMap<>();
    private final transient SortedMap<String, Object> facts = new TreeMap<>();

    private Refusal(RefusalCode code, String title) {
        super(title, null, false, false);
        this.code = code;
    }

    /** Adds a fact for programs, such as the id of the record that is in the way. */
    public Refusal with(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    public RefusalCode code() {
        return code;
    }

    public String title() {
        return String.valueOf(getMessage());
    }

    /** Wrong fields, sorted by name; of {@link Invalid} alone. */
    public SortedMap<String, List<String>> errors() {
        return errors;
    }

    /** For programs, sorted by name, without the code. */
    public SortedMap<String, Object> facts() {
        return facts;
    }

    /** What was sent is wrong. */
    public static final class Invalid extends Refusal {

        Invalid(RefusalCode code, String title) {
            super(code, title);
        }

        /** Each wrong field by its path (such as {@code contacts[0].value}), with one or more sentences. */
        public Invalid(Map<String, List<String>> errors) {
            this(RefusalCode.INVALID, errors);
        }

        public Invalid(String field, String message) {
            this(RefusalCode.INVALID, field, message);
        }

        public Invalid(RefusalCode code, String field, String message) {
            this(code, Map.of(field, List.of(message)));
        }

        private Invalid(RefusalCode code, Map<String, List<String>> errors) {
            super(
                    code,
                    (errors.size() == 1 ? "The request has a wrong field: " : "The request has wrong fields: ")
                            + String.join(", ", new TreeMap<>(errors).keySet()) + ".");
            errors().putAll(errors);
        }
    }

    /** It is not known who asks. */
    public static final class Unauthenticated extends Refusal {
        Unauthenticated(RefusalCode code, String title) {
            super(code, title);
        }
    }

    /** Who asks may not do this. */
    public static final class Forbidden extends Refusal {
        Forbidden(RefusalCode code, String title) {
            super(code, title);
        }
    }

    /** It is not there. The same words where it does not exist, and where it is another tenant's or provider's. */
    public static final class NotFound extends Refusal {
        NotFound(RefusalCode code, String title) {
            super(code, title);
        }

        public NotFound(String noun, Object id) {
            super(RefusalCode.NOT_FOUND, noun + " " + id + " was not found.");
        }

        /** For people who follow an address, whatever the reason. */
        public static NotFound page() {
            return new NotFound(RefusalCode.NO_SUCH_ADDRESS, "There is no page at this address.");
        }
    }

    /** What was sent came too slowly, or not to its end. */
    public static final class TooSlow extends Refusal {
        TooSlow(RefusalCode code, String title) {
            super(code, title);
        }
    }

    /** The state of the record does not allow it. */
    public static final class Conflict extends Refusal {
        Conflict(RefusalCode code, String title) {
            super(code, title);
        }
    }

    /** The record is in another state than the one that was named. */
    public static final class Stale extends Refusal {
        Stale(RefusalCode code, String title) {
            super(code, title);
        }
    }

    /** More was sent than is taken. */
    public static final class TooLarge extends Refusal {
        TooLarge(RefusalCode code, String title) {
            super(code, title);
        }
    }

    /** What was sent is of no kind that is taken. */
    public static final class WrongType extends Refusal {
        WrongType(RefusalCode code, String title) {
            super(code, title);
        }
    }

    /** The key that makes a request safe to repeat stands for another one. */
    public static final class KeyReused extends Refusal {
        KeyReused(RefusalCode code, String title) {
            super(code, title);
        }
    }

    /** Who asks does so too often. */
    public static final class TooMany extends Refusal {
        TooMany(RefusalCode code, String title) {
            super(code, title);
        }
    }

    /** Nothing is wrong with what was asked; a moment later it may be done. */
    public static final class Busy extends Refusal {
        Busy(RefusalCode code, String title) {
            super(code, title);
        }
    }
}

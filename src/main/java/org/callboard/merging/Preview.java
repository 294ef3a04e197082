package org.callboard.merging;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactType;
import org.callboard.details.ContactContent;
import org.callboard.details.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What a merge would do, without doing it.
 *
 * @param contacts entries of both that are the same, and become one
 * @param conflicts external data that both have with different values: the removed record's stays with that
 * @param pairs locations of both customers in one house
 * @param rows how many rows would move
 * @param planTag what the merge must name, so that nothing else is merged than what was shown
 */
public record Preview(
        long keptId,
        long removedId,
        RecordKind kind,
        String keptName,
        String removedName,
        List<FieldLine> fields,
        List<CustomFieldLine> customFields,
        List<Moving> moving,
        List<ContactLine> contacts,
        List<Conflict> conflicts,
        List<Warning> warnings,
        List<Blocker> blockers,
        List<OfferedPair> pairs,
        long rows,
        String planTag) {

    /** Why the kept record has a value. */
    public enum Rule {
        /** Both have it. */
        SAME,
        /** It is the kept record's. */
        KEPT,
        /** The kept record had none. */
        FILLED,
        /** Whoever merges chose it. */
        CHOSEN,
        /** One of the two asked for less mail, or for no service: that holds. */
        STRICTER
    }

    /**
     * A field of both.
     *
     * @param choosable whether the other value can be chosen
     */
    public record FieldLine(
            String field,
            @Nullable Object kept,
            @Nullable Object removed,
            @Nullable Object result,
            Rule rule,
            boolean choosable) {}

    public record CustomFieldLine(
            long typeId,
            String name,
            @Nullable String kept,
            @Nullable String removed,
            String result,
            Rule rule,
            boolean choosable) {}

    /** How much of a kind moves or is copied, with the first of it. */
    public record Moving(MovedKind kind, long count, List<Sample> first) {

        /** So many at most. */
        static final int FIRST = 50;
    }

    public record Sample(String id, String text) {}

    /** Two entries that are the same: the removed record's arrives out of use, and the kept one becomes {@code after}. */
    public record ContactLine(
            long keptId,
            long removedId,
            ContactType type,
            String value,
            String removedValue,
            ContactContent before,
            ContactContent after) {}

    public record Conflict(UUID application, String key, String kept, String removed) {}

    public record Warning(Code code, String text) {

        public enum Code {
            CREDIT_LIMIT,
            BALANCE,
            STRICTER,
            INVOICES,
            OPEN_LEADS,
            EXTERNAL_DATA
        }
    }

    /** Why the two can't be merged, or not so; the facts are for programs. */
    public record Blocker(Reason reason, String text, Map<String, Object> facts) {

        public enum Reason {
            KEPT_MERGED,
            REMOVED_MERGED,
            KEPT_INACTIVE,
            OTHER_CUSTOMER,
            NO_ACTIVE_LOCATION,
            WRONG_PAIR
        }
    }

    /**
     * Two locations in one house.
     *
     * @param same whether they are one door too: street, unit and ZIP are the same, however they are written
     * @param chosen whether they are merged with their customers
     */
    public record OfferedPair(
            long keptId,
            String keptName,
            Address keptAddress,
            boolean keptActive,
            long removedId,
            String removedName,
            Address removedAddress,
            boolean removedActive,
            boolean same,
            boolean chosen) {}
}

package org.callboard.merging;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
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
        @JsonProperty("Same")
        SAME,
        /** It is the kept record's. */
        @JsonProperty("Kept")
        KEPT,
        /** The kept record had none. */
        @JsonProperty("Filled")
        FILLED,
        /** Whoever merges chose it. */
        @JsonProperty("Chosen")
        CHOSEN,
        /** One of the two asked for less mail, or for no service: that holds. */
        @JsonProperty("Stricter")
        STRICTER
    }

    /**
     * A field of both.
     *
     * @param choosable whether the other value can be chosen
     */
    @Schema(name = "MergeField")
    public record FieldLine(
            String field,
            @Nullable Object kept,
            @Nullable Object removed,
            @Nullable Object result,
            Rule rule,
            boolean choosable) {}

    @Schema(name = "MergeCustomField")
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
    @Schema(name = "MergeContact")
    public record ContactLine(
            long keptId,
            long removedId,
            ContactType type,
            String value,
            String removedValue,
            ContactContent before,
            ContactContent after) {}

    public record Conflict(UUID application, String key, String kept, String removed) {}

    @Schema(name = "MergeWarning")
    public record Warning(Code code, String text) {

        public enum Code {
            @JsonProperty("CreditLimit")
            CREDIT_LIMIT,
            @JsonProperty("Balance")
            BALANCE,
            @JsonProperty("Stricter")
            STRICTER,
            @JsonProperty("Invoices")
            INVOICES,
            @JsonProperty("OpenLeads")
            OPEN_LEADS,
            @JsonProperty("ExternalData")
            EXTERNAL_DATA
        }
    }

    /** Why the two can't be merged, or not so; the facts are for programs. */
    @Schema(name = "MergeBlocker")
    public record Blocker(Reason reason, String text, Map<String, Object> facts) {

        public enum Reason {
            @JsonProperty("KeptMerged")
            KEPT_MERGED,
            @JsonProperty("RemovedMerged")
            REMOVED_MERGED,
            @JsonProperty("KeptInactive")
            KEPT_INACTIVE,
            @JsonProperty("OtherCustomer")
            OTHER_CUSTOMER,
            @JsonProperty("NoActiveLocation")
            NO_ACTIVE_LOCATION,
            @JsonProperty("WrongPair")
            WRONG_PAIR
        }
    }

    /**
     * Two locations in one house.
     *
     * @param same whether they are one door too: street, unit and ZIP are the same, however they are written
     * @param chosen whether they are merged with their customers
     */
    @Schema(name = "MergePair")
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

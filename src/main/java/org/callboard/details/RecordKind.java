package org.callboard.details;

import java.util.Locale;
import org.callboard.changes.Action;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.database.Caller;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;

/** The kinds of records that have details, which stand in one table each under their owner's kind and id. */
public enum RecordKind {
    Customer,
    Location;

    /** The name on the wire of the id of who lives on instead of a record. */
    public static final String MERGED_TO = "mergedToId";

    /** The table, and the {@code owner_kind} of details. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whose numbers and e-mail addresses those of such a record are. */
    public ContactOwner contactOwner() {
        return this == Customer ? ContactOwner.customer : ContactOwner.location;
    }

    /** What the change log calls such a record. */
    public EntityKind logged() {
        return this == Customer ? EntityKind.CUSTOMER : EntityKind.LOCATION;
    }

    /** What the change log calls a contact of one. */
    public EntityKind contact() {
        return this == Customer ? EntityKind.CUSTOMER_CONTACT : EntityKind.LOCATION_CONTACT;
    }

    /** What the change log calls an export of their list. */
    public EntityKind export() {
        return this == Customer ? EntityKind.CUSTOMER_EXPORT : EntityKind.LOCATION_EXPORT;
    }

    /** The name on the wire of this kind's ids. */
    public String idField() {
        return word() + "Id";
    }

    /** The details in one table of all records of this kind. */
    Where of(long tenant) {
        return Where.tenant(tenant).and("owner_kind = :kind", "kind", word());
    }

    /** The condition that details are those of a row of this kind's table. */
    public String owns(String details) {
        return "%2$s.tenant_id = %1$s.tenant_id and %2$s.owner_kind = '%1$s' and %2$s.owner_id = %1$s.id"
                .formatted(word(), details);
    }

    /** Puts the kind's word into a statement that is written with {@code KIND}. */
    public String sql(String text) {
        return text.replace("KIND", word());
    }

    /** RECORD_INACTIVE: the contacts of a record that is out of use are neither shown nor changed. */
    public void requireActive(DetailOwner record) {
        if (!record.active()) {
            Refusal refusal = RefusalCode.RECORD_INACTIVE
                    .refuse(name() + " " + record.id() + " is not active.")
                    .with("active", false);
            if (record.mergedToId() != null) {
                refusal.with(MERGED_TO, record.mergedToId());
            }
            throw refusal;
        }
    }

    /**
     * Whether a change takes the record out of use, or back into it. ACTIVATION_FORBIDDEN where it does and the caller is a
     * connection that was not given the right to.
     */
    public boolean switches(boolean active, @Nullable Boolean wanted) {
        if (wanted == null || wanted == active) {
            return false;
        }
        if (!Caller.current().may(Caller.Right.ACTIVATE)) {
            throw RefusalCode.ACTIVATION_FORBIDDEN.refuse(
                    "This connection may not " + (wanted ? "reactivate" : "deactivate") + " a " + word()
                            + ". The right to do so is off unless it was given to the connection.");
        }
        return true;
    }

    /** Why nothing is done to a record that was merged into another one, in a sentence. */
    public String mergedInto(long survivor) {
        return "It was merged into " + word() + " " + survivor + ".";
    }

    /** RECORD_MERGED, for a record that was merged into another one: that one is in use instead of it. */
    public void requireNotMerged(long id, @Nullable Long survivor) {
        if (survivor != null) {
            throw RefusalCode.RECORD_MERGED
                    .refuse(name() + " " + id + " was merged into " + word() + " " + survivor + ".")
                    .with(MERGED_TO, survivor);
        }
    }

    /** What the change log calls it. */
    public static Action switched(boolean active) {
        return active ? Action.REACTIVATED : Action.DEACTIVATED;
    }
}

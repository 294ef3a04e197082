package org.callboard.details;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Limits.ContactValue;
import org.callboard.addresses.Limits.Memo;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactPoint;
import org.callboard.contactpoints.ContactType;
import org.callboard.database.RecordShape.Copy;
import org.callboard.validation.NullOrNotBlank;
import org.jspecify.annotations.Nullable;

/** What clients send about the contact entries of customers and locations. */
public final class ContactRequests {

    private ContactRequests() {}

    public record NewContact(
            @NotNull ContactType type,
            @NotBlank @ContactValue String value,
            @Memo @Nullable String memo) implements ContactPoint {

        ContactDraft toDraft() {
            return new ContactDraft(type, value, memo);
        }
    }

    /** The drafts of a list that may be missing. */
    public static List<ContactDraft> drafts(@Nullable List<NewContact> contacts) {
        return Objects.requireNonNullElse(contacts, List.<NewContact>of()).stream()
                .map(NewContact::toDraft)
                .toList();
    }

    /** All five are needed. */
    public record ContactPreferencesRequest(
            @NotNull Boolean jobRemindersEnabled,
            @NotNull Boolean marketingUpdatesEnabled,
            @NotNull Boolean invoiceStatementNotification,
            @NotNull Boolean invoiceNotification,
            @NotNull Boolean statementNotification) {

        /**
         * The legacy flag decides only where it alone was changed: a client that sends back what it read changes nothing,
         * an old client that knows the legacy flag alone still switches both, and a new one is taken at its word. Asked
         * of a wrong request too, whose flags may be missing.
         */
        ContactPreferences applyTo(ContactPreferences old) {
            boolean legacy = Boolean.TRUE.equals(invoiceStatementNotification);
            boolean invoices = Boolean.TRUE.equals(invoiceNotification);
            boolean statements = Boolean.TRUE.equals(statementNotification);
            boolean legacyAlone = legacy != old.invoicesAndStatements()
                    && invoices == old.invoiceNotification()
                    && statements == old.statementNotification();
            return new ContactPreferences(
                    Boolean.TRUE.equals(jobRemindersEnabled),
                    Boolean.TRUE.equals(marketingUpdatesEnabled),
                    legacyAlone ? legacy : invoices,
                    legacyAlone ? legacy : statements);
        }
    }

    /** A missing or null field leaves the entry's as it is. */
    public record ContactPatch(
            @Nullable ContactType type,
            @NullOrNotBlank @ContactValue @Nullable String value,
            @Memo @Nullable String memo,
            @Valid @Nullable ContactPreferencesRequest preferences) {

        private static final Copy<ContactContent> COPY =
                Copy.change(ContactContent.class, ContactPatch.class, "preferences");

        ContactContent applyTo(ContactContent old) {
            return COPY.changed(
                    old, this, preferences == null ? old.preferences() : preferences.applyTo(old.preferences()));
        }
    }
}

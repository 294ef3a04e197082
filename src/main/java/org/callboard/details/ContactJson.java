package org.callboard.details;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.callboard.addresses.ContactType;
import org.jspecify.annotations.Nullable;

/** The wire shapes of the contact entries of customers and locations. */
public final class ContactJson {

    private ContactJson() {}

    /** An entry within the reply to the creation of its owner. */
    @Schema(name = "NewContactResponse")
    public record NewContactResponse(
            long id,
            ContactType type,
            String value,
            @Nullable String memo) {

        public static NewContactResponse from(ContactEntry entry) {
            ContactContent content = entry.content();
            return new NewContactResponse(entry.id(), content.type(), content.value(), content.memo());
        }
    }

    /** The contract wants one in every reply; an e-mail address has no number. */
    @Schema(name = "PhoneSettings")
    public record PhoneSettings(String phoneNumber, boolean doNotText) {

        public static PhoneSettings from(ContactContent content) {
            return new PhoneSettings(content.type() == ContactType.Email ? "" : content.value(), content.doNotText());
        }
    }

    @Schema(name = "ContactPreferencesResponse")
    public record PreferencesResponse(
            boolean jobRemindersEnabled,
            boolean marketingUpdatesEnabled,
            boolean invoiceStatementNotification,
            boolean invoiceNotification,
            boolean statementNotification) {

        public static PreferencesResponse from(ContactPreferences preferences) {
            return new PreferencesResponse(
                    preferences.jobRemindersEnabled(),
                    preferences.marketingUpdatesEnabled(),
                    preferences.invoicesAndStatements(),
                    preferences.invoiceNotification(),
                    preferences.statementNotification());
        }
    }

    @Schema(name = "ContactEntryResponse")
    public record ContactEntryResponse(
            long id,
            ContactType type,
            String value,
            @Nullable String memo,
            PhoneSettings phoneSettings,
            PreferencesResponse preferences,
            Instant createdOn,
            Instant modifiedOn) {

        public static ContactEntryResponse from(ContactEntry entry) {
            ContactContent content = entry.content();
            return new ContactEntryResponse(
                    entry.id(),
                    content.type(),
                    content.value(),
                    content.memo(),
                    PhoneSettings.from(content),
                    PreferencesResponse.from(content.preferences()),
                    entry.createdOn(),
                    entry.modifiedOn());
        }
    }
}

package org.callboard.details;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.callboard.contactpoints.ContactType;
import org.callboard.database.RecordShape.Copy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

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

        private static final Copy<NewContactResponse> COPY = Copy.of(NewContactResponse.class, ContactEntry.class);

        public static NewContactResponse from(ContactEntry entry) {
            return COPY.from(entry);
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

        private static final Copy<PreferencesResponse> COPY =
                Copy.of(PreferencesResponse.class, ContactContent.class, "invoiceStatementNotification");

        public static PreferencesResponse from(ContactContent content) {
            return COPY.from(content, content.preferences().invoicesAndStatements());
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

        private static final Copy<ContactEntryResponse> COPY =
                Copy.of(ContactEntryResponse.class, ContactEntry.class, "phoneSettings", "preferences");

        public static ContactEntryResponse from(ContactEntry entry) {
            return COPY.from(entry, PhoneSettings.from(entry.content()), PreferencesResponse.from(entry.content()));
        }

        /** With the tag of its state. */
        public static ResponseEntity<ContactEntryResponse> answer(ContactEntry entry) {
            return entry.tag().on(from(entry));
        }
    }
}

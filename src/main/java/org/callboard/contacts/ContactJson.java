package org.callboard.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.callboard.contactpoints.ContactType;
import org.callboard.database.RecordShape.Copy;
import org.jspecify.annotations.Nullable;

/** The wire shapes of people, their methods, preferences and relationships, as the contract names them. */
final class ContactJson {

    private ContactJson() {}

    @Schema(name = "ContactResponse")
    record ContactResponse(
            UUID id,
            @Nullable String referenceId,
            @Nullable String name,
            @Nullable String title,
            boolean isArchived,
            Instant createdOn,
            long createdBy,
            Instant modifiedOn,
            long modifiedBy) {

        private static final Copy<ContactResponse> COPY = Copy.of(ContactResponse.class, Contact.class);

        static ContactResponse from(Contact contact) {
            return COPY.from(contact);
        }
    }

    @Schema(name = "ContactMethodResponse")
    record ContactMethodResponse(
            UUID id,
            UUID contactId,
            @Nullable String referenceId,
            ContactType type,
            String value,
            @Nullable String memo,
            Instant createdOn,
            long createdBy,
            Instant modifiedOn,
            long modifiedBy) {

        private static final Copy<ContactMethodResponse> COPY =
                Copy.of(ContactMethodResponse.class, ContactMethod.class);

        static ContactMethodResponse from(ContactMethod method) {
            return COPY.from(method);
        }
    }

    /** The value is {@code "true"}, {@code "false"} or, where nothing was set, null. */
    @Schema(name = "ContactPreferenceResponse")
    record ContactPreferenceResponse(
            String name, String dataType, @Nullable String value) {

        static ContactPreferenceResponse from(PreferenceKind kind, @Nullable Boolean value) {
            return new ContactPreferenceResponse(
                    kind.name(), PreferenceKind.DATA_TYPE, value == null ? null : value.toString());
        }
    }

    @Schema(name = "ContactPreferenceTypeResponse")
    record ContactPreferenceTypeResponse(
            UUID id, String name, @Nullable String description, String dataType) {

        static ContactPreferenceTypeResponse from(PreferenceKind kind) {
            return new ContactPreferenceTypeResponse(
                    kind.id(), kind.name(), kind.description(), PreferenceKind.DATA_TYPE);
        }
    }

    @Schema(name = "ContactRelationshipResponse")
    record ContactRelationshipResponse(
            UUID id, long relatedEntityId, String typeName, String typeSlug, Instant createdOn, long createdBy) {

        static ContactRelationshipResponse from(Relationship relationship) {
            return new ContactRelationshipResponse(
                    relationship.id(),
                    relationship.relatedId(),
                    relationship.type().name(),
                    relationship.type().slug(),
                    relationship.createdOn(),
                    relationship.createdBy());
        }
    }
}

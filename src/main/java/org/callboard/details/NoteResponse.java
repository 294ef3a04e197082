package org.callboard.details;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** The wire shape of a note: {@code NoteResponse} of the contract. */
@Schema(name = "NoteResponse")
public record NoteResponse(
        long id, String text, boolean isPinned, long createdById, Instant createdOn, Instant modifiedOn) {

    public static NoteResponse from(Note note) {
        return new NoteResponse(
                note.id(), note.text(), note.isPinned(), note.createdById(), note.createdOn(), note.modifiedOn());
    }
}

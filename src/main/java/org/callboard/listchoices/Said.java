package org.callboard.listchoices;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.callboard.database.RecordShape.Copy;
import org.callboard.listchoices.Choices.Existing;
import org.callboard.listchoices.Choices.ExternalId;
import org.callboard.listchoices.Choices.OnExisting;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.sheets.ColumnField;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.ImportKind;
import org.jspecify.annotations.Nullable;

/** What was said of a list this time; what is null stays as it is. */
public record Said(
        @Nullable Long campaignId,
        @Nullable Long callReasonId,
        @Nullable Instant followUpDate,
        @Nullable OnMatch onMatch,
        @Nullable UpdateBy updateBy,
        @Nullable OnExisting onExisting,
        @Nullable UUID externalApplication,
        @Nullable String externalKey,
        @Nullable Long tagTypeId,
        @Nullable Boolean normalCase) {

    private static final Copy<Choices> CHOICES = Copy.change(Choices.class, Said.class, "fields", "existing");

    public static final Said NOTHING = new Said(null, null, null, null, null, null, null, null, null, null);

    /** The choices for a list of which nothing was said before. */
    public Choices first(ImportKind kind, List<Optional<ColumnField>> fields) {
        return applyTo(
                new Choices(fields, null, null, null, OnMatch.usual(kind), Existing.usual(kind, fields), null, false),
                fields);
    }

    /** The choices with what was said anew. */
    public Choices applyTo(Choices old, List<Optional<ColumnField>> fields) {
        Existing existing = old.existing();
        Existing changed = new Existing(
                updateBy == null ? existing.by() : updateBy,
                onExisting == null ? existing.policy() : onExisting,
                external(existing.external(), fields));
        return CHOICES.changed(old, this, fields, changed);
    }

    /** A list with such ids has to keep them somewhere. */
    private @Nullable ExternalId external(@Nullable ExternalId old, List<Optional<ColumnField>> fields) {
        boolean has = ColumnField.anyHolds(fields, ImportField.externalId);
        if (!has && externalApplication == null && externalKey == null) {
            return old;
        }
        ExternalId before = Objects.requireNonNullElse(old, new ExternalId(ExternalId.LISTS, ExternalId.KEY));
        return new ExternalId(
                Objects.requireNonNullElse(externalApplication, before.application()),
                Objects.requireNonNullElse(externalKey, before.key()));
    }
}

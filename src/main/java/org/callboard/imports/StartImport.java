package org.callboard.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.http.Sha256;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.Said;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.server.WorkQueue;
import org.callboard.sheets.ColumnField;
import org.callboard.sheets.CustomColumns;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.Mapping;
import org.callboard.sheets.SheetFile;
import org.callboard.sheets.SheetFindings;
import org.callboard.sheets.UploadedFile;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a list in: all of its rows, or none. */
@Service
public class StartImport {

    /**
     * What is said with a list.
     *
     * @param mapping what columns hold, by their names, where a guess would be wrong; an empty text leaves one out
     * @param sheet which one of a workbook; null for its first
     * @param headerRow the number of the row that has the names of the columns; null for the one that looks like it
     * @param begin the work that begins at once, or null for none
     * @param onceKey sent again with the same list, it gives the same import
     */
    public record Wishes(
            ImportKind kind,
            Map<String, String> mapping,
            Said said,
            @Nullable String sheet,
            @Nullable Long headerRow,
            @Nullable Begin begin,
            @Nullable String onceKey) {}

    /** What is done with a list that was taken in. */
    public enum Begin {
        /** It is only looked at what each row would become. */
        CHECK,
        RUN
    }

    /** The import, and whether it is there since an earlier request with the same key. */
    public record Started(Import list, boolean replayed) {}

    private final ImportStore store;
    private final StageRows rows;
    private final Imports imports;
    private final SavedMappings mappings;
    private final Changes changes;
    private final WorkQueue stagingQueue;

    StartImport(
            ImportStore store,
            StageRows rows,
            Imports imports,
            SavedMappings mappings,
            Changes changes,
            WorkQueue stagingQueue) {
        this.stagingQueue = stagingQueue;
        this.store = store;
        this.rows = rows;
        this.imports = imports;
        this.mappings = mappings;
        this.changes = changes;
    }

    /**
     * Stores the list. Invalid names what is wrong with the file, or with what is said of it where a work is to begin;
     * IDEMPOTENCY_KEY_REUSED where the key was used with another list; Busy where too many are being stored.
     *
     * @param noted what is wrong so far: it is named too, and nothing is stored
     */
    public Started start(long tenant, UploadedFile upload, Wishes wishes, FieldErrors noted) {
        return stagingQueue.call(() -> {
            try {
                return store(tenant, upload, wishes, noted);
            } catch (Refusal e) {
                noted.addAll(e);
                noted.throwIfAny();
                throw e;
            }
        });
    }

    private Started store(long tenant, UploadedFile upload, Wishes wishes, FieldErrors noted) {
        SheetFile file = open(upload, wishes.sheet);
        if (wishes.headerRow != null) {
            file.nameColumns(wishes.headerRow);
        }
        List<String> columns = file.columns();
        FieldErrors errors = new FieldErrors();
        CustomColumns custom = imports.customColumns(tenant, wishes.kind);
        // only people are shown what was remembered, before anything comes of it
        List<Optional<ColumnField>> fields = wishes.begin == null && wishes.mapping.isEmpty()
                ? mappings.find(tenant, wishes.kind, columns)
                        .orElseGet(() -> SavedMappings.guessed(wishes.kind, columns, custom))
                : Mapping.of(wishes.kind, columns, custom, wishes.mapping, errors);
        Choices choices = wishes.said.first(wishes.kind, fields);
        String key = wishes.onceKey == null
                ? null
                : Caller.current().kind() + ":" + Caller.current().id() + ":" + wishes.onceKey;
        byte[] hash = Sha256.of(wishes.toString(), upload.hash());
        Optional<Started> before = before(tenant, key, hash);
        if (before.isPresent() && noted.isEmpty()) {
            return before.get();
        }
        imports.note(tenant, wishes.kind, choices, wishes.begin != null, errors);
        boolean another = !errors.isEmpty() && !file.otherSheets().isEmpty();
        errors.addIf(another, "sheet", file.otherSheets());
        noted.addMissing(errors).throwIfAny();
        SheetFindings found = new SheetFindings(file);
        return rows.all(tenant, reader -> file.each(found.beside(reader)), (id, count) -> {
                    ImportStore.New list = new ImportStore.New(
                            wishes.kind,
                            upload.name(),
                            file.readAs(),
                            columns,
                            found.layout(),
                            choices,
                            count,
                            key,
                            hash);
                    return store.insert(tenant, id, list)
                            ? Optional.of(begin(tenant, id, list, wishes.begin))
                            : Optional.empty();
                })
                .or(() -> before(tenant, key, hash)) // the same was sent twice at once, and the other was faster
                .orElseThrow();
    }

    private Started begin(long tenant, long id, ImportStore.New list, @Nullable Begin begin) {
        changes.record(
                EntityKind.IMPORT,
                id,
                Action.UPLOADED,
                Diff.none()
                        .now("kind", list.kind())
                        .now("fileName", list.fileName())
                        .now("rows", list.rows()));
        if (begin == Begin.CHECK) {
            imports.check(tenant, id, (stored, noted) -> stored.choices(), new FieldErrors());
        } else if (begin == Begin.RUN) {
            imports.run(tenant, id);
        }
        return new Started(imports.get(tenant, id), false);
    }

    /** What an earlier request with this key has made. */
    private Optional<Started> before(long tenant, @Nullable String key, byte[] hash) {
        Optional<ImportStore.Known> known = key == null ? Optional.empty() : store.underKey(tenant, key);
        return known.map(one -> {
            if (!MessageDigest.isEqual(one.hash(), hash)) {
                throw RefusalCode.IDEMPOTENCY_KEY_REUSED.refuse("This Idempotency-Key was used for another request.");
            }
            return new Started(imports.get(tenant, one.id()), true);
        });
    }

    private static SheetFile open(UploadedFile upload, @Nullable String sheet) {
        try {
            return SheetFile.of(upload.path(), sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.callboard.imports;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.callboard.campaigns.Campaigns;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.importrows.EvaluateRows;
import org.callboard.importrows.StagedRow;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.listchoices.OnMatch;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.settings.CallReasons;
import org.callboard.settings.TagTypes;
import org.callboard.sheets.ColumnField;
import org.callboard.sheets.ColumnNames;
import org.callboard.sheets.CustomColumns;
import org.callboard.sheets.ImportKind;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of a tenant that came as files: looking at them, and saying what is to be done with them. */
@Service
public class Imports {

    private static final String HEADER = "headerRow";

    /** Nothing has become of the rows yet, and nothing is about to. */
    private static final Set<ImportState> NOT_RUN = EnumSet.of(ImportState.Draft, ImportState.Checked);

    /** So many lines may have the names of the columns. */
    private static final int LINES = 20;

    private final ImportStore store;
    private final ImportRowStore rows;
    private final ImportOutcomeStore outcomes;
    private final EvaluateRows evaluate;
    private final Campaigns campaigns;
    private final CallReasons reasons;
    private final TagTypes tags;
    private final SavedMappings mappings;
    private final ImportTasks tasks;
    private final Changes changes;

    Imports(
            ImportStore store,
            ImportRowStore rows,
            ImportOutcomeStore outcomes,
            EvaluateRows evaluate,
            Campaigns campaigns,
            CallReasons reasons,
            TagTypes tags,
            SavedMappings mappings,
            ImportTasks tasks,
            Changes changes) {
        this.store = store;
        this.rows = rows;
        this.outcomes = outcomes;
        this.evaluate = evaluate;
        this.campaigns = campaigns;
        this.reasons = reasons;
        this.tags = tags;
        this.mappings = mappings;
        this.tasks = tasks;
        this.changes = changes;
    }

    /** The newest first. */
    public Page<Import> page(long tenant, Paging paging) {
        return store.page(tenant, paging);
    }

    /** One import; NotFound where there is none. */
    public Import get(long tenant, long id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFound("Import", id));
    }

    /** The rows of an import that the filter lets through. */
    public Page<ImportRow> rows(long tenant, Import list, RowsFilter filter, Paging paging) {
        return rows.page(tenant, list.id(), filter, paging);
    }

    /** One row of an import; NotFound where there is none. */
    public ImportRow row(long tenant, Import list, long number) {
        return rows.find(tenant, list.id(), number(number)).orElseThrow(() -> new NotFound("Row", number));
    }

    /** A row's number, of which no list has so many. */
    static int number(long row) {
        return (int) Math.clamp(row, 0, Integer.MAX_VALUE);
    }

    /** Keeps a list that was looked at from change until the transaction ends; IMPORT_STATE where it is in another state. */
    Import lockChecked(long tenant, long id) {
        return lock(tenant, id, EnumSet.of(ImportState.Checked));
    }

    /** The fields that the company has added to what such a list becomes. */
    public CustomColumns customColumns(long tenant, ImportKind kind) {
        return evaluate.customColumns(tenant, kind);
    }

    /** The country in which the addresses of a list are that name none. */
    public String country(long tenant, Import list) {
        return evaluate.list(tenant, list.kind(), list.columns(), list.layout(), list.choices())
                .formats()
                .country();
    }

    /** The first lines of a list as they stand in its file; one of them has the names of the columns. */
    public List<StagedRow> firstLines(long tenant, long id) {
        return rows.after(tenant, id, 0, LINES);
    }

    /**
     * Takes another line for the names of the columns; what they hold is guessed anew. NotFound where there is no such
     * import, IMPORT_STATE where it has run or is about to, Invalid where there is no such line or nothing below.
     *
     * @param row its number
     */
    @Transactional
    public Import nameColumns(long tenant, long id, long row) {
        Import list = lock(tenant, id, NOT_RUN);
        StagedRow line = firstLines(tenant, id).stream()
                .filter(one -> one.number() == row)
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        HEADER, "Row " + row + " is none of the first " + LINES + " rows that hold something."));
        int below = rows.countAfter(tenant, id, line.number());
        if (below == 0) {
            throw new Invalid(HEADER, "There are no rows below row " + row + ".");
        }
        List<String> columns = ColumnNames.of(line.cells());
        Choices choices =
                list.choices().with(SavedMappings.guessed(list.kind(), columns, customColumns(tenant, list.kind())));
        back(tenant, id);
        store.nameColumns(tenant, id, line.number(), columns, below, choices);
        return get(tenant, id);
    }

    /** Forgets what was remembered of such a file, and goes by the names of its columns. Refused as {@link #nameColumns}. */
    @Transactional
    public void guess(long tenant, long id) {
        Import list = lock(tenant, id, NOT_RUN);
        CustomColumns custom = customColumns(tenant, list.kind());
        List<Optional<ColumnField>> guessed = SavedMappings.guessed(list.kind(), list.columns(), custom);
        mappings.note(tenant, list.kind(), list.columns(), custom, guessed);
        back(tenant, id);
        store.choose(tenant, id, list.choices().with(guessed));
    }

    /** Back to the columns: what was found with other choices is worth nothing. */
    private void back(long tenant, long id) {
        outcomes.clear(tenant, id);
        store.move(tenant, id, ImportState.Draft, 0, 0, Counts.NONE);
    }

    /**
     * Lets it be found out what each row would become. NotFound where there is no such import, IMPORT_STATE where it has
     * run or is about to, Invalid that names what is missing, beside what was noted before.
     *
     * @param choose makes the choices of the import as it is while nobody else can change it, and notes what can't be one
     */
    @Transactional
    public void check(long tenant, long id, BiFunction<Import, FieldErrors, Choices> choose, FieldErrors noted) {
        Import list = lock(tenant, id, NOT_RUN);
        Choices choices = choose.apply(list, noted);
        FieldErrors errors = new FieldErrors();
        note(tenant, list.kind(), choices, true, errors);
        noted.addMissing(errors).throwIfAny();
        store.choose(tenant, id, choices);
        Import chosen = get(tenant, id);
        mappings.note(tenant, list.kind(), chosen.columns(), customColumns(tenant, list.kind()), choices.fields());
        outcomes.clear(tenant, id);
        begin(tenant, chosen, ImportState.Checking, Counts.NONE);
    }

    /**
     * Lets the records be made, as the current caller. Invalid names what is missing, NotFound where there is no such
     * import, IMPORT_STATE where it has run or is about to: of several who ask at once, one is first.
     */
    @Transactional
    public void run(long tenant, long id) {
        Import list = lock(tenant, id, NOT_RUN);
        FieldErrors errors = new FieldErrors();
        note(tenant, list.kind(), list.choices(), true, errors);
        errors.throwIfAny();
        begin(tenant, list, ImportState.Running, Counts.NONE);
    }

    /** Stops a check, or an import in the middle. NotFound where there is no such import, IMPORT_STATE where it does neither. */
    @Transactional
    public void cancel(long tenant, long id) {
        Import list = lock(tenant, id, EnumSet.of(ImportState.Checking, ImportState.Running));
        if (list.state() == ImportState.Checking) {
            back(tenant, id);
        } else {
            store.move(tenant, id, ImportState.Cancelled, list.reached(), list.done(), list.counts());
        }
        changes.record(EntityKind.IMPORT, id, Action.CANCELLED, Diff.none().now("rows", list.done()));
    }

    /**
     * Lets the records be taken back that nobody has worked with. NotFound where there is no such import, IMPORT_STATE
     * where there is nothing to take back, IMPORT_FORGOTTEN where it is no longer known.
     */
    @Transactional
    public void undo(long tenant, long id) {
        Import list = lock(tenant, id, EnumSet.of(ImportState.Finished, ImportState.Cancelled));
        if (list.rowsForgottenOn() != null) {
            throw RefusalCode.IMPORT_FORGOTTEN.refuse("It is no longer known what this import made: that is kept for "
                    + ForgetImports.KEPT.toDays() + " days.");
        }
        begin(tenant, list, ImportState.Undoing, list.counts());
    }

    /** Removes a list that has not run, with its rows. NotFound where there is no such import, IMPORT_STATE where it has run. */
    @Transactional
    public void discard(long tenant, long id) {
        lock(tenant, id, NOT_RUN);
        rows.forget(tenant, id);
        store.delete(tenant, id);
        changes.record(EntityKind.IMPORT, id, Action.DISCARDED, Diff.none());
    }

    private void begin(long tenant, Import list, ImportState work, Counts counts) {
        store.begin(tenant, list.id(), work, counts);
        tasks.start(tenant, list.id());
        changes.record(
                EntityKind.IMPORT,
                list.id(),
                switch (work) {
                    case Checking -> Action.CHECK_STARTED;
                    case Undoing -> Action.UNDO_STARTED;
                    default -> Action.STARTED;
                },
                Diff.none());
    }

    private Import lock(long tenant, long id, Set<ImportState> allowed) {
        Import list = store.lock(tenant, id).orElseThrow(() -> new NotFound("Import", id));
        if (!allowed.contains(list.state())) {
            throw RefusalCode.IMPORT_STATE
                    .refuse("Import " + id + " is in the state " + list.state() + ", and this needs it to be "
                            + String.join(
                                    " or ", allowed.stream().map(Enum::name).toList()) + ".")
                    .with("state", list.state().name());
        }
        return list;
    }

    /** Notes a campaign or call reason that is nobody's and, where a work is to begin, what that needs. */
    void note(long tenant, ImportKind kind, Choices choices, boolean begins, FieldErrors errors) {
        Long campaign = choices.campaignId();
        Long reason = choices.callReasonId();
        boolean others = kind != ImportKind.Leads;
        Long tag = choices.tagTypeId();
        UpdateBy by = choices.existing().by();
        errors.addIf(
                        by != null && !UpdateBy.of(kind).contains(by),
                        "updateBy",
                        others
                                ? "A list of " + kind.name().toLowerCase(Locale.ROOT)
                                        + " changes records that are there by "
                                        + UpdateBy.of(kind).stream()
                                                .map(Enum::name)
                                                .collect(Collectors.joining(", ")) + "."
                                : "Only a list of customers or locations changes records that are there.")
                .addIf(
                        kind == ImportKind.Locations && choices.onMatch() == OnMatch.Attach,
                        "onMatch",
                        "Only leads and customers are attached.")
                .addIf(
                        tag != null && !tags.unknown(tenant, List.of(tag)).isEmpty(),
                        "tagTypeId",
                        "There is no tag " + tag + ".");
        String none = "Only leads have one.";
        errors.addIf(others && campaign != null, "campaignId", none)
                .addIf(others && reason != null, "callReasonId", none)
                .addIf(others && choices.followUpDate() != null, "followUpDate", none)
                .addIf(
                        campaign != null && campaigns.find(tenant, campaign).isEmpty(),
                        "campaignId",
                        "There is no campaign " + campaign + ".")
                .addIf(
                        reason != null && reasons.find(tenant, reason).isEmpty(),
                        "callReasonId",
                        "There is no call reason " + reason + ".");
        if (begins) {
            evaluate.check(tenant, kind, choices, errors);
        }
    }
}

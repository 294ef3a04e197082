package org.callboard.importrows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.access.Tenants;
import org.callboard.details.RecordKind;
import org.callboard.importrows.JudgedRow.DoneRow;
import org.callboard.importrows.RowKind.Wanted;
import org.callboard.importrows.RowUpdate.Applied;
import org.callboard.importrows.Verdict.Deed;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.CompanyFields;
import org.callboard.listchoices.CompanyFormats;
import org.callboard.listchoices.OnMatch;
import org.callboard.listchoices.RowList;
import org.callboard.lists.UsualPlaceStore;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagTypes;
import org.callboard.sheets.CustomColumns;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.SheetLayout;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;

/** Finds out what rows would become, makes them so, and takes that back: many at a time, in few statements. */
@Service
public class EvaluateRows {

    private final List<RowKind<?>> kinds;
    private final JudgeRows judge;
    private final Tenants tenants;
    private final UsualPlaceStore places;
    private final TagTypes tags;
    private final CustomFieldTypes customFields;
    private final UpdateCustomers customers;
    private final UpdateLocations locations;

    EvaluateRows(
            List<RowKind<?>> kinds,
            JudgeRows judge,
            Tenants tenants,
            UsualPlaceStore places,
            TagTypes tags,
            CustomFieldTypes customFields,
            UpdateCustomers customers,
            UpdateLocations locations) {
        this.kinds = kinds;
        this.judge = judge;
        this.tenants = tenants;
        this.places = places;
        this.tags = tags;
        this.customFields = customFields;
        this.customers = customers;
        this.locations = locations;
    }

    private RowKind<?> of(ImportKind kind) {
        return kinds.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    /** A list as its rows are read in a company. */
    public RowList list(long tenant, ImportKind kind, List<String> columns, SheetLayout layout, Choices choices) {
        CompanyFormats formats = CompanyFormats.of(
                tenants.get(tenant),
                places,
                layout.dateOrder(choices.column(ImportField.followUpDate)),
                CompanyFields.of(tags.all(tenant), customFields(tenant, kind)));
        return new RowList(kind, columns, layout, choices, formats);
    }

    private List<CustomFieldType> customFields(long tenant, ImportKind kind) {
        return switch (kind) {
            case Leads -> List.of();
            case Customers -> customFields.active(tenant, RecordKind.Customer.word());
            case Locations -> customFields.active(tenant, RecordKind.Location.word());
        };
    }

    /** The fields that the company has added to what such a list becomes. */
    public CustomColumns customColumns(long tenant, ImportKind kind) {
        Map<Long, String> names = new LinkedHashMap<>();
        customFields(tenant, kind).forEach(field -> names.put(field.id(), field.name()));
        return new CustomColumns(names);
    }

    /** How many rows are one part of the work: enough to be quick, few enough to be over in a second or two. */
    public int atATime(ImportKind kind) {
        return of(kind).atATime();
    }

    /** Notes what a list can't do without, by field. */
    public void check(long tenant, ImportKind kind, Choices choices, FieldErrors errors) {
        of(kind).check(tenant, choices, errors);
    }

    /** Notes the keys of rows that were gone through before, so that later ones are known to be there twice. */
    public void remember(RowList list, List<StagedRow> rows, RowMemory memory) {
        judge.remember(of(list.kind()), list, rows, memory);
    }

    /** What a row has in common with rows that are the same, hashed. */
    public List<Long> keys(RowList list, StagedRow row) {
        return judge.keys(of(list.kind()), list, row);
    }

    /** What each row would become. */
    public List<JudgedRow> check(long tenant, RowList list, List<StagedRow> rows, RowMemory memory) {
        return judge.of(of(list.kind()), tenant, list, rows, memory, false).stream()
                .map(Verdict::judged)
                .toList();
    }

    /** Makes the records and the changes, in one transaction, and gives what each row became. */
    public List<JudgedRow> run(long tenant, RowList list, List<StagedRow> rows, RowMemory memory) {
        return run(of(list.kind()), tenant, list, rows, memory);
    }

    /** Rows that run together; {@code done} has what they became so far, by their numbers. */
    private record Running<D>(
            RowKind<D> kind,
            long tenant,
            RowList list,
            List<Verdict<D>> verdicts,
            RowMemory memory,
            Map<Integer, JudgedRow> done) {

        List<Verdict<D>> of(Deed deed) {
            return verdicts.stream().filter(one -> one.deed(list) == deed).toList();
        }
    }

    private <D> List<JudgedRow> run(
            RowKind<D> kind, long tenant, RowList list, List<StagedRow> rows, RowMemory memory) {
        List<Verdict<D>> verdicts = judge.of(kind, tenant, list, rows, memory, true);
        Running<D> part = new Running<>(kind, tenant, list, verdicts, memory, new HashMap<>());
        make(part);
        update(part);
        locate(part);
        Map<Integer, JudgedRow> done = part.done;
        List<JudgedRow> judged = new ArrayList<>();
        for (Verdict<D> verdict : verdicts) {
            int number = verdict.row().number();
            judged.add(done.containsKey(number) ? done.get(number) : left(verdict));
        }
        return judged;
    }

    private static <D> JudgedRow left(Verdict<D> verdict) {
        boolean wrong = verdict.outcome() == RowOutcome.Wrong;
        return verdict.judged().with(wrong ? RowResult.Failed : RowResult.Skipped, null);
    }

    private static <D> void make(Running<D> part) {
        List<Verdict<D>> all = part.of(Deed.MAKE);
        OnMatch onMatch = part.list.choices().onMatch();
        List<Wanted<D>> wanted = all.stream().map(one -> one.wanted(onMatch)).toList();
        List<Long> ids = wanted.isEmpty() ? List.of() : part.kind.make(part.tenant, wanted);
        for (int i = 0; i < all.size(); i++) {
            JudgedRow judged = all.get(i).judged();
            part.done.put(judged.number(), judged.with(RowResult.Made, ids.get(i)));
        }
    }

    private <D> void update(Running<D> part) {
        Set<Long> changed = new HashSet<>();
        for (Verdict<D> verdict : part.of(Deed.UPDATE)) {
            RowUpdate shown = verdict.update();
            if (shown != null) {
                boolean stale = verdict.isStale(part.memory);
                boolean again = !stale && shown.changesRecord() && !changed.add(shown.customerId());
                RowUpdate update = again ? anew(part, verdict, shown) : shown;
                JudgedRow judged = verdict.with(update).judged();
                String why =
                        "The " + update.word() + " was changed after it was shown what this row changes: look again.";
                part.done.put(
                        judged.number(),
                        stale
                                ? judged.leftOut(why)
                                : judged.updated(apply(part.tenant, verdict.row(), update, part.memory)));
            }
        }
    }

    /** What a row changes of a record that an earlier row of this part has changed after it was read. */
    private static <D> RowUpdate anew(Running<D> part, Verdict<D> verdict, RowUpdate before) {
        Aim aim = part.kind
                .aims(part.tenant, part.list, List.of(verdict.candidate()), true)
                .get(0);
        return aim == null || aim.update() == null ? before : aim.update();
    }

    private Applied apply(long tenant, StagedRow row, RowUpdate update, RowMemory memory) {
        Applied applied = apply(tenant, update);
        if (update instanceof CustomerUpdate) {
            int as = row.shown() == null ? update.version() : row.shown().version();
            memory.left(update.customerId(), as, applied.version());
        }
        return applied;
    }

    private Applied apply(long tenant, RowUpdate update) {
        return switch (update) {
            case CustomerUpdate change -> customers.apply(tenant, change);
            case LocationUpdate change -> locations.apply(tenant, change);
        };
    }

    /** After the others, since these may be rows of the same part. */
    private <D> void locate(Running<D> part) {
        Map<Integer, JudgedRow> done = part.done;
        Set<Integer> before = new TreeSet<>();
        part.verdicts.stream()
                .filter(one -> one.sameAs() != 0 && !done.containsKey(one.sameAs()))
                .forEach(one -> before.add(one.sameAs()));
        Map<Integer, Long> known = new HashMap<>(part.memory.customersOf(before));
        done.values().forEach(one -> {
            if (one.recordId() != null) {
                known.put(one.number(), one.recordId());
            }
        });
        for (Verdict<D> verdict : part.of(Deed.LOCATE)) {
            JudgedRow judged = verdict.judged();
            Long customer = known.get(verdict.sameAs());
            if (customer == null) {
                String why = "Row " + verdict.sameAs() + ", whose customer it is a location of, was left out.";
                done.put(judged.number(), judged.leftOut(why));
                continue;
            }
            CustomerUpdate update = part.kind.another(part.tenant, part.list, verdict.candidate(), customer);
            known.put(judged.number(), customer);
            done.put(judged.number(), judged.updated(apply(part.tenant, update)));
        }
    }

    /** Takes back what nobody has worked with; gives why the others stay, by the numbers of their rows. */
    public Map<Integer, String> takeBack(long tenant, ImportKind kind, Collection<DoneRow> rows, RowMemory memory) {
        return of(kind).takeBack(tenant, rows, memory);
    }
}

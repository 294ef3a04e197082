package org.callboard.importrows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.callboard.access.Tenants;
import org.callboard.importrows.RowKind.Wanted;
import org.callboard.lists.UsualPlaceStore;
import org.callboard.search.LikelyMatches.Probe;
import org.callboard.search.ManyMatches;
import org.callboard.search.ManyMatches.Found;
import org.callboard.search.MatchReason;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.RowCells;
import org.callboard.sheets.SeenKeys;
import org.callboard.sheets.SheetLayout;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds out what rows would become, and makes them so: many at a time, in a number of statements that stays the same. */
@Service
public class EvaluateRows {

    /** A row that was read. */
    private record Read<D>(
            int number,
            @Nullable D draft,
            Map<String, List<String>> problems,
            @Nullable String twice,
            List<String> warnings) {

        boolean usable() {
            return draft != null && twice == null;
        }
    }

    private final List<RowKind<?>> kinds;
    private final ManyMatches matches;
    private final Tenants tenants;
    private final UsualPlaceStore places;

    EvaluateRows(List<RowKind<?>> kinds, ManyMatches matches, Tenants tenants, UsualPlaceStore places) {
        this.kinds = kinds;
        this.matches = matches;
        this.tenants = tenants;
        this.places = places;
    }

    private RowKind<?> of(ImportKind kind) {
        return kinds.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    /** A list as its rows are read in a company. */
    public RowList list(long tenant, ImportKind kind, List<String> columns, SheetLayout layout, Choices choices) {
        CompanyFormats formats = CompanyFormats.of(
                tenants.get(tenant), places, layout.dateOrder(choices.column(ImportField.followUpDate)));
        return new RowList(kind, columns, layout, choices, formats);
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
    public void remember(RowList list, List<StagedRow> rows, SeenKeys seen) {
        rows.forEach(row -> read(of(list.kind()), list, row, seen));
    }

    /** What each row would become. */
    public List<JudgedRow> check(long tenant, RowList list, List<StagedRow> rows, SeenKeys seen) {
        return check(of(list.kind()), tenant, list, rows, seen);
    }

    private <D> List<JudgedRow> check(RowKind<D> kind, long tenant, RowList list, List<StagedRow> rows, SeenKeys seen) {
        List<Read<D>> read =
                rows.stream().map(row -> read(kind, list, row, seen)).toList();
        List<Optional<Found>> found = match(kind, tenant, read, customer -> false);
        List<JudgedRow> judged = new ArrayList<>();
        int position = 0;
        for (Read<D> row : read) {
            Found match = row.usable() ? found.get(position++).orElse(null) : null;
            judged.add(judged(row, match, null, null));
        }
        return judged;
    }

    /**
     * Makes the records, and gives what each row became.
     *
     * @param own customers that this import made, which no row of it matches
     */
    public List<JudgedRow> run(long tenant, RowList list, List<StagedRow> rows, SeenKeys seen, LongPredicate own) {
        return run(of(list.kind()), tenant, list, rows, seen, own);
    }

    private <D> List<JudgedRow> run(
            RowKind<D> kind, long tenant, RowList list, List<StagedRow> rows, SeenKeys seen, LongPredicate own) {
        List<Read<D>> read =
                rows.stream().map(row -> read(kind, list, row, seen)).toList();
        List<Optional<Found>> found = match(kind, tenant, read, own);
        OnMatch onMatch = list.choices().onMatch();
        List<Wanted<D>> wanted = new ArrayList<>();
        List<@Nullable Found> matched = new ArrayList<>();
        int position = 0;
        for (Read<D> row : read) {
            Found match = row.usable() ? found.get(position++).orElse(null) : null;
            matched.add(match);
            if (row.usable() && row.draft != null && (match == null || onMatch != OnMatch.Skip)) {
                wanted.add(new Wanted<>(row.draft, onMatch == OnMatch.Attach ? match : null));
            }
        }
        List<Long> ids = wanted.isEmpty() ? List.of() : kind.make(tenant, wanted);
        List<JudgedRow> judged = new ArrayList<>();
        int made = 0;
        for (int i = 0; i < read.size(); i++) {
            Read<D> row = read.get(i);
            Found match = matched.get(i);
            if (row.draft == null) {
                judged.add(judged(row, null, RowResult.Failed, null));
            } else if (!row.usable() || match != null && onMatch == OnMatch.Skip) {
                judged.add(judged(row, match, RowResult.Skipped, null));
            } else {
                judged.add(judged(row, match, RowResult.Made, ids.get(made++)));
            }
        }
        return judged;
    }

    /** Takes records back that nobody has worked with; gives why the others stay. */
    public Map<Long, String> takeBack(long tenant, ImportKind kind, Collection<Long> records) {
        return of(kind).takeBack(tenant, records);
    }

    private static <D> JudgedRow judged(
            Read<D> row, @Nullable Found match, @Nullable RowResult result, @Nullable Long record) {
        RowOutcome outcome = row.draft == null
                ? RowOutcome.Wrong
                : row.twice != null ? RowOutcome.Twice : match != null ? RowOutcome.Match : RowOutcome.New;
        String reason = match == null
                ? row.twice == null && !row.warnings.isEmpty() ? String.join(" ", row.warnings) : row.twice
                : match.reasons().stream().map(MatchReason::label).collect(Collectors.joining(", "));
        return new JudgedRow(
                row.number, outcome, row.problems, reason, match == null ? null : match.customerId(), result, record);
    }

    private static <D> Read<D> read(RowKind<D> kind, RowList list, StagedRow row, SeenKeys seen) {
        FieldErrors errors = new FieldErrors();
        RowCells cells = RowCells.read(list.columns(), list.choices().fields(), row.cells(), errors);
        errors.addIf(
                list.layout().totals().contains(row.number()),
                RowCells.ROW,
                "This looks like the end of a report and is left out.");
        if (!errors.isEmpty()) {
            return new Read<>(row.number(), null, errors.asMap(), null, List.of());
        }
        D draft = kind.read(cells, list.choices(), list.formats(), errors);
        if (!errors.isEmpty()) {
            return new Read<>(row.number(), null, distinct(errors.asMap()), null, List.of());
        }
        String twice = null;
        for (RowKey key : kind.keys(draft, list.formats().region())) {
            int first = seen.put(key.key(), row.number());
            if (twice == null && first != 0 && first != row.number()) {
                twice = "Same " + key.what() + " as row " + first;
            }
        }
        return new Read<>(row.number(), draft, Map.of(), twice, cells.warnings());
    }

    private static Map<String, List<String>> distinct(Map<String, List<String>> problems) {
        return problems.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().distinct().toList()));
    }

    private <D> List<Optional<Found>> match(
            RowKind<D> kind, long tenant, List<Read<D>> rows, LongPredicate passedOver) {
        List<Probe> probes = new ArrayList<>();
        for (Read<D> row : rows) {
            if (row.usable() && row.draft != null) {
                probes.add(kind.probe(row.draft));
            }
        }
        return probes.isEmpty() ? List.of() : matches.of(tenant, probes, passedOver);
    }
}

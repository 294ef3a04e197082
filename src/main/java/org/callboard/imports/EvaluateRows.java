package org.callboard.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.callboard.imports.ImportRow.Outcome;
import org.callboard.imports.ImportRow.Result;
import org.callboard.imports.ImportRowStore.Judged;
import org.callboard.imports.ImportRowStore.Staged;
import org.callboard.imports.RowKind.Wanted;
import org.callboard.search.LikelyMatches.Probe;
import org.callboard.search.ManyMatches;
import org.callboard.search.ManyMatches.Found;
import org.callboard.search.MatchReason;
import org.callboard.sheets.SeenKeys;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what rows would become, and makes them so: many at a time, in a number of statements that stays the same. */
@Component
class EvaluateRows {

    /** A row that was read. */
    private record Read<D>(
            int number,
            @Nullable D draft,
            Map<String, List<String>> problems,
            @Nullable String twice) {

        boolean usable() {
            return draft != null && twice == null;
        }
    }

    private final ManyMatches matches;

    EvaluateRows(ManyMatches matches) {
        this.matches = matches;
    }

    /** Notes the keys of rows that were gone through before, so that later ones are known to be there twice. */
    <D> void remember(RowKind<D> kind, Import list, CompanyFormats formats, List<Staged> rows, SeenKeys seen) {
        rows.forEach(row -> read(kind, list, formats, row, seen));
    }

    /** What each row would become. */
    <D> List<Judged> check(
            RowKind<D> kind, long tenant, Import list, CompanyFormats formats, List<Staged> rows, SeenKeys seen) {
        List<Read<D>> read =
                rows.stream().map(row -> read(kind, list, formats, row, seen)).toList();
        List<Optional<Found>> found = match(kind, tenant, read, customer -> false);
        List<Judged> judged = new ArrayList<>();
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
    <D> List<Judged> run(
            RowKind<D> kind,
            long tenant,
            Import list,
            CompanyFormats formats,
            List<Staged> rows,
            SeenKeys seen,
            LongPredicate own) {
        List<Read<D>> read =
                rows.stream().map(row -> read(kind, list, formats, row, seen)).toList();
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
        List<Judged> judged = new ArrayList<>();
        int made = 0;
        for (int i = 0; i < read.size(); i++) {
            Read<D> row = read.get(i);
            Found match = matched.get(i);
            if (row.draft == null) {
                judged.add(judged(row, null, Result.Failed, null));
            } else if (!row.usable() || match != null && onMatch == OnMatch.Skip) {
                judged.add(judged(row, match, Result.Skipped, null));
            } else {
                judged.add(judged(row, match, Result.Made, ids.get(made++)));
            }
        }
        return judged;
    }

    private static <D> Judged judged(
            Read<D> row, @Nullable Found match, @Nullable Result result, @Nullable Long record) {
        Outcome outcome = row.draft == null
                ? Outcome.Wrong
                : row.twice != null ? Outcome.Twice : match != null ? Outcome.Match : Outcome.New;
        String reason = match == null
                ? row.twice
                : match.reasons().stream().map(MatchReason::label).collect(Collectors.joining(", "));
        return new Judged(
                row.number, outcome, row.problems, reason, match == null ? null : match.customerId(), result, record);
    }

    private static <D> Read<D> read(RowKind<D> kind, Import list, CompanyFormats formats, Staged row, SeenKeys seen) {
        FieldErrors errors = new FieldErrors();
        RowCells cells = RowCells.read(list.columns(), list.choices().fields(), row.cells(), errors);
        if (!errors.isEmpty()) {
            return new Read<>(row.number(), null, errors.asMap(), null);
        }
        D draft = kind.read(cells, list.choices(), formats, errors);
        if (!errors.isEmpty()) {
            return new Read<>(row.number(), null, distinct(errors.asMap()), null);
        }
        String twice = null;
        for (RowKey key : kind.keys(draft, formats.region())) {
            int first = seen.put(key.key(), row.number());
            if (twice == null && first != 0 && first != row.number()) {
                twice = "Same " + key.what() + " as row " + first;
            }
        }
        return new Read<>(row.number(), draft, Map.of(), twice);
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

package org.callboard.importrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.importrows.Aim.Candidate;
import org.callboard.importrows.OpenLeads.OpenLead;
import org.callboard.importrows.StagedRow.Decided.What;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.Choices.OnExisting;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.listchoices.OnMatch;
import org.callboard.listchoices.RowList;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.matches.ManyMatches;
import org.callboard.matches.ManyMatches.Doubtful;
import org.callboard.matches.ManyMatches.Found;
import org.callboard.matches.ManyMatches.Likely;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.RowCells;
import org.callboard.sheets.SeenKeys;
import org.callboard.sheets.TotalsRow;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what rows would become: many at a time, in a number of statements that stays the same. */
@Component
class JudgeRows {

    /**
     * A row that was read.
     *
     * @param twice how it is the same as an earlier one
     * @param sameAs the earlier row whose person alone is the same; 0 where there is none
     */
    private record Read<D>(
            StagedRow row,
            RowCells cells,
            @Nullable D draft,
            Map<String, List<String>> problems,
            @Nullable String twice,
            int sameAs,
            List<Long> keys) {

        boolean isDecided(What what) {
            return row.decided() != null && row.decided().what() == what;
        }

        /** Whether anybody on record may be its person. */
        boolean asks(Choices choices) {
            UpdateBy by = choices.existing().by();
            boolean partial = by == UpdateBy.Email || by == UpdateBy.Phone;
            return draft != null
                    && (problems.isEmpty()
                            || partial && RowProblems.ofWhatIsThere(problems).isEmpty())
                    && row.decided() == null;
        }
    }

    private static final Likely NOBODY = new Likely(null, null);

    private final ManyMatches matches;
    private final OpenLeads leads;

    JudgeRows(ManyMatches matches, OpenLeads leads) {
        this.matches = matches;
        this.leads = leads;
    }

    /** Notes the keys of rows that were gone through before, so that later ones are known to be there twice. */
    <D> void remember(RowKind<D> kind, RowList list, List<StagedRow> rows, RowMemory memory) {
        rows.forEach(row -> read(kind, list, row, memory));
    }

    <D> List<Long> keys(RowKind<D> kind, RowList list, StagedRow row) {
        return read(kind, list, row, new RowMemory(numbers -> Map.of())).keys;
    }

    /** @param locked whether the customers that rows change are to be kept from change until the transaction ends */
    <D> List<Verdict<D>> of(
            RowKind<D> kind, long tenant, RowList list, List<StagedRow> rows, RowMemory memory, boolean locked) {
        List<Read<D>> read =
                rows.stream().map(row -> read(kind, list, row, memory)).toList();
        Map<Integer, Likely> likely = match(kind, tenant, list, read, memory);
        Map<Integer, OpenLead> open = openLeads(kind, tenant, list, read, memory);
        Map<Integer, Aim> aims = aims(kind, tenant, list, read, likely, locked);
        List<Verdict<D>> verdicts = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            Likely who = likely.getOrDefault(i, NOBODY);
            verdicts.add(verdict(kind, list, read.get(i), who, open.get(i), aims.get(i)));
        }
        return verdicts;
    }

    private static <D> Read<D> read(RowKind<D> kind, RowList list, StagedRow row, RowMemory memory) {
        FieldErrors errors = new FieldErrors();
        RowCells cells = RowCells.read(list.columns(), list.choices().fields(), row.cells(), errors);
        errors.addIf(
                row.decided() == null && list.layout().totals().contains(row.number()), RowCells.ROW, TotalsRow.REASON);
        if (!errors.isEmpty()) {
            return new Read<>(row, cells, null, errors.asMap(), null, 0, List.of());
        }
        D draft = kind.read(cells, list.choices(), list.formats(), errors);
        Map<String, List<String>> problems = errors.asMap();
        boolean leftOut = row.decided() != null && row.decided().what() == What.LeaveOut;
        if (leftOut || !kind.isSomebody(draft, problems, list.choices())) {
            return new Read<>(row, cells, draft, problems, null, 0, List.of());
        }
        String twice = null;
        int sameAs = 0;
        List<Long> keys = new ArrayList<>();
        for (RowKey key : kind.keys(draft, cells, list.choices(), list.formats().region())) {
            long hash = SeenKeys.hash(key.key());
            keys.add(hash);
            int first = memory.seen.put(hash, row.number());
            if (first != 0 && first != row.number()) {
                if (key.person()) {
                    sameAs = sameAs == 0 ? first : Math.min(sameAs, first);
                } else if (twice == null) {
                    twice = "Same " + key.what() + " as row " + first;
                }
            }
        }
        return new Read<>(row, cells, draft, problems, twice, sameAs, keys);
    }

    private <D> Map<Integer, Likely> match(
            RowKind<D> kind, long tenant, RowList list, List<Read<D>> rows, RowMemory memory) {
        if (!kind.isOfPeople()) {
            return Map.of();
        }
        List<Integer> asking = new ArrayList<>();
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Read<D> row = rows.get(i);
            if (row.draft != null && row.asks(list.choices()) && row.twice == null) {
                asking.add(i);
                probes.add(kind.probe(row.draft));
            }
        }
        Map<Integer, Likely> likely = new HashMap<>();
        if (!probes.isEmpty()) {
            List<Likely> all = matches.of(tenant, probes, memory::isOwn);
            for (int i = 0; i < all.size(); i++) {
                likely.put(asking.get(i), all.get(i));
            }
        }
        return likely;
    }

    private <D> Map<Integer, OpenLead> openLeads(
            RowKind<D> kind, long tenant, RowList list, List<Read<D>> rows, RowMemory memory) {
        if (!kind.isOfPeople()) {
            return Map.of();
        }
        Map<Integer, List<ContactDraft>> people = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Read<D> row = rows.get(i);
            if (row.draft != null && row.problems.isEmpty() && row.twice == null && row.row.decided() == null) {
                people.put(i, kind.probe(row.draft).contacts());
            }
        }
        return leads.of(tenant, list.formats().region(), people, memory::isOwn);
    }

    private static <D> Map<Integer, Aim> aims(
            RowKind<D> kind,
            long tenant,
            RowList list,
            List<Read<D>> rows,
            Map<Integer, Likely> likely,
            boolean locked) {
        List<Integer> places = new ArrayList<>();
        List<Candidate<D>> candidates = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Read<D> row = rows.get(i);
            if (row.draft != null && !row.isDecided(What.LeaveOut)) {
                places.add(i);
                candidates.add(new Candidate<>(
                        row.row,
                        row.cells,
                        row.draft,
                        row.problems,
                        likely.getOrDefault(i, NOBODY).found()));
            }
        }
        Map<Integer, Aim> aims = new HashMap<>();
        kind.aims(tenant, list, candidates, locked).forEach((i, aim) -> aims.put(places.get(i), aim));
        return aims;
    }

    private static <D> Verdict<D> verdict(
            RowKind<D> kind, RowList list, Read<D> row, Likely likely, @Nullable OpenLead lead, @Nullable Aim aim) {
        boolean decided = row.row.decided() != null;
        Found match = aim != null && aim.attached() != null ? aim.attached() : likely.found();
        RowUpdate update = aim == null ? null : aim.update();
        Map<String, List<String>> problems = aim == null ? row.problems : aim.problems();
        boolean keepsApart = !decided && list.choices().onMatch() == OnMatch.Create;
        RowOutcome outcome;
        String reason = null;
        int sameAs = 0;
        if (row.isDecided(What.LeaveOut)) {
            outcome = RowOutcome.LeftOut;
            problems = Map.of();
        } else if (aim == null
                && match != null
                && list.choices().onMatch() != OnMatch.Create
                && RowProblems.ofWhatIsThere(problems).isEmpty()) {
            outcome = row.twice == null ? RowOutcome.Match : RowOutcome.Twice;
            reason = row.twice;
            problems = Map.of();
        } else if (!problems.isEmpty()) {
            outcome = RowOutcome.Wrong;
        } else if (row.twice != null && !decided) {
            outcome = RowOutcome.Twice;
            reason = row.twice;
        } else if (update != null) {
            outcome = outcome(list, update, decided);
            reason = outcome == RowOutcome.LeftOut ? "On record already, and the list is to change nobody." : null;
            if (row.sameAs != 0 && outcome != RowOutcome.Location && !decided) {
                outcome = RowOutcome.Twice;
                reason = "Same customer as row " + row.sameAs;
            }
        } else if (lead != null && !keepsApart && list.kind() == ImportKind.Leads) {
            outcome = RowOutcome.OpenLead;
            reason = lead.why();
        } else if (match != null && (!keepsApart || row.sameAs == 0)) {
            outcome = decided ? RowOutcome.New : RowOutcome.Match;
        } else if (row.sameAs != 0 && !decided) {
            outcome = RowOutcome.Location;
            sameAs = row.sameAs;
            reason = "Another location of row " + sameAs;
        } else {
            outcome = RowOutcome.New;
        }
        boolean fails = outcome == RowOutcome.Wrong;
        Doubtful doubtful = outcome == RowOutcome.New ? likely.doubtful() : null;
        return new Verdict<>(
                row.row,
                row.cells,
                row.draft,
                outcome,
                problems,
                row.draft == null || fails ? List.of() : warnings(kind, list, row.draft, row.cells, lead, doubtful),
                reason,
                outcome == RowOutcome.Twice ? null : match,
                lead,
                outcome == RowOutcome.Twice ? null : update,
                sameAs,
                row.keys);
    }

    private static <D> List<String> warnings(
            RowKind<D> kind,
            RowList list,
            D draft,
            RowCells cells,
            @Nullable OpenLead lead,
            @Nullable Doubtful doubtful) {
        List<String> warnings = new ArrayList<>(cells.warnings());
        String region = list.formats().region();
        warnings.addAll(RowWarnings.of(kind.probe(draft).contacts(), cells, region));
        warnings.addAll(RowWarnings.of(kind.addresses(draft), region));
        if (doubtful != null) {
            warnings.add(RowWarnings.of(doubtful));
        }
        if (lead != null && list.kind() == ImportKind.Customers) {
            warnings.add("There is an open lead: " + lead.why() + ".");
        }
        return warnings.stream().distinct().toList();
    }

    private static RowOutcome outcome(RowList list, RowUpdate update, boolean decided) {
        Choices choices = list.choices();
        if (update.addsLocation()) {
            return RowOutcome.Location;
        }
        if (update.changes().isEmpty()) {
            return decided || choices.existing().by() != null ? RowOutcome.Unchanged : RowOutcome.Match;
        }
        boolean skips = choices.existing().policy() == OnExisting.Skip
                && choices.existing().by() != null;
        if (!skips || decided) {
            return RowOutcome.Update;
        }
        return RowOutcome.Match.makes(list.kind(), choices.onMatch()) ? RowOutcome.LeftOut : RowOutcome.Match;
    }
}

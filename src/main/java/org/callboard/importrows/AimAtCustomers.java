package org.callboard.importrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.RecordKind;
import org.callboard.importrows.Aim.Candidate;
import org.callboard.importrows.CustomerRows.NewEntry;
import org.callboard.importrows.KnownCustomers.Known;
import org.callboard.importrows.KnownCustomers.Needs;
import org.callboard.importrows.StagedRow.Decided;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.listchoices.OnMatch;
import org.callboard.listchoices.RowList;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.matches.ManyMatches;
import org.callboard.matches.ManyMatches.Found;
import org.callboard.matches.ManyMatches.Likely;
import org.callboard.matches.MatchReason;
import org.callboard.paging.Ids;
import org.callboard.sheets.ImportField;
import org.springframework.stereotype.Component;

/** Finds the customers on record that rows of a list are about, for all rows of a part in a few statements. */
@Component
class AimAtCustomers {

    /** How somebody came to be the one, and what that allows. */
    private record Target(long customer, CompareCustomer.Way way) {}

    private final KnownCustomers customers;
    private final CustomDataEntries customData;
    private final ManyMatches matches;

    AimAtCustomers(KnownCustomers customers, CustomDataEntries customData, ManyMatches matches) {
        this.customers = customers;
        this.customData = customData;
        this.matches = matches;
    }

    /**
     * What becomes of the rows that are about somebody on record, by their place.
     *
     * @param locked whether the customers are to be kept from change until the transaction ends
     */
    Map<Integer, Aim> of(long tenant, RowList list, List<Candidate<NewEntry>> rows, boolean locked) {
        Map<Integer, Aim> aims = new HashMap<>();
        Map<Integer, Target> targets = targets(tenant, list, rows, aims);
        Needs needs = new Needs(
                targets.values().stream().anyMatch(target -> target.way.adds(list.choices())),
                targets.keySet().stream().anyMatch(i -> rows.get(i).draft().note() != null));
        Set<Long> ids = targets.values().stream().map(Target::customer).collect(Collectors.toSet());
        Map<Long, Known> known = customers.of(tenant, list, ids, needs, locked);
        targets.forEach((i, target) -> {
            Known customer = known.get(target.customer);
            String problem = KnownCustomers.problem(target.customer, customer);
            aims.put(
                    i,
                    problem != null || customer == null
                            ? Aim.missed(RowProblems.ROW, String.valueOf(problem))
                            : CompareCustomer.aim(list, rows.get(i), target.way, customer));
        });
        return aims;
    }

    /** Another location of the customer that an earlier row has become, with the contacts that the row has beside. */
    CustomerUpdate another(long tenant, RowList list, Candidate<NewEntry> row, long id) {
        Known customer = Objects.requireNonNull(
                customers.of(tenant, list, Set.of(id), Needs.ALL, true).get(id));
        return CompareCustomer.update(list, row, CompareCustomer.Way.ADD, customer)
                .ofOwn();
    }

    private Map<Integer, Target> targets(
            long tenant, RowList list, List<Candidate<NewEntry>> rows, Map<Integer, Aim> aims) {
        Choices choices = list.choices();
        UpdateBy by = choices.existing().by();
        Map<Integer, Target> targets = new HashMap<>();
        Map<String, List<Long>> external = by == UpdateBy.ExternalId
                ? DataChange.owners(customData, RecordKind.Customer, tenant, list, rows)
                : Map.of();
        Set<Integer> several = by == UpdateBy.Email || by == UpdateBy.Phone ? several(tenant, rows, by) : Set.of();
        for (int i = 0; i < rows.size(); i++) {
            Candidate<NewEntry> row = rows.get(i);
            Decided decided = row.row().decided();
            Found match = row.match();
            if (decided != null) {
                if (decided.customerId() != null) {
                    targets.put(i, new Target(decided.customerId(), CompareCustomer.Way.ADD));
                }
                continue;
            }
            if (by == UpdateBy.CustomerId) {
                Long id = Ids.typed(row.cells().get(ImportField.customerId));
                if (id != null) {
                    targets.put(i, new Target(id, CompareCustomer.Way.CHANGE));
                } else if (row.cells().get(ImportField.customerId) != null) {
                    aims.put(i, Aim.missed(ImportField.customerId.name(), "A customer's ID is expected, a number."));
                }
            } else if (by == UpdateBy.ExternalId) {
                String id = row.cells().get(ImportField.externalId);
                List<Long> owners = id == null ? List.of() : external.getOrDefault(id, List.of());
                if (owners.size() == 1) {
                    targets.put(i, new Target(owners.getFirst(), CompareCustomer.Way.CHANGE));
                } else if (owners.size() > 1) {
                    aims.put(i, Aim.missed(ImportField.externalId.name(), "Several customers have this ID."));
                } else if (id != null && !row.problems().isEmpty()) {
                    aims.put(i, nobody(row));
                }
            } else if (match != null && by != null && agrees(match, by) && !several.contains(i)) {
                targets.put(i, new Target(match.customerId(), CompareCustomer.Way.CHANGE));
            }
            if (!targets.containsKey(i)
                    && !aims.containsKey(i)
                    && match != null
                    && choices.onMatch() == OnMatch.Attach
                    && match.reasons().contains(MatchReason.SimilarName)) {
                targets.put(i, new Target(match.customerId(), CompareCustomer.Way.ADD));
            }
        }
        return targets;
    }

    /** What a row needs to make a customer with an id that nobody has, beside that nobody has it. */
    private static Aim nobody(Candidate<NewEntry> row) {
        Map<String, List<String>> problems = new LinkedHashMap<>(row.problems());
        problems.put(ImportField.externalId.name(), List.of("No customer has this ID."));
        return Aim.missed(problems);
    }

    /** Somebody else may share a number, and a namesake may share nothing. */
    private static boolean agrees(Found match, UpdateBy by) {
        return match.reasons().contains(MatchReason.SimilarName)
                && match.reasons().contains(by == UpdateBy.Email ? MatchReason.SameEmail : MatchReason.SamePhone);
    }

    /** The rows that fit more than one customer. */
    private Set<Integer> several(long tenant, List<Candidate<NewEntry>> rows, UpdateBy by) {
        List<Integer> places = new ArrayList<>();
        List<Probe> probes = new ArrayList<>();
        Set<Long> first = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Found match = rows.get(i).match();
            if (match != null && agrees(match, by)) {
                NewEntry entry = rows.get(i).draft();
                places.add(i);
                probes.add(new Probe(
                        entry.customer().customer().details().name(),
                        null,
                        entry.customer().customer().contacts()));
                first.add(match.customerId());
            }
        }
        Set<Integer> several = new HashSet<>();
        if (!probes.isEmpty()) {
            List<Likely> others = matches.of(tenant, probes, first::contains);
            for (int i = 0; i < others.size(); i++) {
                Found other = others.get(i).found();
                if (other != null && agrees(other, by)) {
                    several.add(places.get(i));
                }
            }
        }
        return several;
    }
}

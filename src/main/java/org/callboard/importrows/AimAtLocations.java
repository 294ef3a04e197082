package org.callboard.importrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.addresses.Address;
import org.callboard.addresses.Likeness;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.customers.Location;
import org.callboard.customers.LocationDetails;
import org.callboard.customers.Locations;
import org.callboard.database.RecordShape;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.CustomData;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.NewRecord;
import org.callboard.details.Notes;
import org.callboard.details.RecordKind;
import org.callboard.importrows.Aim.Candidate;
import org.callboard.importrows.JudgedRow.FieldChange;
import org.callboard.importrows.KnownCustomers.Known;
import org.callboard.importrows.KnownCustomers.Needs;
import org.callboard.importrows.LocationRows.Entry;
import org.callboard.importrows.StagedRow.Decided;
import org.callboard.listchoices.Choices.ExternalId;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.listchoices.OnMatch;
import org.callboard.listchoices.RowList;
import org.callboard.matches.ManyMatches.Found;
import org.callboard.matches.MatchReason;
import org.callboard.paging.Ids;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.RowCells;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the locations on record that rows of a list are about, or the customers who get another one, for all rows of a part
 * in a few statements.
 */
@Component
class AimAtLocations {

    private static final CustomData NOTHING = new CustomData(List.of(), List.of(), List.of());

    private final Locations locations;
    private final KnownCustomers customers;
    private final ContactEntries contacts;
    private final CustomDataEntries customData;
    private final Notes notes;

    AimAtLocations(
            Locations locations,
            KnownCustomers customers,
            ContactEntries contacts,
            CustomDataEntries customData,
            Notes notes) {
        this.locations = locations;
        this.customers = customers;
        this.contacts = contacts;
        this.customData = customData;
        this.notes = notes;
    }

    /**
     * What becomes of the rows, by their place: of each something does.
     *
     * @param locked whether locations and customers are to be kept from change until the transaction ends
     */
    Map<Integer, Aim> of(long tenant, RowList list, List<Candidate<Entry>> rows, boolean locked) {
        Map<Integer, Aim> aims = new HashMap<>();
        Map<Integer, Long> known = known(tenant, list, rows, aims);
        Map<Integer, Long> owners = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!known.containsKey(i) && !aims.containsKey(i)) {
                owner(rows.get(i), i, owners, aims);
            }
        }
        // customers before locations: nobody waits in a circle
        add(tenant, list, rows, owners, locked, aims);
        change(tenant, list, rows, known, locked, aims);
        return aims;
    }

    /** The locations that rows are about; empty where a row makes one. */
    private Map<Integer, Long> known(long tenant, RowList list, List<Candidate<Entry>> rows, Map<Integer, Aim> aims) {
        UpdateBy by = list.choices().existing().by();
        Map<String, List<Long>> external = by == UpdateBy.ExternalId
                ? DataChange.owners(customData, RecordKind.Location, tenant, list, rows)
                : Map.of();
        Map<Integer, Long> known = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            RowCells cells = rows.get(i).cells();
            String id = cells.get(ImportField.locationId);
            if (rows.get(i).row().decided() != null) {
                continue;
            }
            if (by == UpdateBy.LocationId && id != null) {
                put(i, id, known, aims, ImportField.locationId, "A location's ID is expected, a number.");
            } else if (by == UpdateBy.ExternalId) {
                List<Long> found = external.getOrDefault(
                        Objects.requireNonNullElse(cells.get(ImportField.externalId), ""), List.of());
                if (found.size() == 1) {
                    known.put(i, found.getFirst());
                } else if (found.size() > 1) {
                    aims.put(i, Aim.missed(ImportField.externalId.name(), "Several locations have this ID."));
                }
            }
        }
        return known;
    }

    /** Whose location a row makes. */
    private static void owner(Candidate<Entry> row, int i, Map<Integer, Long> owners, Map<Integer, Aim> aims) {
        Decided decided = row.row().decided();
        String id = row.cells().get(ImportField.customerId);
        if (decided != null && decided.customerId() != null) {
            owners.put(i, decided.customerId());
        } else if (id != null) {
            put(i, id, owners, aims, ImportField.customerId, "A customer's ID is expected, a number.");
        } else {
            aims.put(
                    i,
                    Aim.missed(
                            RowProblems.ROW, "The row names neither a location that is there nor a customer by ID."));
        }
    }

    private static void put(
            int i, String text, Map<Integer, Long> ids, Map<Integer, Aim> aims, ImportField field, String expected) {
        Long id = Ids.typed(text);
        if (id == null) {
            aims.put(i, Aim.missed(field.name(), expected));
        } else {
            ids.put(i, id);
        }
    }

    private void add(
            long tenant,
            RowList list,
            List<Candidate<Entry>> rows,
            Map<Integer, Long> owners,
            boolean locked,
            Map<Integer, Aim> aims) {
        Map<Long, Known> known =
                customers.of(tenant, list, new HashSet<>(owners.values()), new Needs(true, false), locked);
        owners.forEach((i, id) -> {
            Known owner = known.get(id);
            String problem = KnownCustomers.problem(id, owner);
            aims.put(
                    i,
                    problem != null || owner == null
                            ? Aim.missed(ImportField.customerId.name(), String.valueOf(problem))
                            : added(list, rows.get(i), owner));
        });
    }

    /** Another location of a customer, called as the customer if the row does not say how. */
    private static Aim added(RowList list, Candidate<Entry> row, Known owner) {
        NewRecord<LocationDetails> said = row.draft().place();
        boolean unnamed = said.details().name().isEmpty();
        Map<String, List<String>> problems = new LinkedHashMap<>(row.problems());
        if (unnamed) {
            problems.remove(ImportField.locationName.name());
        }
        if (!problems.isEmpty()) {
            return Aim.missed(problems);
        }
        Address address = said.details().address();
        boolean wanted = row.row().decided() != null || list.choices().onMatch() == OnMatch.Create;
        if (!wanted && owner.places().stream().anyMatch(one -> one.compare(address) == Likeness.Same)) {
            return Aim.attached(new Found(
                    owner.customer().id(), owner.customer().details().name(), List.of(MatchReason.SameAddress), null));
        }
        String name =
                unnamed ? owner.customer().details().name() : said.details().name();
        NewRecord<LocationDetails> place = said.with(RecordShape.with(said.details(), "name", name));
        List<ContactDraft> missing = CompareCustomer.missing(
                owner.reached(), said.contacts(), list.formats().region());
        List<FieldChange> changes = new ArrayList<>();
        changes.add(new FieldChange("location", null, address.toString()));
        CompareCustomer.addTo(changes, said.contacts());
        String note = row.draft().note();
        if (note != null) {
            changes.add(new FieldChange("notes", null, note));
        }
        DataChange.of(list, row.cells(), said.customData(), NOTHING, true, true, changes);
        return Aim.at(new CustomerUpdate(
                owner.customer(),
                owner.customer().details(),
                missing,
                DataChange.NONE,
                note,
                List.of(place),
                changes,
                false));
    }

    private void change(
            long tenant,
            RowList list,
            List<Candidate<Entry>> rows,
            Map<Integer, Long> targets,
            boolean locked,
            Map<Integer, Aim> aims) {
        Set<Long> ids = new HashSet<>(targets.values());
        if (ids.isEmpty()) {
            return;
        }
        if (locked) {
            locations.lockWithCustomers(tenant, ids);
        }
        ExternalId external = list.choices().existing().external();
        UUID application = external == null ? null : external.application();
        Map<Long, Location> known = locations.all(tenant, List.copyOf(ids), application).stream()
                .collect(Collectors.toMap(Location::id, Function.identity()));
        Map<Long, List<ContactEntry>> reached = contacts.byOwner(RecordKind.Location, tenant, ids);
        boolean noted =
                targets.keySet().stream().anyMatch(i -> rows.get(i).draft().note() != null);
        Map<Long, List<String>> texts = noted ? notes.texts(RecordKind.Location, tenant, ids) : Map.of();
        targets.forEach((i, id) -> {
            Location location = known.get(id);
            Aim missed = missed(rows.get(i).cells(), id, location);
            aims.put(
                    i,
                    missed != null || location == null
                            ? Objects.requireNonNull(missed)
                            : changed(
                                    list,
                                    rows.get(i),
                                    location,
                                    reached.getOrDefault(id, List.of()),
                                    texts.getOrDefault(id, List.of())));
        });
    }

    /** Why a row can't be about a location; null where it can. */
    private static @Nullable Aim missed(RowCells cells, long id, @Nullable Location location) {
        if (location == null) {
            return Aim.missed(RowProblems.ROW, "There is no location " + id + ".");
        }
        if (!location.active()) {
            return Aim.missed(
                    RowProblems.ROW,
                    location.mergedToId() == null
                            ? "Location " + id + " is not active."
                            : "Location " + id + " was merged into location " + location.mergedToId() + ".");
        }
        String owner = cells.get(ImportField.customerId);
        return owner == null || owner.equals(Long.toString(location.customerId()))
                ? null
                : Aim.missed(
                        ImportField.customerId.name(),
                        "Location " + id + " belongs to customer " + location.customerId()
                                + ". A list moves none to another customer.");
    }

    private static Aim changed(
            RowList list, Candidate<Entry> row, Location location, List<ContactEntry> reached, List<String> noted) {
        List<ContactDraft> missing = CompareCustomer.missing(
                reached, row.draft().place().contacts(), list.formats().region());
        Map<String, List<String>> problems = CompareCustomer.problems(row.problems(), missing);
        return problems.isEmpty()
                ? Aim.at(LocationUpdate.of(list, row, location, reached, noted))
                : Aim.missed(problems);
    }
}

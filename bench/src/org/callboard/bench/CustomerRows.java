package org.callboard.bench;

import java.util.List;
import java.util.Set;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.bench.AttachedRows.Kind;
import org.callboard.search.Findable;
import org.callboard.search.Words;
import org.jspecify.annotations.Nullable;

/** Writes all rows of one company's customers: the customers, their locations, what hangs on both, and the work. */
final class CustomerRows {

    private final Company company;
    private final Numbers numbers;
    private final Shapes shapes;
    private final Pools pools;
    private final Times times;
    private final ChangeRows changes;
    private final AttachedRows attached;
    private final WorkRows work;
    private final JobRows jobs;
    private final LeadRows leads;

    CustomerRows(Company company, Numbers numbers, Shapes shapes, Pools pools, Times times, int epoch) {
        this.company = company;
        this.numbers = numbers;
        this.shapes = shapes;
        this.pools = pools;
        this.times = times;
        this.changes = new ChangeRows(company, epoch);
        this.attached = new AttachedRows(company, pools, times, changes);
        this.work = new WorkRows(company, numbers, pools, times, attached);
        this.jobs = new JobRows(company, numbers, pools, times);
        this.leads = new LeadRows(company, numbers, pools, times, attached);
    }

    /** Adds all rows of one customer to the batch. */
    void write(Batch batch, long number) {
        Draw draw = new Draw(shapes.seed(), company.place(), number, 2);
        Shape shape = shapes.of(number);
        Household household = Household.of(pools, shapes, company.place(), number);
        long created = times.created(number);
        long later = times.after(created, 300, draw);
        changes.begin(batch, numbers.of(Table.CHANGE, number, 0), draw);
        writeCustomer(batch, number, shape, household, created, later, draw);
        work.write(batch, number, shape, household, created, changes, draw);
        jobs.write(batch, number, shape, created, changes, draw);
        leads.write(batch, number, shape, household, created, changes, draw);
        if (shape.changedLater()) {
            changes.updated("customer", numbers.of(Table.CUSTOMER, number, 0), later);
        }
        if (shape.placeChangedLater()) {
            changes.updated("location", numbers.of(Table.LOCATION, number, 0), later);
        }
        if (shape.contactChangedLater()) {
            changes.updated("customer-contact", numbers.of(Table.CONTACT_ENTRY, number, 0), later);
        }
    }

    private void writeCustomer(
            Batch batch, long number, Shape shape, Household household, long created, long later, Draw draw) {
        long id = numbers.of(Table.CUSTOMER, number, 0);
        Household.Place home = household.places().getFirst();
        List<Long> tags = tags(draw);
        List<Words.Word> words = Words.of(new Findable(household.name(), home.address()));
        CopyRows row = batch.rows(Table.CUSTOMER)
                .row(company.tenant())
                .number(id)
                .flag(!draw.chance(0.03))
                .text(household.name())
                .text(shape.commercial() ? "Commercial" : "Residential");
        address(row, home.address(), home.at());
        row.flag(draw.chance(0.06))
                .flag(draw.chance(0.01))
                .flag(shape.commercial() && draw.chance(0.05))
                .flag(shape.commercial() && draw.chance(0.1))
                .time(created)
                .number(draw.chance(0.7) ? company.owner().id() : 0)
                .time(shape.changedLater() ? later : created);
        changes.created("customer", id, created, household.name(), home.address(), tags);
        Set<String> contacts = attached.contacts(
                batch,
                Kind.CUSTOMER,
                id,
                numbers.of(Table.CONTACT_ENTRY, number, 0),
                household.reaches(),
                created,
                shape.contactChangedLater() ? later : created,
                draw);
        attached.document(batch, Kind.CUSTOMER, id, words, contacts);
        attached.notes(batch, Kind.CUSTOMER, id, numbers.of(Table.NOTE, number, 0), shape.notes(), created, draw);
        attached.customData(batch, Kind.CUSTOMER, id, tags, company.settings().customerFields(), draw);
        for (int i = 0; i < shape.places(); i++) {
            Household.Place place = household.places().get(i);
            boolean named = i > 0 && draw.chance(0.3);
            String name = named ? household.family() + " at " + place.address().city() : household.name();
            writeLocation(
                    batch,
                    number,
                    i,
                    name,
                    i == 0 ? words : Words.of(new Findable(name, place.address())),
                    household,
                    draw.chance(0.4) ? tags : List.of(),
                    i == 0 && shape.placeChangedLater() ? later : created,
                    draw);
        }
    }

    private void writeLocation(
            Batch batch,
            long number,
            int place,
            String name,
            List<Words.Word> words,
            Household household,
            List<Long> tags,
            long modified,
            Draw draw) {
        Shape shape = shapes.of(number);
        long id = numbers.of(Table.LOCATION, number, place);
        long created = times.created(number);
        Household.Place at = household.places().get(place);
        CopyRows row = batch.rows(Table.LOCATION)
                .row(company.tenant())
                .number(id)
                .number(numbers.of(Table.CUSTOMER, number, 0))
                .flag(!draw.chance(0.03))
                .text(name);
        address(row, at.address(), at.at());
        row.text(at.at() == null ? null : "System")
                .text(at.at() == null ? null : draw.chance(0.9) ? "Verified" : "Unverified")
                .number(draw.chance(0.05) ? draw.of(company.settings().technicians()) : null)
                .time(created)
                .number(draw.chance(0.7) ? company.owner().id() : 0)
                .time(modified);
        changes.created("location", id, created, name, at.address(), tags);
        long firstContact = numbers.of(Table.CONTACT_ENTRY, number, shape.contacts() + place * shape.placeContacts());
        List<Reach> reaches = household.reaches().subList(0, shape.placeContacts());
        Set<String> contacts =
                attached.contacts(batch, Kind.LOCATION, id, firstContact, reaches, created, created, draw);
        attached.document(batch, Kind.LOCATION, id, words, contacts);
        attached.doors(batch, id, words, at.address());
        if (place == 0) {
            long firstNote = numbers.of(Table.NOTE, number, shape.notes());
            attached.notes(batch, Kind.LOCATION, id, firstNote, shape.placeNotes(), created, draw);
        }
        attached.customData(batch, Kind.LOCATION, id, tags, company.settings().locationFields(), draw);
    }

    private static void address(CopyRows row, Address address, @Nullable Coordinates at) {
        row.text(address.street())
                .text(address.unit())
                .text(address.city())
                .text(address.state())
                .text(address.zip())
                .text(address.country());
        if (at == null) {
            row.nothing().nothing();
        } else {
            row.real(at.latitude()).real(at.longitude());
        }
    }

    private List<Long> tags(Draw draw) {
        List<Long> all = company.settings().tags();
        if (!draw.chance(0.22)) {
            return List.of();
        }
        int first = draw.below(all.size());
        return draw.chance(0.8) ? List.of(all.get(first)) : List.of(all.get(first), all.get((first + 1) % all.size()));
    }
}

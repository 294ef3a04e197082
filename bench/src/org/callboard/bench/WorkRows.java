package org.callboard.bench;

import org.callboard.addresses.Address;
import org.jspecify.annotations.Nullable;

/** Writes the bookings of one company's customers. The first bookings of a customer became its first jobs. */
final class WorkRows {

    private static final int WAITING_AMONG = 350;

    private final Company company;
    private final Numbers numbers;
    private final Pools pools;
    private final Times times;
    private final AttachedRows attached;

    WorkRows(Company company, Numbers numbers, Pools pools, Times times, AttachedRows attached) {
        this.company = company;
        this.numbers = numbers;
        this.pools = pools;
        this.times = times;
        this.attached = attached;
    }

    void write(
            Batch batch, long number, Shape shape, Household household, long created, ChangeRows changes, Draw draw) {
        for (int i = 0; i < shape.bookings(); i++) {
            writeBooking(batch, number, i, shape, household, created, changes, draw);
        }
    }

    private void writeBooking(
            Batch batch,
            long number,
            int place,
            Shape shape,
            Household household,
            long created,
            ChangeRows changes,
            Draw draw) {
        Company.Settings settings = company.settings();
        long id = numbers.of(Table.BOOKING, number, place);
        @Nullable Long job = place < shape.jobs() ? numbers.of(Table.JOB, number, place) : null;
        boolean waits = job == null && number >= company.customers() - Math.min(WAITING_AMONG, company.customers() / 5);
        long came = waits ? times.until() - (long) (draw.unit() * 4 * Times.HOUR) : created - Times.HOUR / 4;
        long answered = came + (long) (draw.unit() * Times.HOUR / 4);
        boolean dismissed = job == null && !waits;
        Address address = household.places().getFirst().address();
        CopyRows row = batch.rows(Table.BOOKING)
                .row(company.tenant())
                .number(id)
                .number(settings.provider())
                .text("w-" + id)
                .text(pools.sources.of(draw))
                .text(household.name())
                .text(address.street())
                .text(address.unit())
                .text(address.city())
                .text(address.state())
                .text(address.zip())
                .text(address.country())
                .text(shape.commercial() ? "Commercial" : "Residential")
                .text(pools.summaries.of(draw))
                .number(draw.chance(0.8) ? draw.of(settings.campaigns()) : null)
                .number(draw.chance(0.3) ? draw.of(settings.units()) : null)
                .number(draw.chance(0.3) ? draw.of(settings.jobTypes()) : null)
                .text(draw.chance(0.1) ? "Urgent" : draw.chance(0.5) ? "Normal" : null)
                .flag(draw.chance(0.6))
                .text(waits ? "New" : dismissed ? "Dismissed" : "Converted");
        if (waits) {
            row.nothing().nothing().nothing();
        } else {
            row.time(answered)
                    .time(answered + Times.HOUR / 20)
                    .number(company.owner().id());
        }
        row.number(dismissed ? draw.of(draw.chance(0.4) ? settings.leadReasons() : settings.otherReasons()) : null)
                .text(dismissed && draw.chance(0.3) ? draw.of(pools.notes).replace("%d", "5") : null)
                .number(job)
                .time(came)
                .time(waits ? came : answered + Times.HOUR / 20);
        for (int i = 0; i < 2; i++) {
            Reach reach = household.reaches().get(i);
            batch.rows(Table.BOOKING_CONTACT)
                    .row(company.tenant())
                    .number(numbers.of(Table.BOOKING_CONTACT, number, place * 2 + i))
                    .number(id)
                    .text(reach.type().name())
                    .text(reach.value())
                    .time(came);
            reach.point(
                    batch, company.tenant(), "booking", id, numbers.of(Table.BOOKING_CONTACT, number, place * 2 + i));
        }
        if (waits) {
            attached.document(
                    batch,
                    AttachedRows.Kind.BOOKING,
                    id,
                    household.name(),
                    address,
                    household.reaches().subList(0, 2));
        }
        changes.happened("booking", id, "created", came, "name", household.name());
        if (!waits) {
            String action = dismissed ? "dismissed" : "booked";
            changes.happened(
                    "booking", id, action, answered + Times.HOUR / 20, "status", dismissed ? "Dismissed" : "Converted");
        } else {
            changes.happened("booking", id, "updated", came, "priority", "Normal");
        }
    }
}

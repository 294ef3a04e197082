package org.callboard.bench;

import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactType;
import org.jspecify.annotations.Nullable;

/** Writes the leads of one company's customers, and one follow-up of each. Some are of people who are no customer yet. */
final class LeadRows {

    private final Company company;
    private final Numbers numbers;
    private final Pools pools;
    private final Times times;
    private final AttachedRows attached;

    LeadRows(Company company, Numbers numbers, Pools pools, Times times, AttachedRows attached) {
        this.company = company;
        this.numbers = numbers;
        this.pools = pools;
        this.times = times;
        this.attached = attached;
    }

    void write(
            Batch batch, long number, Shape shape, Household household, long created, ChangeRows changes, Draw draw) {
        for (int i = 0; i < shape.leads(); i++) {
            long when = times.after(created, 100, draw);
            boolean won = i < shape.jobs() && draw.chance(0.5);
            boolean dismissed = !won && draw.chance(0.6);
            long closed = times.after(when, 12, draw);
            long id = numbers.of(Table.LEAD, number, i);
            boolean stranger = !won && draw.chance(0.3);
            Company.Settings settings = company.settings();
            CopyRows row = batch.rows(Table.LEAD)
                    .row(company.tenant())
                    .number(id)
                    .text(won ? "Converted" : dismissed ? "Dismissed" : "Open")
                    .text(draw.chance(0.6) ? "Calls" : "Api")
                    .number(stranger ? null : numbers.of(Table.CUSTOMER, number, 0))
                    .number(stranger ? null : numbers.of(Table.LOCATION, number, 0))
                    .number(draw.of(settings.units()))
                    .number(draw.of(settings.jobTypes()))
                    .number(draw.of(settings.campaigns()))
                    .text(draw.chance(0.1) ? "High" : "Normal")
                    .text(pools.summaries.of(draw))
                    .number(draw.of(settings.leadReasons()))
                    .number(won || dismissed ? null : due(draw))
                    .number(draw.chance(0.5) ? company.owner().id() : null);
            person(row, stranger ? household : null);
            row.number(dismissed ? draw.of(settings.otherReasons()) : null)
                    .number(won ? numbers.of(Table.JOB, number, i) : null)
                    .number(won || dismissed ? closed : null)
                    .number(won || dismissed ? company.owner().id() : null)
                    .time(when)
                    .number(company.owner().id())
                    .time(closed);
            List<Reach> reaches = stranger ? reaches(household) : List.of();
            for (int j = 0; j < reaches.size(); j++) {
                reaches.get(j).point(batch, company.tenant(), "lead", id, j + 1);
            }
            attached.document(
                    batch,
                    AttachedRows.Kind.LEAD,
                    id,
                    stranger ? household.name() : null,
                    stranger ? household.places().getFirst().address() : null,
                    reaches);
            batch.rows(Table.LEAD_FOLLOW_UP)
                    .row(company.tenant())
                    .number(numbers.of(Table.LEAD_FOLLOW_UP, number, i))
                    .number(id)
                    .text("Call")
                    .text(draw.chance(0.4) ? "Reached" : "LeftVoicemail")
                    .text(draw.chance(0.5) ? "Will call back" : null)
                    .nothing()
                    .time(closed)
                    .number(company.owner().id())
                    .text(company.owner().name());
            changes.happened("lead", id, "created", when, "summary", "Lead");
            changes.happened("lead", id, "followed up", closed, "channel", "Call");
        }
    }

    /** Most of what is open is due about now. */
    private long due(Draw draw) {
        return times.until() + (long) (draw.around() * 5 * Times.DAY);
    }

    /** A number, and an e-mail address where there is one. */
    private static List<Reach> reaches(Household household) {
        boolean mail = household.reaches().get(1).type() == ContactType.Email;
        return household.reaches().subList(0, mail ? 2 : 1);
    }

    /** The columns of somebody who is no customer. */
    private static void person(CopyRows row, @Nullable Household who) {
        if (who == null) {
            for (int i = 0; i < 9; i++) {
                row.nothing();
            }
            return;
        }
        List<Reach> reaches = reaches(who);
        Address address = who.places().getFirst().address();
        row.text(who.name())
                .text(reaches.getFirst().value())
                .text(reaches.size() > 1 ? reaches.get(1).value() : null)
                .text(address.street())
                .text(address.unit())
                .text(address.city())
                .text(address.state())
                .text(address.zip())
                .text(address.country());
    }
}

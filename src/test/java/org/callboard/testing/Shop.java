package org.callboard.testing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.addresses.Address;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingDetails;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.NewBooking;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.Campaigns;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.database.RecordShape;
import org.callboard.desk.BookJobRequest;
import org.callboard.desk.ScriptAnswers;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.JobDraft;
import org.callboard.jobs.Priority;
import org.callboard.leads.LeadDraft;
import org.callboard.leads.LeadPerson;
import org.callboard.providers.BookingProviderTag;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;

/** A small company that is set up for work: one business unit, one job type of it, a campaign, two call reasons. */
public final class Shop {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Where a company of the tests is. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** A day that is soon, whenever the tests run, and on which every company works. */
    public static final LocalDate MONDAY =
            LocalDate.now(ZONE).plusWeeks(1).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    /** In the morning of that day. */
    public static final LocalDateTime VISIT = MONDAY.atTime(9, 30);

    public final TestTenant tenant = TestTenant.create();
    public final BookingProviderTag provider = tenant.provider("Website");
    public final long unit = tenant.caller.call(() -> Server.bean(BusinessUnits.class)
            .add(tenant.id, new BusinessUnit.Details("Heating"))
            .id());
    public final long otherUnit = tenant.caller.call(() -> Server.bean(BusinessUnits.class)
            .add(tenant.id, new BusinessUnit.Details("Plumbing"))
            .id());
    public final long jobType = tenant.caller.call(() -> Server.bean(JobTypes.class)
            .add(tenant.id, new JobType.Details("Furnace repair", List.of(unit)))
            .id());
    public final long campaign = tenant.caller.call(() -> Server.bean(Campaigns.class)
            .add(tenant.id, new Campaign.Details("Website", null))
            .id());
    public final long reason = tenant.caller.call(() -> Server.bean(CallReasons.class)
            .add(tenant.id, new CallReason.Details("Outside our area", false))
            .id());

    public NewBooking newBooking(String name, String phone) {
        BookingDetails details = new BookingDetails(
                "ext-" + NUMBER.incrementAndGet(),
                "Website",
                name,
                new Address("12 Oak St", null, "Dayton", "OH", "45402", "USA"),
                CustomerType.Residential,
                null,
                "No heat since last night",
                campaign,
                unit,
                jobType,
                Priority.Normal,
                false,
                null,
                false);
        return new NewBooking(details, List.of(new ContactDraft(ContactType.MobilePhone, phone, null)));
    }

    public Booking booking(String name, String phone) {
        return booking(newBooking(name, phone));
    }

    public Booking booking(NewBooking booking) {
        return tenant.caller.call(() -> Server.bean(Bookings.class).create(tenant.id, provider.id(), booking));
    }

    /** A customer with one location, both reached by the phone; gives the customer's id. */
    public long customer(String name, String phone, String street) {
        return tenant.caller.call(() -> {
            Address address = new Address(street, null, "Dayton", "OH", "45402", "USA");
            List<ContactDraft> contacts = List.of(new ContactDraft(ContactType.Phone, phone, null));
            long customer =
                    Server.bean(Customers.class).create(tenant.id, name, CustomerType.Residential, address, contacts);
            Server.bean(Locations.class).create(tenant.id, customer, name, address, contacts);
            return customer;
        });
    }

    /** When a day of the company has this hour. */
    public static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toInstant();
    }

    /** A job for a customer, from nine to eleven on that {@link #MONDAY}. */
    public JobDraft jobDraft(long customer, long location) {
        Instant start = at(MONDAY, 9, 0);
        return new JobDraft(
                customer,
                location,
                unit,
                jobType,
                campaign,
                Priority.Normal,
                "No hot water",
                null,
                start,
                start.plusSeconds(7200));
    }

    /** The same with something else that the job says. */
    public JobDraft jobDraft(long customer, long location, String name, Object value) {
        JobDraft draft = jobDraft(customer, location);
        return RecordShape.with(draft, "details", RecordShape.with(draft.details(), name, value));
    }

    /** The same job, to whose appointment a technician comes. */
    public static JobDraft visitedBy(JobDraft draft, long technician) {
        AppointmentDraft visit = draft.appointments().getFirst();
        return RecordShape.with(
                draft, "appointments", List.of(new AppointmentDraft(visit.time(), List.of(technician), null)));
    }

    public long technician(String name) {
        return tenant.caller.call(() -> Server.bean(Technicians.class)
                .add(tenant.id, new Technician.Details(name, null, null, unit))
                .id());
    }

    /** A lead of nobody who is known, for nothing yet. */
    public LeadDraft leadDraft() {
        return new LeadDraft(
                null,
                null,
                null,
                null,
                campaign,
                null,
                "x",
                null,
                null,
                null,
                LeadPerson.UNKNOWN,
                List.of(),
                null,
                null);
    }

    /** A form that books for a new customer at the booking's own address. */
    public BookJobRequest form() {
        return new BookJobRequest(
                null,
                null,
                "Jordan Reyes",
                CustomerType.Residential,
                "12 Oak St",
                "",
                "Dayton",
                "OH",
                "45402",
                "USA",
                unit,
                jobType,
                campaign,
                Priority.Normal,
                VISIT,
                120,
                "No heat",
                List.of(),
                null,
                false,
                null,
                ScriptAnswers.NONE);
    }
}

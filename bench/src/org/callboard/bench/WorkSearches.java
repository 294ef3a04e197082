package org.callboard.bench;

import static org.callboard.bench.Searches.encoded;

import java.util.List;
import org.callboard.database.Caller;
import org.callboard.jobs.Jobs;
import org.callboard.settings.TagTypes;
import org.callboard.settings.Technicians;

/** The searches for leads, bookings and jobs, the feeds, and what the screens show. */
final class WorkSearches {

    private final Searches searches;
    private final Sample who;
    private final String day;
    private final long tag;
    private final long technician;
    private final long job;

    WorkSearches(Searches searches, Companies.Beans beans, Sample who, String day) {
        this.searches = searches;
        this.who = who;
        this.day = day;
        this.tag = Caller.system(searches.tenant())
                .call(() -> beans.bean(TagTypes.class)
                        .all(searches.tenant())
                        .getFirst()
                        .id());
        this.technician = Caller.system(searches.tenant())
                .call(() -> beans.bean(Technicians.class)
                        .all(searches.tenant())
                        .getFirst()
                        .id());
        this.job = Caller.system(searches.tenant())
                .call(() -> beans.bean(Jobs.class)
                        .after(searches.tenant(), 0, 1)
                        .getFirst()
                        .id());
    }

    void add() {
        leads();
        work();
        screens();
    }

    private void leads() {
        searches.group("Leads");
        searches.list("leads", "first page", "");
        searches.list("leads", "status=Open", "status=Open");
        searches.list("leads", "modifiedOnOrAfter the last day", "modifiedOnOrAfter=" + day);
        searches.list("leads", "customerId", "customerId=" + who.id());
        searches.list("leads", "leadPhone", "leadPhone=" + who.digits());
        searches.list("leads", "leadCustomerName", "leadCustomerName=" + who.family());
        searches.list("leads", "customerCity", "customerCity=" + encoded(who.city()));
        searches.list("leads", "customerZip", "customerZip=" + who.zip());
        searches.list("leads", "isProspect", "isProspect=true");
        searches.list("leads", "withoutCustomer", "withoutCustomer=true");
        searches.list("leads", "customerCreatedOnOrAfter the last day", "customerCreatedOnOrAfter=" + day);
    }

    private void work() {
        searches.group("Bookings, jobs and feeds");
        searches.list("bookings", "bookings, first page", "");
        searches.list("bookings", "bookings changed on the last day", "modifiedOnOrAfter=" + day);
        searches.list("bookings", "booking by external id", "externalId=w-1200");
        searches.get("jobs changed on the last day", "jpm/v2", "/jobs?modifiedOnOrAfter=" + day);
        searches.get("jobs of a technician", "jpm/v2", "/jobs?technicianId=" + technician);
        searches.get("appointments of the last day", "jpm/v2", "/appointments?startsOnOrAfter=" + day);
        searches.get("assignments of a job", "dispatch/v2", "/appointment-assignments?jobId=" + job);
        for (String feed : List.of("customers", "locations", "customers/contacts", "leads", "bookings")) {
            searches.list("export/" + feed, "export of " + feed + ", from the start", "");
            searches.list("export/" + feed, "export of " + feed + ", from the last day", "from=" + day);
        }
    }

    private void screens() {
        searches.group("Screens");
        searches.page("customers", "/customers");
        searches.page("customers by name", "/customers?sort=name");
        searches.page("customers with a tag", "/customers?tag=" + tag);
        searches.page("customers that are not serviced", "/customers?doNotService=true");
        searches.page("companies by name and city", "/customers?type=Commercial&name=dental&city=columbus");
        searches.page("customers since the last day, with their number", "/customers?total=true&createdFrom=" + day);
        searches.page("locations", "/locations");
        searches.page("locations of a zip with a tag", "/locations?zip=" + who.zip() + "&tag=" + tag);
        searches.page("a customer", "/customers/" + who.id());
        searches.page("history of a customer", "/customers/" + who.id() + "/history");
        searches.page("jobs of a customer", "/customers/" + who.id() + "/jobs");
        searches.page("a job", "/jobs/" + job);
        searches.page("the schedule of the last day", "/schedule?date=" + day);
        searches.page("jobs", "/jobs");
        searches.page("appointments", "/appointments");
        searches.page("invoices", "/invoices");
        searches.page("bookings of a customer", "/customers/" + who.id() + "/bookings");
        searches.page("a location", "/locations/" + who.locationId());
        searches.page("calls", "/calls");
        searches.page("follow-ups", "/follow-ups");
        searches.page("follow-ups that are nobody's", "/follow-ups?owner=nobody");
        searches.page("follow-ups, won", "/follow-ups?status=won");
    }
}

package org.callboard.web.worklists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.PhoneFormat;
import org.callboard.customers.Locations;
import org.callboard.dispatch.AssignTechnicians;
import org.callboard.http.Precondition;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Jobs;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.callboard.validation.FieldErrors;
import org.callboard.web.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lists of jobs, appointments and invoices. */
class WorkListsTest {

    private static final PhoneFormat FORMAT = new PhoneFormat("US");

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final Visitor dana = Visitor.signedIn(shop.tenant.user(Role.CSR));
    private final long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
    private final long lee = shop.tenant.caller.call(() -> Server.bean(Technicians.class)
            .add(tenant, new Technician.Details("Lee Ortiz", null, null, null))
            .id());
    private final long withLee = book();
    private final long alone = book();

    private long book() {
        return shop.tenant.caller.call(() -> {
            long location = Server.bean(Locations.class)
                    .ofCustomer(tenant, customer)
                    .getFirst()
                    .id();
            return Server.bean(Jobs.class).book(tenant, shop.jobDraft(customer, location));
        });
    }

    private void assign() {
        shop.tenant.caller.run(() -> Server.bean(AssignTechnicians.class)
                .assign(
                        tenant,
                        Server.bean(Appointments.class)
                                .ofJob(tenant, withLee)
                                .getFirst()
                                .id(),
                        List.of(lee),
                        new FieldErrors(),
                        Precondition.NONE));
    }

    /** Every column can be shown, sorted by and taken out, every part and filter be asked for. */
    @ParameterizedTest
    @EnumSource(value = WorkList.class, mode = EnumSource.Mode.EXCLUDE, names = "CALLS")
    void everyPartFilterOrderAndColumnWorks(WorkList list) {
        assign();
        String all = list.path() + "?view=all";
        for (WorkList.View view : list.views()) {
            assertThat(dana.get(list.path() + "?view=" + view.word()).status()).isEqualTo(200);
        }
        for (WorkColumn column : list.columns()) {
            Visitor.Answer page = dana.get(all + "&column=" + column.word());
            assertThat(page.status()).as(column.word() + page.body()).isEqualTo(200);
            int sorted = dana.get(all + "&sort=-" + column.word()).status();
            assertThat(sorted).as(column.word()).isEqualTo(column.sort() == null ? 422 : 200);
        }
        String ofLee = dana.get(all + "&technician=" + lee).body();
        assertThat(ofLee).contains("/jobs/" + withLee + "\"").doesNotContain("/jobs/" + alone + "\"");
        for (String filter : List.of(
                "unit=" + shop.unit,
                "type=" + shop.jobType,
                "customer=" + customer,
                "from=2026-01-01",
                "to=2199-01-01")) {
            assertThat(dana.get(all + "&" + filter).body()).as(filter).contains("/jobs/" + alone + "\"");
        }
        assertThat(dana.get(all + "&unit=" + shop.otherUnit).body()).contains("fits all of these filters");
        assertThat(dana.get(all + "&from=2027-02-01&to=2027-01-01").status()).isEqualTo(422);
        assertThat(dana.get(all + "&total=true").body()).contains("data-total=\"2\"");
        Visitor.Answer file = dana.get(list.path() + "/export?view=all");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body().lines().count()).isEqualTo(3);
        assertThat(file.body())
                .contains("Jordan Reyes", list.columns().getFirst().label());
        assertThat(shop.tenant.caller.call(() -> Server.bean(Changes.class).of(tenant, list.export(), tenant)))
                .hasSize(2);
    }

    /** Also what the page has no field for, and a span of days that is turned around narrows nothing. */
    @ParameterizedTest
    @EnumSource(value = WorkList.class, mode = EnumSource.Mode.EXCLUDE, names = "CALLS")
    void everyWrongFilterIsNamedAndTheListIsThereWithoutIt(WorkList list) {
        Visitor.Answer page = dana.get(list.path()
                + "?view=none&column=none&sort=none&size=7&page=x&technician=x&from=2027-02-01&to=2027-01-01");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("The list has no such part.", "The list has no such column.")
                .contains("The list can&#39;t be sorted by that.", "A page holds 25, 50, 100 or 200 rows.")
                .contains("A whole number from 1 to", "This is before the first day.");
        Visitor.Answer turned = dana.get(list.path() + "?view=all&from=2026-01-01&to=2025-12-31");
        assertThat(turned.body()).contains("/jobs/" + alone + "\"");
    }

    @Test
    void aFileSaysAStatusInWordsAndATextAsItIs() {
        assertThat(WorkListView.text(column("status"), "Hold", FORMAT)).isEqualTo("On hold");
        assertThat(WorkListView.text(column("customer"), "Hold", FORMAT)).isEqualTo("Hold");
    }

    private static WorkColumn column(String word) {
        return WorkList.JOBS.columns().stream()
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aListOfJobsShowsWhoComesAndWhen() {
        assign();
        assertThat(dana.get("/jobs").body())
                .contains("Jordan Reyes", "Lee Ortiz", "Dayton", "Furnace repair", "cb-status-scheduled");
        assertThat(dana.get("/appointments").body())
                .contains(withLee + "-1", new When(Shop.ZONE, Instant.now()).time(Shop.at(Shop.MONDAY, 9, 0)));
        assertThat(dana.get("/jobs?status=Nonsense").status()).isEqualTo(422);
        assertThat(EntityKind.of("job-export")).isEqualTo(EntityKind.JOB_EXPORT);
    }
}

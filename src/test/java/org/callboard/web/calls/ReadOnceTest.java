package org.callboard.web.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.access.Role;
import org.callboard.customers.Locations;
import org.callboard.testing.Inquirer;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Statements;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** What a request wrote, or has read, it does not read again: the desk waits for every statement. */
class ReadOnceTest {

    private final Inquirer inquirer = new Inquirer();
    private final Shop shop = inquirer.shop;
    private final Visitor dana = Visitor.signedIn(shop.tenant.user(Role.CSR));

    @Test
    void aPostedBookingIsAnsweredFromWhatWasWritten() {
        assertThat(reads("booking", inquirer::ask)).isEmpty();
    }

    @Test
    void aClaimShowsWhatItWrote() {
        long id = inquirer.ask();
        dana.get("/calls");
        for (String action : List.of("claim", "release", "claim")) {
            assertThat(reads("booking", () -> post("/calls/" + id + "/" + action)))
                    .as(action)
                    .isEmpty();
        }
        post("/calls/" + id + "/dismiss", "callReason", "" + shop.reason);
        assertThat(reads("booking", () -> post("/calls/" + id + "/reopen"))).isEmpty();
    }

    @Test
    void aJobIsBookedAtALocationThatIsReadOnce() {
        long customer = shop.customer("Jordan Reyes", "937 555 0199", "12 Oak St");
        long location = shop.tenant.caller.call(() -> Server.bean(Locations.class)
                .ofCustomer(shop.tenant.id, customer)
                .getFirst()
                .id());
        long id = inquirer.ask();
        dana.get("/calls");
        post("/calls/" + id + "/claim");
        assertThat(reads("location", () -> {
                    String[] form = {
                        "who", "location:" + location,
                        "businessUnitId", "" + shop.unit,
                        "jobTypeId", "" + shop.jobType,
                        "campaignId", "" + shop.campaign,
                        "start", Shop.VISIT.toString(),
                        "minutes", "120"
                    };
                    assertThat(post("/calls/" + id + "/book", form)).contains("is booked");
                }))
                .hasSize(1);
    }

    /** A change answers with what it wrote too; its booking it reads under the lock. */
    @Test
    void aChangedBookingIsReadForTheChangeAlone() {
        var api = shop.tenant.api(shop.provider);
        String path = api.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings/" + inquirer.ask());
        assertThat(reads("booking", () -> Office.ok(api.patch(path, "{\"summary\":\"Still no heat\"}"))))
                .hasSize(1)
                .allMatch(sql -> sql.contains("for update"));
    }

    private String post(String path, String... form) {
        Visitor.Answer answer = dana.post(path, form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> reads(String table, Runnable work) {
        return Statements.of(work).stream()
                .filter(sql -> sql.contains("select " + table + ".*"))
                .toList();
    }
}

package org.callboard.web.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Claims;
import org.callboard.customers.Locations;
import org.callboard.database.RecordShape;
import org.callboard.desk.OpenInquiries;
import org.callboard.jobs.JobDraft;
import org.callboard.jobs.Jobs;
import org.callboard.testing.Api;
import org.callboard.testing.Browser;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Statements;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of a customer stands beside the form as soon as they are chosen. */
class CallerContextTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final Visitor visitor = Visitor.signedIn(dana);
    private final Api api = shop.tenant.api();
    private final long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
    private final long location = shop.tenant.caller.call(() ->
            Server.bean(Locations.class).ofCustomer(tenant, customer).getFirst().id());

    @Test
    void whatACustomerAsksAboutFirstStandsFirst() {
        fill();
        String text = text(visitor.get("/calls/context?location=" + location).body());
        assertThat(text)
                .contains("Do not service")
                .containsSubsequence(
                        "Jordan Reyes",
                        "12 Oak St",
                        "Phone",
                        "(937) 555-0142",
                        "Mobile",
                        "(937) 555-0199",
                        "Scheduled",
                        "Furnace repair with Lee Ortiz",
                        "Move",
                        "nobody is assigned",
                        "Pinned",
                        "Dog in the yard",
                        "Balance",
                        "Last job",
                        "Furnace repair, ",
                        "Waiting",
                        "Open lead",
                        "Wants a price",
                        "Log a try")
                .doesNotContain("Outside");
        assertThat(visitor.get("/calls/context?customer=" + customer).body()).contains("Jordan Reyes");
    }

    @Test
    void whatIsAnsweredIsNotToldAgain() {
        long booking = shop.booking("J. Reyes", "937-555-0142").id();
        String path = "/calls/context?customer=" + customer;
        assertThat(text(visitor.get(path).body())).contains("Waiting inquiry");
        assertThat(text(visitor.get(path + "&booking=" + booking).body())).doesNotContain("Waiting");
    }

    @Test
    void whoIsNotThereIsNotFound() {
        for (String query :
                List.of("", "?customer=1", "?location=1", "?customer=x", "?location=1&customer=" + customer)) {
            assertThat(visitor.get("/calls/context" + query).status()).as(query).isEqualTo(404);
        }
        long theirs = new Shop().customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        assertThat(visitor.get("/calls/context?customer=" + theirs).status()).isEqualTo(404);
    }

    /** One for each part, however much there is. */
    @Test
    void itTakesNineStatements() {
        CallerModel model = Server.bean(CallerModel.class);
        fill();
        String path = "/calls/context?location=" + location;
        visitor.get(path);
        List<String> all = Statements.of(() -> visitor.get(path));
        List<String> frame = Statements.of(() -> visitor.get("/calls/context"));
        assertThat(all.size() - frame.size()).as("%s", all).isLessThanOrEqualTo(9);
        assertThat(dana.caller()
                        .call(() -> model.ofCustomer(tenant, customer, OpenInquiries.Self.NONE, null))
                        .jobs())
                .hasSize(2);
    }

    /** At the size of an office's screen: who it is, what is open, and the button that books. */
    @Test
    void itIsSeenBesideTheFormWithoutScrolling() {
        fill();
        long booking = shop.booking("Jordan Reyes", "937-555-0142").id();
        dana.caller().run(() -> Server.bean(Claims.class).claim(tenant, booking));
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.setViewportSize(1280, 800);
            page.navigate(browser.url("/calls/" + booking));
            assertThat(page.locator(".caller-name")).containsText("Jordan Reyes");
            assertThat(page.locator("#book button[type=submit]")).isInViewport();
            for (String part :
                    List.of(".caller-barred", ".caller-ways", ".caller-job >> nth=0", ".caller-note", ".caller dl")) {
                BoundingBox box = page.locator(part).boundingBox();
                assertThat(box.y + box.height).as(part).isLessThanOrEqualTo(800);
            }
            Browser.shot(page, "calls-21-caller");
            page.locator("[name=who][value=new]").check();
            assertThat(page.locator(".caller")).hasCount(0);
            page.locator("[name=who][value='customer:" + customer + "']").check();
            assertThat(page.locator(".caller-place")).hasCount(0);
            assertThat(page.locator(".caller-name")).isVisible();
            page.setViewportSize(390, 844);
            Browser.shot(page, "calls-22-caller-small");

            page.setViewportSize(1280, 800);
            page.navigate(browser.url("/jobs/new?location=" + location));
            assertThat(page.locator(".caller-name")).isVisible();
            assertThat(page.locator("#book button[type=submit]")).isInViewport();
            Browser.shot(page, "calls-23-caller-new-job");
            Locator move = page.locator(".caller-acts a").first();
            Page job = page.waitForPopup(move::click);
            assertThat(job.locator("#reschedule-dialog")).isVisible();

            page.navigate(browser.url("/leads/" + lead() + "/book"));
            assertThat(page.locator(".caller-name")).isVisible();
            assertThat(page.locator(".caller-waiting")).hasCount(1); // the inquiry; not the lead itself
            Browser.shot(page, "calls-24-caller-lead");
        }
    }

    private void fill() {
        String path = api.path("crm/v2", "/customers/" + customer);
        Office.ok(api.post(
                path + "/contacts", "{\"type\":\"MobilePhone\",\"value\":\"937-555-0199\",\"memo\":\"her cell\"}"));
        Office.ok(api.post(path + "/notes", "{\"text\":\"Dog in the yard\",\"pinToTop\":true}"));
        Office.ok(api.post(path + "/notes", "{\"text\":\"Not this\"}"));
        Office.ok(api.post(
                api.path("crm/v2", "/leads"),
                "{\"campaignId\":%d,\"summary\":\"Wants a price\",\"callReasonId\":%d,\"customerId\":%d}"
                        .formatted(shop.campaign, shop.reason, customer)));
        shop.tenant.caller.run(() -> {
            Jobs jobs = Server.bean(Jobs.class);
            Instant soon = Instant.now().plus(Duration.ofMinutes(1));
            jobs.book(tenant, at(soon.plus(Duration.ofDays(3))));
            jobs.book(tenant, Shop.visitedBy(at(soon), shop.technician("Lee Ortiz")));
            long done = jobs.book(tenant, at(soon));
            JdbcClient jdbc = Server.bean(JdbcClient.class);
            jdbc.sql("update appointment set status = 'Done' where job_id = " + done)
                    .update();
            jdbc.sql("update job set status = 'Completed', completed_on = now() where id = " + done)
                    .update();
            jdbc.sql("update customer set do_not_service = true where id = " + customer)
                    .update();
        });
    }

    private JobDraft at(Instant start) {
        JobDraft draft = shop.jobDraft(customer, location);
        return RecordShape.with(
                draft,
                "appointments",
                List.of(org.callboard.jobs.AppointmentDraft.of(
                        org.callboard.jobs.VisitTime.of(start, start.plus(Duration.ofHours(2))))));
    }

    private long lead() {
        return shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("select min(id) from lead")
                .query(Long.class)
                .single());
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }
}

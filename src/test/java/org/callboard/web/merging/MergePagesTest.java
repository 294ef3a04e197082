package org.callboard.web.merging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.database.RecordShape;
import org.callboard.details.EditDetails;
import org.callboard.details.RecordKind;
import org.callboard.jobs.Jobs;
import org.callboard.merging.Choices;
import org.callboard.merging.MergeRecords;
import org.callboard.merging.PreviewMerge;
import org.callboard.testing.Browser;
import org.callboard.testing.Overflow;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two customers become one, and two again, as a manager does it in a real browser. */
class MergePagesTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser manager = shop.tenant.user(Role.Manager);
    private final long kept = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
    private final long removed = shop.customer("J. Reyes", "937.555.0142", "12 Oak Street");

    @Test
    void fromTheCustomersPageToTheMergeAndBackAgain() {
        long job = job(removed);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(manager);
            page.navigate(browser.url("/customers/" + kept));
            page.getByText("Merge with…").click();
            page.locator("#merge-text").fill("J. Reyes");
            page.locator("#merge-others a").getByText("J. Reyes").click();
            page.waitForURL(browser.url("/customers/merge?keep=" + kept + "&with=" + removed));
            assertThat(page.locator(".merge-side.is-kept")).containsText("Jordan Reyes");
            assertThat(page.locator("#merge-outcome")).containsText("1 location and 1 job");
            assertThat(page.locator(".merge-moves")).containsText("Job " + job);
            assertThat(page.locator("input[name=pair]")).isChecked();
            assertThat(page.locator("main")).containsText("(937) 555-0142, written 937.555.0142: stays once");
            Browser.shot(page, "merge-1280");

            page.keyboard().press("ArrowDown");
            assertThat(radio(page, "name", "")).isFocused();
            page.keyboard().press("ArrowRight");
            assertThat(radio(page, "name", "removed")).isChecked();
            assertThat(page).hasURL(Pattern.compile(".*field\\.name=removed.*"));
            page.keyboard().press("ArrowDown");
            assertThat(radio(page, "address", "")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("#merge-now")).isFocused();
            page.reload();
            assertThat(radio(page, "name", "removed")).isChecked();
            page.locator("#merge-now").focus();
            page.keyboard().press("Enter");
            page.waitForURL(browser.url("/customers/" + kept + "?from=" + removed));
            assertThat(page.locator("h1")).containsText("J. Reyes");
            assertThat(page.locator("#merged")).containsText("J. Reyes was merged into this customer on");
            assertThat(page.locator("#jobs-title + *, .job-status")).hasCount(1);
            Browser.shot(page, "merged");

            page.navigate(browser.url("/customers/" + removed));
            assertThat(page).hasURL(browser.url("/customers/" + kept + "?from=" + removed));
            page.locator("#merged a").getByText("J. Reyes").click();
            assertThat(page).hasURL(browser.url("/customers/" + removed + "?stay=true"));
            assertThat(page.locator("#rec-state")).containsText("lives on there");
            assertThat(page.locator("main button:not(.btn-quiet)")).hasCount(0);

            page.locator("#merged a").getByText("Undo").click();
            assertThat(page.locator("#merge-outcome")).containsText("Goes back to J. Reyes");
            Browser.shot(page, "merge-undo");
            page.locator("#merge-now").click();
            page.waitForURL(browser.url("/customers/" + removed));
            assertThat(page.locator(".cb-toast")).containsText("The merge is undone");
            assertThat(page.locator("#job-" + job)).isVisible();
            page.navigate(browser.url("/customers/" + kept));
            assertThat(page.locator("h1")).containsText("Jordan Reyes");
            assertThat(page.locator("#merged")).hasCount(0);
        }
        assertThat(get(removed).active()).isTrue();
    }

    @Test
    void whatChangedMeanwhileIsShownAndTheChoicesAreKept() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(manager);
            page.navigate(browser.url("/customers/merge?keep=" + kept + "&with=" + removed));
            radio(page, "name", "removed").check();
            assertThat(page.locator("input[name=seen]")).hasValue(Pattern.compile(".*field\\.name=removed.*"));
            rename(removed, "Jordan A. Reyes");
            page.locator("#merge-now").click();
            assertThat(page.locator(".cb-problem")).containsText("Somebody changed one of the two meanwhile");
            assertThat(radio(page, "name", "removed")).isChecked();
            assertThat(page.locator(".merge-side.is-removed")).containsText("Jordan A. Reyes");
            page.locator("#merge-now").click();
            page.waitForURL(browser.url("/customers/" + kept + "?from=" + removed));
            assertThat(page.locator("h1")).containsText("Jordan A. Reyes");
        }
    }

    /** A button that is pressed while the preview of a choice is on its way does not act on what was shown before. */
    @Test
    void aQuickHandMergesWhatItChose() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(manager);
            page.route("**/merge/preview*", route -> {
                try {
                    Thread.sleep(500);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                route.resume();
            });
            page.navigate(browser.url("/customers/merge?keep=" + kept + "&with=" + removed));
            radio(page, "name", "removed").check();
            page.locator("#merge-now").click();
            page.waitForURL(browser.url("/customers/" + kept + "?from=" + removed));
            assertThat(page.locator("h1")).containsText("J. Reyes");
        }
    }

    @Test
    void theOtherOneIsKeptAfterASwap() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(manager);
            page.navigate(browser.url("/customers/merge?from=duplicates&keep=" + kept + "&with=" + removed));
            radio(page, "name", "removed").check();
            page.keyboard().press("s");
            page.waitForURL(url -> url.contains("keep=" + removed + "&with=" + kept));
            assertThat(page.locator(".merge-side.is-kept")).containsText("J. Reyes");
            assertThat(radio(page, "name", "")).isChecked();
            assertThat(page.locator("input[name=pair]")).isChecked();
            page.locator("#merge-now").click();
            page.waitForURL(browser.url("/customers/duplicates"));
        }
        assertThat(get(kept).mergedToId()).isEqualTo(removed);
    }

    @Test
    void whoIsNotActiveIsBroughtBackWithATick() {
        shop.tenant.caller.run(() -> Server.bean(Customers.class).activate(tenant, kept, false));
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(manager);
            page.navigate(browser.url("/customers/merge?keep=" + kept + "&with=" + removed));
            assertThat(page.locator(".merge-obstacle")).containsText("Jordan Reyes is not active");
            assertThat(page.locator("#merge-now")).isDisabled();
            Browser.shot(page, "merge-blocked");
            page.locator("input[name=reactivate]").check();
            assertThat(page.locator(".merge-obstacle")).hasCount(0);
            page.locator("#merge-now").click();
            page.waitForURL(browser.url("/customers/" + kept + "?from=" + removed));
        }
        assertThat(get(kept).active()).isTrue();
    }

    @Test
    void allOfItIsThereWithoutScripts() {
        try (Browser browser = Browser.openWithoutScripts()) {
            Page page = browser.signIn(manager);
            page.navigate(browser.url("/customers/merge?keep=" + kept));
            page.locator("#merge-text").fill("J. Reyes");
            page.getByText("Find", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            page.locator("#merge-others a").getByText("J. Reyes").click();
            radio(page, "name", "removed").check();
            page.locator("#merge-now").click();
            assertThat(page.locator(".cb-problem")).containsText("look at what your choices do");
            assertThat(radio(page, "name", "removed")).isChecked();
            page.locator("#merge-now").click();
            page.waitForURL(browser.url("/customers/" + kept + "?from=" + removed));
            page.locator("#merged a").getByText("Undo").click();
            page.locator("#merge-now").click();
            page.waitForURL(browser.url("/customers/" + removed));
        }
        assertThat(get(kept).details().name()).isEqualTo("Jordan Reyes");
    }

    @Test
    void aTelephoneShowsBothSideBySide() {
        rename(
                removed,
                "Bartholomew Featherstonehaugh-Cholmondeley of Kensington and Daughters Heating and Plumbing LLC");
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.signIn(manager);
            page.navigate(browser.url("/customers/merge?keep=" + kept + "&with=" + removed));
            assertThat(Overflow.of(page)).isEmpty();
            Browser.shot(page, "merge-390");
            page.setViewportSize(320, 640);
            Browser.shot(page, "merge-320");
            page.locator("#merge-now").click();
            page.waitForURL(browser.url("/customers/" + kept + "?from=" + removed));
            assertThat(Overflow.of(page)).isEmpty();
            Browser.shot(page, "merged-320");
            page.locator("#merged a").getByText("Undo").click();
            assertThat(Overflow.of(page)).isEmpty();
            Browser.shot(page, "merge-undo-320");
        }
    }

    @Test
    void whoseIsWhatWasMadeSinceIsChosen() {
        long merge = merge(Choices.NONE);
        long since = shop.tenant.caller.call(() -> {
            long place = Server.bean(org.callboard.customers.Locations.class)
                    .create(tenant, kept, "Cabin", get(kept).details().address(), List.of());
            return Server.bean(Jobs.class).book(tenant, shop.jobDraft(kept, place));
        });
        long call = shop.tenant.caller.call(() -> jdbc().sql("""
                insert into call (tenant_id, direction, number, desk, customer_id, received_on, created_on, modified_on)
                values (:tenant, 'Inbound', '+19375550177', 'Outgoing', :kept, now(), now(), now()) returning id
                """)
                .params(Map.of("tenant", tenant, "kept", kept))
                .query(Long.class)
                .single());
        rename(kept, "Jordan B. Reyes");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(manager);
            page.navigate(browser.url("/merges/" + merge + "/undo"));
            assertThat(page.locator("#merge-outcome")).containsText("Call (937) 555-0177");
            page.locator("[id=Call-" + call + "]").check();
            Locator job = page.locator("[id=Job-" + since + "]");
            assertThat(job).not().isChecked();
            page.locator("[id^=Location-]").check();
            assertThat(job).isChecked(); // it goes with its location
            assertThat(page.locator("[id^=Location-]")).isFocused();
            Browser.shot(page, "merge-undo-since");
            page.locator("#merge-now").click();
            page.waitForURL(browser.url("/customers/" + removed));
            assertThat(page.locator("#job-" + since)).isVisible();
            assertThat(page.locator("section[aria-labelledby=calls-title] .rec-row-name"))
                    .hasAttribute("href", "/calls/phone/" + call);
        }
        assertThat(get(kept).details().name()).isEqualTo("Jordan B. Reyes");
    }

    @Test
    void aLargeMergeShowsThatItWorksAndWhatCameOfIt() {
        long merge = shop.tenant.caller.call(() -> jdbc().sql("""
                insert into merge (tenant_id, kind, kept_id, removed_id, state, plan_tag, choices, removed_was_active, merged_on,
                    actor_kind, actor_name)
                values (:tenant, 'customer', :kept, :removed, 'Waiting', 'x', '{}', true, now(), 'system', 'Test') returning id
                """)
                .params(Map.of("tenant", tenant, "kept", kept, "removed", removed))
                .query(Long.class)
                .single());
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(manager);
            page.navigate(browser.url("/merges/" + merge));
            assertThat(page.locator("main")).containsText("J. Reyes becomes part of Jordan Reyes");
            Browser.shot(page, "merge-waits");
            shop.tenant.caller.run(() -> jdbc().sql("update merge set state = 'Failed', failure = :why where id = :id")
                    .param("why", "The records were changed since the preview, and nothing was merged.")
                    .param("id", merge)
                    .update());
            assertThat(page.locator("h1")).hasText("Nothing is merged");
            page.getByText("Look at it again").click();
            assertThat(page.locator("#merge-now")).isEnabled();
        }
    }

    @Test
    void aCsrAndAViewerSeeNothingOfIt() {
        long merge = merge(Choices.NONE);
        for (Role role : List.of(Role.CSR, Role.Viewer)) {
            Visitor visitor = Visitor.signedIn(shop.tenant.user(role));
            assertThat(visitor.get("/customers/" + kept + "?from=" + removed).body())
                    .contains("was merged into this")
                    .doesNotContain("/merge?", "/undo");
            for (String path : List.of(
                    "/customers/merge?keep=1&with=2",
                    "/locations/merge",
                    "/merges/" + merge,
                    "/merges/" + merge + "/undo")) {
                assertThat(visitor.get(path).status()).as(path).isEqualTo(403);
            }
            assertThat(visitor.post("/customers/merge", "keep", "" + kept, "with", "" + removed)
                            .status())
                    .isEqualTo(403);
            assertThat(visitor.post("/merges/" + merge + "/undo").status()).isEqualTo(403);
        }
    }

    @Test
    void everythingOfAMergedCustomerLeadsToWhoLivesOn() {
        merge(Choices.NONE);
        Visitor visitor = Visitor.signedIn(manager);
        Visitor.Answer page = visitor.get("/customers/" + removed);
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).endsWith("/customers/" + kept + "?from=" + removed);
        for (String below :
                List.of("/locations/new", "/use", "/edit?field=name", "/history", "/notes", "/contacts/new")) {
            assertThat(visitor.get("/customers/" + removed + below).location())
                    .as(below)
                    .endsWith("/customers/" + kept + below);
        }
        assertThat(visitor.get("/leads/new?customer=" + removed).body())
                .contains("name=\"customerId\" value=\"" + kept + "\"");
        assertThat(visitor.get("/customers/merge?keep=" + kept + "&with=" + removed)
                        .location())
                .endsWith("/customers/" + kept + "?from=" + removed);
        assertThat(visitor.get("/customers/merge?keep=" + removed + "&with=" + kept)
                        .body())
                .contains("was merged into another customer already");
        Visitor stranger = new Visitor();
        for (String path : List.of("/customers/" + removed, "/customers/" + kept)) {
            assertThat(stranger.get(path + "/locations/new").location()).endsWith("/sign-in");
            assertThat(stranger.post(path + "/locations/new").location()).contains("/sign-in");
        }
        visitor.get("/customers/" + removed + "?stay=true");
        Visitor.Answer note = visitor.post("/customers/" + removed + "/notes", "text", "x");
        assertThat(note.status()).isEqualTo(422);
        assertThat(note.body()).contains("was merged into customer " + kept);
        assertThat(visitor.get("/customers/" + removed + "?stay=true").body()).contains("lives on there");
        assertThat(visitor.get("/customers?active=any").body()).contains("href=\"/customers/" + removed + "\"");
    }

    @Test
    void theHistoryTellsWhatTheRemovedOneHadAndDid() {
        long contact = shop.tenant.caller.call(() -> Server.bean(EditDetails.class)
                .addContact(RecordKind.Customer, tenant, removed, ContactType.Email, "j@reyes.example", null)
                .id());
        assertThat(contact).isPositive();
        rename(removed, "J. R. Reyes");
        merge(Choices.NONE);
        String told = Visitor.signedIn(manager)
                .get("/customers/" + kept + "/history")
                .body()
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ");
        assertThat(told)
                .contains(
                        "Merged with J. R. Reyes",
                        "J. R. Reyes had: Name J. R. Reyes",
                        "J. R. Reyes: Changed",
                        "J. R. Reyes: Created",
                        "Contact came from J. R. Reyes: j@reyes.example",
                        "came from J. R. Reyes");
    }

    private Locator radio(Page page, String field, String value) {
        return page.locator("input[name='field." + field + "'][value='" + value + "']");
    }

    private long merge(Choices choices) {
        return shop.tenant.caller.call(() -> Server.bean(MergeRecords.class)
                .merge(
                        RecordKind.Customer,
                        tenant,
                        kept,
                        removed,
                        choices,
                        Server.bean(PreviewMerge.class)
                                .of(RecordKind.Customer, tenant, kept, removed, choices)
                                .planTag())
                .id());
    }

    private void rename(long customer, String name) {
        shop.tenant.caller.run(() -> Server.bean(Customers.class)
                .update(tenant, customer, details -> RecordShape.with(details, "name", name)));
    }

    private long job(long customer) {
        return shop.tenant.caller.call(() -> {
            long place = jdbc().sql("select min(id) from location where customer_id = :customer")
                    .param("customer", customer)
                    .query(Long.class)
                    .single();
            return Server.bean(Jobs.class).book(tenant, shop.jobDraft(customer, place));
        });
    }

    private Customer get(long customer) {
        return shop.tenant.caller.call(() -> Server.bean(Customers.class).get(tenant, customer));
    }

    private static JdbcClient jdbc() {
        return Server.bean(JdbcClient.class);
    }
}

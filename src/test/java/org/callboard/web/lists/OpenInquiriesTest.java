package org.callboard.web.lists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Booking;
import org.callboard.bookings.DismissBooking;
import org.callboard.bookings.NewBooking;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.desk.BookLeadJob;
import org.callboard.leads.CreateLead;
import org.callboard.leads.DismissLead;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadPerson;
import org.callboard.leads.LeadSource;
import org.callboard.leads.Leads;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Variant;
import org.callboard.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who asks again is recognized by the lead or the inquiry that waits already, wherever somebody is entered. */
class OpenInquiriesTest {

    private static final String PHONE = "937-555-2101";
    private static final String EMAIL = "uma.one@example.com";

    private final Shop shop = new Shop();
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final Visitor visitor = Visitor.signedIn(dana);

    private Lead lead(@Nullable String name, @Nullable String phone, @Nullable String email) {
        return lead(shop, name, phone, email);
    }

    private static Lead lead(Shop shop, @Nullable String name, @Nullable String phone, @Nullable String email) {
        LeadPerson person = LeadPerson.at(null, name, phone, email);
        return shop.tenant.caller.call(() -> Server.bean(CreateLead.class)
                .create(
                        shop.tenant.id,
                        Variant.of(shop.leadDraft())
                                .with("callReasonId", shop.reason)
                                .with("person", person)
                                .record(),
                        LeadSource.Hand));
    }

    private Booking booking(String name, ContactDraft... contacts) {
        NewBooking plain = shop.newBooking(name, PHONE);
        return shop.booking(new NewBooking(plain.details(), List.of(contacts)));
    }

    private static ContactDraft number(String value) {
        return new ContactDraft(ContactType.Phone, value, null);
    }

    private static ContactDraft email(String value) {
        return new ContactDraft(ContactType.Email, value, null);
    }

    private String alike(String contact) {
        visitor.get("/calls");
        Visitor.Answer answer = visitor.post("/alike", "contact", contact);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void sheIsFoundByEachOfHerNumbersAndAddresses() {
        Lead uma = lead("Uma One", PHONE, EMAIL);
        Booking ben = booking("Ben Two", number("937-555-2121 / 937-555-2122"), email("ben@example.com"));
        String ofUma = "/leads/" + uma.id();
        for (String typed : List.of(
                PHONE,
                "(937) 555 2101",
                "+1 937 555 2101 x7",
                "937-555-2199 / 937-555-2101",
                EMAIL,
                "<UMA.one@example.com>")) {
            assertThat(alike(typed))
                    .as(typed)
                    .contains(ofUma, "Uma One", "Open lead", "/customers/new?lead=" + uma.id());
        }
        for (String typed : List.of("9375552121", "9375552122", "ben@example.com")) {
            assertThat(alike(typed))
                    .as(typed)
                    .contains("/calls/" + ben.id(), "Ben Two", "Waiting inquiry")
                    .doesNotContain("Make this lead");
        }
        for (String typed :
                List.of("937-555-2102", "umaone@example.com", "uma.one@example.co", "noemail@noemail.com")) {
            assertThat(alike(typed)).as(typed).doesNotContain("cb-waiting");
        }
    }

    @Test
    void whoWasAnsweredAndWhoIsAnotherCompanysIsNot() {
        lead(new Shop(), "Uma Elsewhere", PHONE, EMAIL);
        Lead dismissed = lead("Uma Dismissed", PHONE, EMAIL);
        Lead won = lead("Uma Won", PHONE, EMAIL);
        lead("Uma Nobody", "111-111-1111", "noemail@noemail.com");
        Booking closed = booking("Uma Closed", number(PHONE), email(EMAIL));
        dana.caller().run(() -> {
            Server.bean(DismissLead.class).dismiss(shop.tenant.id, dismissed.id(), shop.reason);
            Server.bean(BookLeadJob.class).book(shop.tenant.id, won.id(), shop.form());
            Server.bean(DismissBooking.class).byUser(shop.tenant.id, closed.id(), shop.reason, null);
        });
        for (String typed : List.of(PHONE, EMAIL, "111-111-1111", "noemail@noemail.com")) {
            assertThat(alike(typed)).as(typed).doesNotContain("cb-waiting");
        }
    }

    /** A name alone is shown, behind what is surer, and attaches nobody. */
    @Test
    void whoHasASimilarNameIsShown() {
        Lead uma = lead("Uma Onewell", PHONE, null);
        Lead other = lead("Ulric Onewell", null, EMAIL);
        Booking ben = booking("Benjamin Twohig", number("937-555-2121"));
        lead(new Shop(), "Uma Onewell", PHONE, null);
        visitor.get("/calls");
        for (String typed : List.of("Uma Onewell", "uma onewel", "Onewell, Uma", "Uma Onewelll")) {
            assertThat(visitor.post("/alike", "name", typed).body())
                    .as(typed)
                    .contains("/leads/" + uma.id(), "Similar name", "Make this lead a customer")
                    .doesNotContain("/leads/" + other.id(), "/calls/" + ben.id());
        }
        assertThat(visitor.post("/alike", "name", "Benjamin Twohig").body())
                .contains("/calls/" + ben.id(), "Waiting inquiry", "Similar name");
        for (String typed : List.of("Uma", "U. O.", "Onewell", "Uma Twohig", "12 Oak St")) {
            assertThat(visitor.post("/alike", "name", typed).body()).as(typed).doesNotContain("cb-waiting");
        }
        String both =
                visitor.post("/alike", "name", "Uma Onewell", "contact", EMAIL).body();
        assertThat(both.indexOf("/leads/" + other.id())).isPositive().isLessThan(both.indexOf("/leads/" + uma.id()));
        Booking asking = booking("Uma Onewell", number("937-555-2199"));
        String page = visitor.get("/calls/" + asking.id()).body();
        assertThat(page.substring(page.indexOf("cb-waiting"))).contains("/leads/" + uma.id(), "Similar name");
        shop.tenant.caller.run(() -> Server.bean(DismissLead.class).dismiss(shop.tenant.id, uma.id(), shop.reason));
        assertThat(visitor.post("/alike", "name", "Uma Onewell").body()).doesNotContain("/leads/" + uma.id());
    }

    /** What the lead has no field for stands in the inquiry that it was made of. */
    @Test
    void aLeadIsFoundByTheInquiryThatItWasMadeOf() {
        Booking booking = booking("Uma One", number(PHONE), number("937-555-2177"));
        Visitor.Answer made = visitorClaims(booking);
        assertThat(made.status()).isEqualTo(200);
        Lead lead = shop.tenant.caller.call(() ->
                Server.bean(Leads.class).ofBooking(shop.tenant.id, booking.id()).getFirst());
        assertThat(alike("937-555-2177")).contains("/leads/" + lead.id()).doesNotContain("/calls/" + booking.id());
    }

    private Visitor.Answer visitorClaims(Booking booking) {
        visitor.get("/calls");
        visitor.post("/calls/" + booking.id() + "/claim");
        return visitor.post(
                "/calls/" + booking.id() + "/lead",
                "leadReason",
                "" + shop.reason,
                "leadDate",
                Shop.MONDAY + "T09:00",
                "leadCampaign",
                "" + shop.campaign);
    }

    @Test
    void theCallsScreenOffersThemButNotTheInquiryItself() {
        Lead uma = lead("Uma One", PHONE, EMAIL);
        Booking first = booking("Uma", number(PHONE));
        Booking second = booking("Uma", email(EMAIL), number(PHONE));
        String page = visitor.get("/calls/" + second.id()).body();
        String offers = page.substring(page.indexOf("cb-waiting"));
        assertThat(offers)
                .contains("/leads/" + uma.id(), "Same phone", "Same e-mail", "href=\"/calls/" + first.id())
                .doesNotContain("href=\"/calls/" + second.id());
        assertThat(visitor.get("/calls/" + booking("Uma", email(EMAIL)).id()).body())
                .contains("href=\"/leads/" + uma.id());
        String book = visitor.get("/leads/" + uma.id() + "/book").body();
        assertThat(book.substring(book.indexOf("cb-waiting"), book.indexOf("new-record")))
                .contains("href=\"/calls/" + first.id())
                .doesNotContain("href=\"/leads/" + uma.id());
    }

    @Test
    void everyFormForSomebodyNewAsks() {
        Lead uma = lead("Uma One", PHONE, EMAIL);
        long ada = shop.customer("Ada Oaks", "937-555-0142", "12 Oak St");
        Booking booking = booking("Uma", number(PHONE));
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            for (String path : List.of("/customers/new", "/customers/" + ada + "/locations/new", "/leads/new")) {
                String field = path.startsWith("/leads") ? "#f-phone" : "[data-contact-value]";
                String mail = path.startsWith("/leads") ? "#f-email" : "[data-contact-value]";
                page.navigate(browser.url(path));
                page.locator(field).first().fill(PHONE);
                assertThat(page.locator(".cb-waiting a").first())
                        .hasAttribute("href", Pattern.compile("/(leads|calls)/\\d+"));
                assertThat(page.locator(".cb-waiting")).containsText("Uma One");
                Browser.shot(page, "waiting-" + path.replaceAll("\\W+", "-"));
                page.locator(field).first().fill("");
                page.locator(mail).first().fill(EMAIL);
                assertThat(page.locator(".cb-waiting li")).hasCount(1);
                assertThat(page.locator(".cb-waiting .cb-alike-reason")).hasText("Same e-mail");
                page.setViewportSize(390, 844);
                Browser.shot(page, "waiting-small-" + path.replaceAll("\\W+", "-"));
                page.setViewportSize(1280, 800);
            }
            page.navigate(browser.url("/calls/" + booking.id()));
            assertThat(page.locator(".cb-waiting")).containsText("Uma One");
            Browser.shot(page, "waiting-calls");
            page.navigate(browser.url("/customers/new?lead=" + uma.id()));
            assertThat(page.locator("#f-name")).hasValue("Uma One");
            assertThat(page.locator("[data-contact-value]").first()).hasValue(Pattern.compile(".*2101"));
            assertThat(page.locator("[data-contact-value]").nth(1)).hasValue(EMAIL);
            Locator waiting = page.locator(".cb-waiting");
            assertThat(waiting.locator("a").first()).hasAttribute("href", "/calls/" + booking.id());
            assertThat(waiting).not().containsText("Uma One");
            Browser.shot(page, "waiting-of-lead");
            page.locator("[id='f-address.street']").fill("12 Oak St");
            page.locator("[id='f-address.city']").fill("Dayton");
            page.locator("[id='f-address.state']").fill("OH");
            page.locator("[id='f-address.zip']").fill("45402");
            page.keyboard().press("Control+Enter");
            page.waitForURL(Pattern.compile(".*/customers/\\d+"));
            Long customer = Long.valueOf(page.url().replaceAll(".*/", ""));
            Lead now = shop.tenant.caller.call(() -> Server.bean(Leads.class).get(shop.tenant.id, uma.id()));
            assertThat(now.open()).isTrue();
            assertThat(now.details().customerId()).isEqualTo(customer);
            assertThat(now.details().locationId()).isNotNull();
        }
        assertThat(alike(PHONE)).contains("/leads/" + uma.id()).doesNotContain("Make this lead");
        Visitor.Answer again = visitor.post(
                "/customers/new",
                "lead",
                "" + uma.id(),
                "locations[0].same",
                "true",
                "name",
                "Uma One",
                "address.street",
                "12 Oak St",
                "address.city",
                "Dayton",
                "address.state",
                "OH",
                "address.zip",
                "45402",
                "address.country",
                "USA");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("already");
    }
}

package org.callboard.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.callboard.access.Role;
import org.callboard.testing.Browser;
import org.callboard.testing.EveryState;
import org.callboard.testing.ForeignSite;
import org.callboard.testing.Overflow;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;

/** The longest values that there can be, on telephones and on wide screens: all of it is seen and reached. */
class NothingOverflowsTest {

    /** What the words in the paths stand for: the record with the longest values. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("{full}", "select token from booking_page where heading like 'Donau%'"),
            Map.entry("{page}", "select booking_provider_id from booking_page where heading like 'Donau%'"),
            Map.entry("{mine}", "select id from booking where external_id like 'mine%' and length(name) = 200"),
            Map.entry("{theirs}", "select id from booking where external_id like 'theirs%' and length(name) = 200"),
            Map.entry("{closed}", "select id from booking where dismissing_memo is not null and length(name) = 200"),
            Map.entry("{customer}", "select min(id) from customer"),
            Map.entry("{location}", "select min(id) from location"),
            Map.entry("{day}", """
                    select (min(start_on) at time zone 'America/New_York')::date::text from appointment"""),
            Map.entry("{job}", "select min(id) from job where no_charge and status = 'Scheduled'"),
            Map.entry("{canceled}", "select min(id) from job where no_charge and status = 'Canceled'"),
            Map.entry("{lead}", """
                    select min(id) from lead where status = 'Open' and follow_up_date is not null
                        and location_id is not null and length(lead_customer_name) = 200
                    """),
            Map.entry(
                    "{won}",
                    "select min(id) from lead where status = 'Converted' and length(lead_customer_name) = 200"),
            Map.entry("{message}", """
                    select id from outgoing_message where state = 'Failed' and attempts > 0 and channel = 'Mail'
                    """),
            Map.entry("{app}", "select min(id) from app"),
            Map.entry("{connection}", "select min(id) from connection where revoked_on is null"),
            Map.entry("{checked}", """
                    select min(id) from import where state = 'Finished' and kind = 'Leads' and rows_forgotten_on is null
                    """),
            Map.entry("{looked}", "select min(id) from import where state = 'Checked' and kind = 'Leads'"),
            Map.entry("{running}", "select min(id) from import where state = 'Running' and kind = 'Leads'"),
            Map.entry("{draft}", """
                    select min(id) from import where state = 'Draft' and kind = 'Leads' and rows_forgotten_on is null
                    """),
            Map.entry("{telephone}", "select id from telephone_system where kind = 'Twilio'"),
            Map.entry("{program}", "select min(id) from telephone_system where kind = 'Api'"),
            Map.entry("{call}", """
                    select min(id) from call where desk = 'Open' and state = 'Answered' and system_id is not null
                    """),
            Map.entry("{about}", """
                    select min(id) from call where desk = 'Dismissed' and about_job_id is not null
                    """),
            Map.entry("{back}", "select min(id) from call_back where status = 'Open' and talked_call_id is not null"),
            Map.entry("{webhook}", "select min(id) from webhook where state = 'Failing' and description is not null"),
            Map.entry("{delivery}", """
                    select min(id) from webhook_delivery where state = 'Failed' and webhook_id = (
                        select min(id) from webhook where state = 'Failing' and description is not null)
                    """),
            Map.entry("{bare}", "select min(id) from customer where name = 'Jo'"),
            Map.entry("{merge}", "select min(id) from merge where kind = 'customer' and state = 'Done'"),
            Map.entry("{waiting}", "select min(id) from merge where state = 'Waiting'"),
            Map.entry("{technician}", "select id from technician where email is not null"),
            Map.entry("{jobType}", "select id from job_type where length(name) = 100"));

    private final EveryState company = EveryState.shared();
    private final List<String> faults = new ArrayList<>();

    @Test
    void everyPageFitsEveryScreen() {
        try (Browser browser = Browser.open()) {
            Page outside = browser.page();
            Stream.of(
                            "/sign-in?tries",
                            "/sign-in/forgot",
                            "/sign-in/new-password",
                            "/book/{full}",
                            "/book/{full}/thanks",
                            "/lead-form/{form}",
                            "/lead-form/{form}/thanks")
                    .forEach(path -> measure(browser, outside, path));
            Page csr = browser.signIn(company.user(Role.CSR));
            Stream.of("/calls/{mine}", "/follow-ups").forEach(path -> measure(browser, csr, path));
        }
        try (Browser browser = Browser.open()) {
            Page owner = browser.signIn(company.user(Role.Owner));
            pages().forEach(path -> measure(browser, owner, path));
        }
        assertThat(faults).isEmpty();
    }

    /** The longest label on the smallest telephone, on a website that is not ours. */
    @Test
    void theWidgetFitsToo() {
        try (ForeignSite site = new ForeignSite(
                        "<script src=\"" + Server.url() + address("/book/{full}/widget.js") + "\" async></script>");
                Browser browser = Browser.openSmall()) {
            Page page = browser.page();
            page.setViewportSize(320, 640);
            page.navigate(site.url());
            Locator button = page.locator("button.open");
            BoundingBox box = button.boundingBox();
            assertThat(box.x).isNotNegative();
            assertThat(box.x + box.width).isLessThanOrEqualTo(320);
            assertThat(button.evaluate("button => button.scrollWidth <= button.clientWidth"))
                    .isEqualTo(true);
            button.click();
            assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(320);
        }
    }

    private static Stream<String> pages() {
        return Stream.of(
                "/calls",
                "/calls/{theirs}",
                "/calls/{closed}",
                "/calls/phone/new",
                "/calls/phone/{call}",
                "/calls/phone/{about}",
                "/calls/phone/back/{back}",
                "/customers",
                "/customers/new",
                "/customers/{customer}",
                "/customers/{customer}/locations/new",
                "/customers/999",
                "/customers/merge?keep={customer}",
                "/customers/merge?keep={customer}&with={bare}",
                "/customers/merge?keep={bare}&with={customer}",
                "/merges/{merge}/undo",
                "/merges/{waiting}",
                "/locations",
                "/locations/{location}",
                "/search?q=" + EveryState.WORD,
                "/account",
                "/account/password",
                "/follow-ups?status=won",
                "/jobs/new?customer={customer}",
                "/leads/new?customer={customer}",
                "/leads/{lead}",
                "/leads/{won}",
                "/leads/{lead}/book",
                "/schedule?date={day}",
                "/jobs?view=all",
                "/appointments?view=all",
                "/invoices?view=all",
                "/calls/phone",
                "/jobs/{job}",
                "/jobs/{job}/edit",
                "/jobs/{canceled}",
                "/settings/company",
                "/settings/calls",
                "/settings/blocked-numbers",
                "/settings/own-numbers",
                "/settings/ring-groups",
                "/settings/messages",
                "/settings/outbox",
                "/settings/outbox/{message}",
                "/settings/api-access",
                "/settings/api-access/apps/{app}",
                "/settings/api-access/connect",
                "/settings/api-access/connections/{connection}/origins",
                "/settings/booking-pages",
                "/settings/booking-pages/{page}",
                "/settings/imports",
                "/settings/imports/new",
                "/settings/imports/{checked}",
                "/settings/imports/{looked}",
                "/settings/imports/{looked}/rows/3",
                "/settings/imports/{running}",
                "/settings/imports/{draft}/columns",
                "/settings/address-lookup",
                "/settings/telephone-systems",
                "/settings/telephone-systems/{telephone}",
                "/settings/telephone-systems/{telephone}/edit",
                "/settings/telephone-systems/{program}",
                "/settings/webhooks",
                "/settings/webhooks/{webhook}",
                "/settings/webhooks/{webhook}/edit",
                "/settings/webhooks/{webhook}/deliveries/{delivery}",
                "/settings/users",
                "/settings/technicians",
                "/settings/technicians/{technician}",
                "/settings/customer-fields",
                "/settings/job-types",
                "/settings/opening-hours",
                "/settings/holidays",
                "/settings/job-cancel-reasons",
                "/settings/service-areas",
                "/settings/job-types/{jobType}",
                "/settings/job-types/{jobType}/script",
                "/settings/job-fields",
                "/settings/lead-forms",
                "/settings/booking-provider-tags");
    }

    private void measure(Browser browser, Page page, String path) {
        page.navigate(browser.url(address(path)));
        Overflow.of(page).forEach(fault -> faults.add(path + " " + fault));
    }

    private String address(String path) {
        String address = path;
        for (Map.Entry<String, String> id : IDS.entrySet()) {
            if (address.contains(id.getKey())) {
                address = address.replace(
                        id.getKey(), company.select(id.getValue()).getFirst());
            }
        }
        return address.replace("{form}", company.leadForms().getFirst());
    }
}

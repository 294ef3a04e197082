package org.callboard.web.layout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Claims;
import org.callboard.bookingscripts.BookingScripts;
import org.callboard.customers.Locations;
import org.callboard.dispatch.AppointmentAct;
import org.callboard.dispatch.AssignTechnicians;
import org.callboard.dispatch.CancelJob;
import org.callboard.dispatch.WorkAppointment;
import org.callboard.http.Precondition;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Jobs;
import org.callboard.leads.ConvertToLead;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.testing.Browser;
import org.callboard.testing.Routes;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What somebody typed into a form of a whole page is not lost, whatever refuses it. */
class KeptFormTest {

    private static final String PASSWORD = "typed in secret";

    private static final FilePayload LIST = new FilePayload(
            "list.csv",
            "text/csv",
            "Name,Phone,Notes\nJordan Reyes,937-555-0144,Boiler\n".getBytes(StandardCharsets.UTF_8));

    /** Forms that are a button, so that nothing is typed into them. */
    private static final List<String> BUTTONS = List.of(
            "/account/taking-calls",
            "/customers/duplicates/sure",
            "/customers/duplicates/{one}/{other}/dismiss",
            "/customers/duplicates/{one}/{other}/reopen",
            "/customers/{id}/active",
            "/follow-ups/next",
            "/jobs/{id}/appointments/{appointmentId}/act",
            "/jobs/{id}/messages/{messageId}/again",
            "/jobs/{id}/undo",
            "/leads/{id}/release",
            "/leads/{id}/reopen",
            "/locations/duplicates/sure",
            "/locations/duplicates/{one}/{other}/dismiss",
            "/locations/duplicates/{one}/{other}/reopen",
            "/locations/{id}/active",
            "/merges/batches/{id}/undo",
            "/merges/{id}/undo",
            "/settings/api-access/apps/{id}/key",
            "/settings/api-access/connections/{id}/may-activate",
            "/settings/api-access/connections/{id}/may-merge",
            "/settings/api-access/connections/{id}/revoke",
            "/settings/api-access/connections/{id}/strict",
            "/settings/blocked-numbers/{id}/unblock",
            "/settings/booking-pages/{id}/renew",
            "/settings/imports/{id}/cancel",
            "/settings/imports/{id}/discard",
            "/settings/imports/{id}/guess",
            "/settings/imports/{id}/names",
            "/settings/imports/{id}/run",
            "/settings/imports/{id}/undo",
            "/settings/job-types/{id}/script/{question}/move",
            "/settings/job-types/{id}/script/{question}/remove",
            "/settings/outbox/{id}/again",
            "/settings/telephone-systems/{id}/address",
            "/settings/webhooks/{id}/deliveries/{deliveryId}/replay",
            "/settings/webhooks/{id}/paused",
            "/settings/webhooks/{id}/remove",
            "/settings/webhooks/{id}/secret",
            "/settings/webhooks/{id}/test",
            "/settings/{kind}/{id}/active",
            "/settings/{kind}/{id}/move");

    /** What scripts send: the page stays where it is, with what was typed, while somebody signs in in another tab. */
    private static final Pattern SCRIPTS = Pattern.compile(
            "/alike|/jobs/script|/addresses/(check|lookup)|/settings/address-lookup/all|/locations/\\{id}/right(/undo)?|/calls/.*|/phone/.*|/leads/\\{id}/keep|/settings/messages/(appointments/)?preview|/jobs/(new|\\{id})/tell"
                    + "|/(customers|locations)/\\{id}/(contacts|edit|notes|tags|move)\\b.*");

    /** The second button of the form of /settings/messages. */
    private static final String SAME_FORM = "/settings/messages/test";

    /** Passwords are never kept, and nothing else is typed there. */
    private static final String PASSWORDS = "/account/password";

    private static final String FILL = """
            index => {
              const form = document.querySelectorAll('main form[method="post"]')[index];
              form.querySelectorAll('[data-add]').forEach(button => button.click());
              let n = 0;
              const fill = field => {
                n++;
                if (field.readOnly || field.disabled || field.matches('[type=hidden], [type=file], button')) return;
                if (field.type === 'checkbox') field.checked = !field.checked;
                else if (field.type === 'radio') field.checked = true;
                else if (field.tagName === 'SELECT') field.value = [...field.options].filter(o => !o.disabled).pop().value;
                else field.value = { password: '%s', number: '7', color: '#123456', date: '2031-03-04',
                  'datetime-local': '2031-03-04T10:30', email: `typed${n}@example.test` }[field.type] ?? `Typed <${n}> “${field.name}”`;
              };
              [...form.elements].filter(field => field.name).forEach(fill);
              form.dispatchEvent(new CustomEvent('callboard:refilled', { bubbles: true })); // parts that choices call for
              [...form.elements].filter(field => field.name && !field.value).forEach(fill);
              if (form.querySelector('[data-job-script]'))
                form.elements.jobTypeId.dispatchEvent(new Event('change', { bubbles: true }));
            }""".formatted(PASSWORD);

    /** The questions of a chosen job type come by themselves: true where they are there, or where the form asks none. */
    private static final String ASKED = """
            index => {
              const form = document.querySelectorAll('main form[method="post"]')[index];
              const part = form.querySelector('[data-job-script]');
              if (!part) return true;
              const who = form.querySelector('[name="who"]:checked')?.value ?? '';
              return part.dataset.key === `${form.elements.jobTypeId.value} ${who}` && !part.querySelector('[data-stand-in]');
            }""";

    private static final String ANSWER = """
            index => document.querySelectorAll('main form[method="post"]')[index].querySelectorAll('[data-answer]')
              .forEach(field => field.value = 'Typed answer')""";

    private static final String READ = """
            index => [...document.querySelectorAll('main form[method="post"]')[index].elements]
              .filter(field => field.name && !field.disabled
                && !field.matches('[type=hidden], [type=file], [type=password], button, fieldset'))
              .map(field => field.name + '=' + (field.matches('[type=checkbox], [type=radio]')
                ? field.value + ':' + field.checked : field.value))""";

    private final Shop shop = new Shop();
    private final SignedInUser owner = shop.tenant.owner;

    @Test
    void aSessionThatEndedCostsNothingInAnyFormOfAWholePage() {
        List<String> addresses = addresses();
        Set<String> walked = new TreeSet<>();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(owner);
            addresses.add(mapping(browser, page));
            addresses.add(row(browser, page));
            for (String address : addresses) {
                page.navigate(browser.url(address));
                int forms = page.locator("main form[method=post]").count();
                for (int i = 0; i < forms; i++) {
                    if (i > 0) {
                        page.navigate(browser.url(address));
                    }
                    if (((List<?>) page.evaluate(READ, i)).isEmpty()
                            && page.locator("main form[method=post]")
                                            .nth(i)
                                            .locator("[type=file]")
                                            .count()
                                    == 0) {
                        continue;
                    }
                    walked.add(action(page, i));
                    walk(browser, page, address, i);
                }
            }
        }
        assertThat(Routes.pages().stream()
                        .filter(route -> route.method().equals("POST"))
                        .map(Routes.Route::path)
                        .filter(path -> !BUTTONS.contains(path)
                                && !SCRIPTS.matcher(path).matches()
                                && !path.equals(SAME_FORM)
                                && !path.equals(PASSWORDS)))
                .containsExactlyInAnyOrderElementsOf(walked);
    }

    private void walk(Browser browser, Page page, String address, int form) {
        String what = address + ", form " + form;
        page.evaluate(FILL, form);
        page.waitForFunction(ASKED, form);
        page.evaluate(ANSWER, form);
        var own = page.locator("main form[method=post]").nth(form);
        var file = own.locator("[type=file]");
        if (file.count() > 0) {
            file.setInputFiles(LIST);
        }
        boolean secret = file.count() > 0 || own.locator("[type=password]").count() > 0;
        Object typed = page.evaluate(READ, form);
        List<Cookie> session = browser.context().cookies();
        browser.context().clearCookies();
        page.evaluate("index => document.querySelectorAll('main form[method=\"post\"]')[index].requestSubmit()", form);
        page.waitForURL(url -> url.contains("/sign-in"));
        assertThat(page.evaluate("JSON.stringify({...sessionStorage})").toString())
                .as(what)
                .doesNotContain(PASSWORD, "_csrf");
        if (form == 0 && address.startsWith("/leads")) {
            signIn(page, owner);
            page.waitForURL(browser.url(address));
        } else { // the session comes back, which is quicker than to sign in forty times
            String to = page.locator("#sign-in [name=to]").inputValue();
            assertThat(to).isEqualTo(address);
            browser.context().addCookies(session);
            page.navigate(browser.url(to));
        }
        page.waitForFunction(ASKED, form);
        assertThat(page.evaluate(READ, form)).as(what).isEqualTo(typed);
        assertThat(typed.toString()).as(what).doesNotContain("undefined");
        if (secret) {
            assertThat(page.locator("#kept")).containsText("Passwords and files are not kept");
        } else {
            assertThat(page.locator("#kept")).containsText("What you typed is back");
        }
        page.evaluate("sessionStorage.clear()");
    }

    private static void signIn(Page page, SignedInUser user) {
        page.getByLabel("E-mail").fill(user.email());
        page.getByLabel("Password").fill(TestTenant.PASSWORD);
        page.locator("#sign-in button[type=submit]").click();
    }

    /** The route that the form is sent to, as the routes table has it. */
    private static String action(Page page, int form) {
        String path = page.locator("main form[method=post]")
                .nth(form)
                .getAttribute("action")
                .replaceFirst("\\?.*", "");
        return Routes.pages().stream()
                .filter(route -> route.method().equals("POST"))
                .map(route -> PathPatternParser.defaultInstance.parse(route.path()))
                .filter(pattern -> pattern.matches(PathContainer.parsePath(path)))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .orElseThrow()
                .getPatternString();
    }

    private List<String> addresses() {
        long tenant = shop.tenant.id;
        long customer = shop.customer("Ada Oaks", "937-555-0142", "12 Oak St");
        long second = shop.customer("Ada Oakes", "937-555-0142", "12 Oak St");
        long third = shop.customer("A. Oaks", "937-555-0142", "14 Oak St");
        List<Long> places = owner.caller()
                .call(() -> Stream.of(customer, second, third)
                        .map(one -> Server.bean(Locations.class)
                                .ofCustomer(tenant, one)
                                .getFirst()
                                .id())
                        .toList());
        var booking = shop.booking("Jordan Reyes", "937-555-0143");
        shop.tenant.api();
        long lead = owner.caller().call(() -> {
            Server.bean(TagTypes.class).add(tenant, new TagType.Details("VIP"));
            for (String kind : List.of("customer", "location")) {
                Server.bean(CustomFieldTypes.class).add(tenant, kind, "Gate code", DataType.Text, List.of());
            }
            Server.bean(Claims.class).claim(tenant, booking.id());
            return Server.bean(ConvertToLead.class)
                    .of(tenant, booking.id(), new ConvertToLead.Answer(shop.reason, null, shop.campaign, null))
                    .id();
        });
        long jobType = owner.caller().call(() -> {
            long type = Server.bean(JobTypes.class)
                    .add(tenant, new JobType.Details("A check", List.of()))
                    .id();
            long field = Server.bean(CustomFieldTypes.class)
                    .add(tenant, "job", "Pets", DataType.Text, null)
                    .id();
            Server.bean(BookingScripts.class).ask(tenant, type, field, true, null);
            return type;
        });
        Visitor visitor = Visitor.signedIn(owner);
        visitor.get("/settings/webhooks/new");
        visitor.get("/settings/address-lookup");
        visitor.post("/settings/address-lookup", "provider", "Census", "callsASecond", "1", "callsADay", "100");
        visitor.post("/settings/webhooks", "url", "http://127.0.0.1:9/", "events", "BOOKING_CREATED");
        visitor.post(
                "/settings/telephone-systems",
                "name",
                "Twilio",
                "accountSid",
                "AC0123456789abcdef0123456789abcdef",
                "authToken",
                "0123456789abcdef0123456789abcdef");
        List<String> addresses = new ArrayList<>(List.of(
                "/customers/new",
                "/customers/" + customer + "/locations/new",
                "/customers/" + customer + "/use",
                "/customers/merge?keep=" + customer + "&with=" + second,
                "/customers/merge/several?id=" + customer + "&id=" + second + "&id=" + third,
                "/locations/merge?keep=" + places.get(0) + "&with=" + places.get(1),
                "/locations/merge/several?id=" + places.get(0) + "&id=" + places.get(1) + "&id=" + places.get(2),
                "/jobs/new",
                "/leads/new",
                "/leads/new?customer=" + customer,
                "/leads/" + lead,
                "/leads/" + lead + "/book",
                "/account",
                "/settings/company",
                "/settings/blocked-numbers",
                "/settings/calls",
                "/settings/opening-hours",
                "/settings/messages",
                "/settings/messages/appointments",
                "/settings/address-lookup",
                "/settings/booking-pages/" + shop.provider.id(),
                "/settings/api-access/connect",
                "/settings/api-access/apps/new",
                first(visitor, "/settings/api-access", "/settings/api-access/apps/\\d+"),
                first(visitor, "/settings/api-access", "/settings/api-access/connections/\\d+/origins"),
                "/settings/webhooks/new",
                first(visitor, "/settings/webhooks", "/settings/webhooks/\\d+"),
                first(visitor, "/settings/webhooks", "/settings/webhooks/\\d+") + "/edit",
                "/settings/telephone-systems/new",
                first(visitor, "/settings/telephone-systems", "/settings/telephone-systems/\\d+"),
                first(visitor, "/settings/telephone-systems", "/settings/telephone-systems/\\d+") + "/edit",
                "/settings/imports/new?kind=Leads",
                "/settings/job-types/" + shop.jobType,
                "/settings/job-types/" + jobType + "/script",
                first(visitor, "/settings/job-types/" + jobType + "/script", "/settings/job-types/\\d+/script/\\d+")));
        addresses.addAll(jobs(customer, places.getFirst()));
        all(visitor.get("/settings/company").body(), "/settings/[a-z-]+").stream()
                .map(kind -> kind + "/new")
                .filter(kind ->
                        !addresses.contains(kind) && visitor.get(kind).body().contains("<h1>Add "))
                .forEach(addresses::add);
        return addresses;
    }

    /** A job that waits, the form for its details, one whose cancellation can be taken back, and one that can be reopened. */
    private List<String> jobs(long customer, long location) {
        long tenant = shop.tenant.id;
        return owner.caller().call(() -> {
            long lee = Server.bean(Technicians.class)
                    .add(tenant, new Technician.Details("Lee Ortiz", null, null, null))
                    .id();
            if (Server.bean(JobHoldReasons.class).choices(tenant).isEmpty()) {
                Server.bean(JobHoldReasons.class).addStarters(tenant);
                Server.bean(JobCancelReasons.class).addStarters(tenant);
            }
            List<Long> jobs = Stream.of(1, 2, 3)
                    .map(one -> Server.bean(Jobs.class).book(tenant, shop.jobDraft(customer, location)))
                    .toList();
            for (long job : jobs.subList(1, 3)) {
                long first = Server.bean(Appointments.class)
                        .ofJob(tenant, job)
                        .getFirst()
                        .id();
                Server.bean(AssignTechnicians.class)
                        .assign(tenant, first, List.of(lee), new FieldErrors(), Precondition.NONE);
                Server.bean(WorkAppointment.class).act(tenant, first, AppointmentAct.DISPATCH, Precondition.NONE);
                Server.bean(WorkAppointment.class).act(tenant, first, AppointmentAct.START, Precondition.NONE);
                if (job == jobs.getLast()) {
                    Server.bean(WorkAppointment.class).act(tenant, first, AppointmentAct.FINISH, Precondition.NONE);
                }
            }
            long reason = Server.bean(JobCancelReasons.class)
                    .choices(tenant)
                    .getFirst()
                    .id();
            Server.bean(CancelJob.class)
                    .cancel(tenant, jobs.get(1), reason, null, new FieldErrors(), Precondition.NONE);
            return List.of(
                    "/jobs/" + jobs.getFirst(),
                    "/jobs/" + jobs.getFirst() + "/edit",
                    "/jobs/" + jobs.get(1),
                    "/jobs/" + jobs.getLast());
        });
    }

    /** The page that asks what the columns of a list are. */
    private static String mapping(Browser browser, Page page) {
        page.navigate(browser.url("/settings/imports/new?kind=Leads"));
        page.setInputFiles("[type=file]", LIST);
        page.locator("main form[enctype] button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/settings/imports/\\d+").asMatchPredicate());
        return page.url().substring(browser.url("").length());
    }

    /** The page of a row of a list that was looked at. */
    private String row(Browser browser, Page page) {
        page.navigate(browser.url(mapping(browser, page)));
        page.getByLabel("Campaign", new Page.GetByLabelOptions().setExact(true)).selectOption("" + shop.campaign);
        page.getByLabel("First follow-up").fill("2199-04-01T09:00");
        page.getByText("Show what would happen").click();
        page.getByLabel("Change row 2").waitFor();
        return page.getByLabel("Change row 2").getAttribute("href");
    }

    private static String first(Visitor visitor, String page, String pattern) {
        return all(visitor.get(page).body(), pattern).stream().findFirst().orElseThrow();
    }

    private static Set<String> all(String html, String pattern) {
        return Pattern.compile("href=\"(" + pattern + ")\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theWayBackAndAReloadSendNoRefusedFormAgain() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(owner);
            page.navigate(browser.url("/customers/new"));
            page.locator("#f-name").fill("Ada Lowell");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".cb-problem")).containsText("Nothing is saved yet");
            assertThat(page).hasURL(browser.url("/customers/new"));
            page.reload();
            assertThat(page.locator("#kept")).containsText("What you typed is back; it is not saved yet.");
            assertThat(page.locator("#f-name")).hasValue("Ada Lowell");
            Browser.shot(page, "kept-form");
            page.locator("#kept button").click();
            assertThat(page.locator("#f-name")).hasValue("");

            page.navigate(browser.url("/settings/tag-types/new"));
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("#name")).hasAttribute("aria-invalid", "true");
            assertThat(page).hasURL(browser.url("/settings/tag-types/new"));
            page.locator("#name").fill("VIP");
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".cb-toast")).containsText("VIP is added.");
            assertThat(page.goBack().request().method()).isEqualTo("GET");
            assertThat(page).hasURL(browser.url("/settings/tag-types/new"));
            assertThat(page.locator("#name")).hasValue(""); // saved: it is not kept
            assertThat(page.locator("#kept")).isHidden();
        }
    }

    @Test
    void aFormOlderThanTheSessionLeadsBackToItselfAndIsNotSentByItself() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(owner);
            page.navigate(browser.url("/settings/tag-types/new"));
            page.locator("#name").fill("VIP");
            page.evaluate("document.querySelector('main [name=_csrf]').value = 'stale'");
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("h1")).hasText("Not allowed");
            page.locator("#kept").getByText("Back to the form").click();
            assertThat(page).hasURL(browser.url("/settings/tag-types/new"));
            assertThat(page.locator("#name")).hasValue("VIP");
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".cb-toast")).containsText("VIP is added.");
        }
    }

    @Test
    void whatOnePersonTypedIsNotShownToTheNext() {
        SignedInUser manager = shop.tenant.user(Role.Manager);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(owner);
            page.navigate(browser.url("/settings/tag-types/new"));
            page.locator("#name").fill("Between us");
            browser.context().clearCookies();
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("#kept")).containsText("What you typed is kept.");
            Browser.shot(page, "kept-form-sign-in");
            signIn(page, manager);
            assertThat(page).hasURL(browser.url("/settings/tag-types/new"));
            assertThat(page.locator("#name")).hasValue("");
            page.waitForLoadState();
            assertThat(page.evaluate("sessionStorage.getItem('callboard-form')"))
                    .isNull();

            page.evaluate("sessionStorage.setItem('callboard-draft/1/2/3', 'Typed')");
            page.locator(".cb-user").click();
            page.getByText("Sign out").click();
            assertThat(page.getByText("You are signed out.")).isVisible();
            page.waitForFunction("!sessionStorage.getItem('callboard-draft/1/2/3')");
        }
    }

    @Test
    void signingInLeadsToNoOtherServer() {
        for (String to : List.of("//evil.test", "/\\evil.test", "https://evil.test")) {
            Visitor visitor = new Visitor();
            visitor.get("/sign-in");
            assertThat(visitor.post("/sign-in", "email", owner.email(), "password", TestTenant.PASSWORD, "to", to)
                            .location())
                    .isEqualTo("/calls");
        }
    }
}

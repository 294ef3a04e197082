package org.callboard.web.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.calls.Switchboard;
import org.callboard.phonelines.RingGroup;
import org.callboard.phonelines.RingGroups;
import org.callboard.phonelines.TakingCalls;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A manager sets up how a telephone system tells of calls, and sees what it sent. */
class TelephoneSystemPagesTest {

    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "feedfacefeedfacefeedfacefeedface";
    private static final String SYSTEMS = "/settings/telephone-systems";

    private final Switchboard board = new Switchboard();

    @Test
    void whatIsPastedAtTwilioIsXmlWithTheAddressOfTheAccount() throws Exception {
        board.run("update app_user set telephone = 'client:ann&ben' where id = " + board.ann.id());
        try (ConfigurableApplicationContext node = Server.startNodeCalled("https://crm.example.com")) {
            Visitor manager =
                    new Visitor("http://localhost:" + node.getEnvironment().getProperty("local.server.port"));
            manager.signIn(board.shop.tenant.user(Role.Manager).email(), TestTenant.PASSWORD);
            manager.get(SYSTEMS + "/new");
            manager.post(SYSTEMS, "name", "Twilio", "accountSid", ACCOUNT, "authToken", TOKEN);
            long id = board.sql("select max(id) from telephone_system");
            String page = manager.get(SYSTEMS + "/" + id).body();
            assertThat(page).doesNotContain(TOKEN).contains("Nothing has come yet.", "Website, (937) 555-0100");
            String twiml = HtmlUtils.htmlUnescape(page.replaceFirst("(?s).*<pre[^>]*id=\"twiml-\\d+\"[^>]*>", "")
                    .replaceFirst("(?s)</pre>.*", ""));
            Document xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(twiml)));
            Element dialed = (Element) xml.getElementsByTagName("Client").item(0);
            assertThat(dialed.getTextContent()).isEqualTo("ann&ben");
            String token = board.shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                    .sql("select token from telephone_system where id = ?")
                    .param(id)
                    .query(String.class)
                    .single());
            assertThat(dialed.getAttribute("statusCallback"))
                    .isEqualTo("https://crm.example.com/telephone/twilio/" + token + "?line=" + board.line
                            + "#rc=3&rp=all");
            manager.post(SYSTEMS + "/" + id + "/address");
            assertThat(manager.get(SYSTEMS + "/" + id).body()).doesNotContain(token);
        }
    }

    /** Of the number's group, or of everybody. */
    @Test
    void theTelephonesOfThoseWhoTakeCallsRingAndWhereNobodyDoesAll() {
        SignedInUser manager = board.shop.tenant.user(Role.Manager);
        telephone(board.ann, "+19375550171");
        telephone(board.ben, "+19375550172");
        telephone(manager, "+19375550173");
        Visitor visitor = Visitor.signedIn(manager);
        visitor.get(SYSTEMS + "/new");
        visitor.post(SYSTEMS, "name", "Twilio", "accountSid", ACCOUNT, "authToken", TOKEN);
        String path = SYSTEMS + "/" + board.sql("select max(id) from telephone_system");
        takes(board.ann, false);
        assertThat(visitor.get(path).body())
                .contains("+19375550172&lt;/", leftOut(board.ann, manager))
                .doesNotContain("+19375550171&lt;/", "+19375550173&lt;/");
        board.as(() -> {
            RingGroup.Details group =
                    new RingGroup.Details("Service", List.of(board.ann.id(), board.ben.id(), manager.id()));
            board.run("update own_number set ring_group_id = "
                    + Server.bean(RingGroups.class).add(board.tenant, group).id());
            return group;
        });
        takes(manager, true);
        assertThat(visitor.get(path).body())
                .contains("+19375550172&lt;/", "+19375550173&lt;/", leftOut(board.ann))
                .doesNotContain("+19375550171&lt;/", "so their telephones ring all the same");
        takes(board.ben, false);
        takes(manager, false);
        assertThat(visitor.get(path).body())
                .contains(
                        "+19375550171&lt;/",
                        "+19375550172&lt;/",
                        "+19375550173&lt;/",
                        "so their telephones ring all the same")
                .doesNotContain("Left out");
    }

    /** Whoever takes calls without a telephone rings nowhere, so that somebody else must. */
    @Test
    void whoTakesCallsWithoutATelephoneLeavesNobodyOut() {
        SignedInUser manager = board.shop.tenant.user(Role.Manager);
        telephone(board.ben, "+19375550172");
        takes(board.ben, false);
        Visitor visitor = Visitor.signedIn(manager);
        visitor.get(SYSTEMS + "/new");
        visitor.post(SYSTEMS, "name", "Twilio", "accountSid", ACCOUNT, "authToken", TOKEN);
        String path = SYSTEMS + "/" + board.sql("select max(id) from telephone_system");
        assertThat(visitor.get(path).body())
                .contains("+19375550172&lt;/", "so their telephones ring all the same")
                .doesNotContain("Left out", "Nobody who answers this number");
    }

    @Test
    void whoIsBeyondTheTenThatRingAtOnceIsNamed() {
        SignedInUser manager = board.shop.tenant.user(Role.Manager);
        List<SignedInUser> users = Stream.concat(
                        Stream.of(board.ann, board.ben),
                        Stream.generate(() -> board.shop.tenant.user(Role.CSR)).limit(9))
                .toList();
        for (int i = 0; i < users.size(); i++) {
            telephone(users.get(i), "+193755501" + (60 + i));
        }
        Visitor visitor = Visitor.signedIn(manager);
        visitor.get(SYSTEMS + "/new");
        visitor.post(SYSTEMS, "name", "Twilio", "accountSid", ACCOUNT, "authToken", TOKEN);
        String page = visitor.get(SYSTEMS + "/" + board.sql("select max(id) from telephone_system"))
                .body();
        assertThat(page)
                .contains(
                        "+19375550169&lt;/",
                        "Left out, since ten telephones ring at once at most: "
                                + users.getLast().displayName() + ".")
                .doesNotContain("+19375550170&lt;/", "Left out, since they");
    }

    private void telephone(SignedInUser user, String number) {
        board.run("update app_user set telephone = '" + number + "' where id = " + user.id());
    }

    private void takes(SignedInUser user, boolean taking) {
        user.caller().run(() -> Server.bean(TakingCalls.class).set(board.tenant, user.id(), taking));
    }

    private static String leftOut(SignedInUser... users) {
        return "Left out, since they are not taking calls now: "
                + Arrays.stream(users).map(SignedInUser::displayName).collect(Collectors.joining(", ")) + ".";
    }

    /** What was sent last leads to the call that it is about. */
    @Test
    void anEventLeadsToItsCall() {
        long call = board.missed("m", Switchboard.caller()).id();
        board.run("insert into telephone_event (tenant_id, system_id, received_on, body, worked_on, call_id) values ("
                + board.tenant + ", " + board.system + ", now(), '{\"event\": \"missed\"}', now(), " + call + ")");
        Visitor manager = Visitor.signedIn(board.shop.tenant.user(Role.Manager));
        assertThat(manager.get(SYSTEMS + "/" + board.system).body())
                .contains("href=\"/calls/phone/" + call + "\">Call " + call);
        assertThat(manager.get("/calls/phone/" + call).status()).isEqualTo(200);
    }

    @Test
    void whatASystemSentIsShownAsItCame() {
        board.run("insert into telephone_event (tenant_id, system_id, received_on, body, worked_on) select "
                + board.tenant
                + ", " + board.system
                + ", now(), jsonb_build_object('callId', 'pbx-' || n, 'event', 'ringing', 'from', '<b>+1'), now() from"
                + " generate_series(1, 25) n");
        Visitor manager = Visitor.signedIn(board.shop.tenant.user(Role.Manager));
        String page = manager.get(SYSTEMS + "/" + board.system).body();
        assertThat(page).contains("pbx-25", "&lt;b&gt;+1").doesNotContain("pbx-5&quot;", "<b>+1");
        String older = HtmlUtils.htmlUnescape(
                page.replaceFirst("(?s).*href=\"(" + SYSTEMS + "/\\d+\\?before=\\d+)\".*", "$1"));
        assertThat(manager.get(older).body()).contains("pbx-5&quot;").doesNotContain("pbx-25");
        manager.post(SYSTEMS + "/" + board.system, "name", "Front desk");
        assertThat(manager.get(SYSTEMS).body()).contains("Front desk");
    }

    @Test
    void aManagerSetsTwilioUpAndSeesWhatComes() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.shop.tenant.user(Role.Manager));
            page.navigate(browser.url(SYSTEMS));
            page.getByText("Add Twilio").first().click();
            Browser.shot(page, "telephone-1-new");
            page.getByLabel("Account SID").fill(ACCOUNT);
            page.getByLabel("Auth token").fill(TOKEN);
            page.locator("main form button[type=submit]").first().click();
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Twilio");
            PlaywrightAssertions.assertThat(page.getByText("Nothing has come yet."))
                    .isVisible();
            long id = board.sql("select max(id) from telephone_system");
            board.run("insert into telephone_event (tenant_id, system_id, received_on, body, refused) select "
                    + board.tenant + ", " + id + ", now(), jsonb_build_object('fields', jsonb_build_object('CallSid',"
                    + " jsonb_build_array('CA1'), 'CallStatus', jsonb_build_array('ringing'), 'From',"
                    + " jsonb_build_array('+19375550142'))), r from unnest(array['Signature', null]) r");
            PlaywrightAssertions.assertThat(page.getByText("Refused: the signature does not match"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
            Browser.shot(page, "telephone-2-system");
            page.locator("details summary").first().click();
            page.setViewportSize(390, 844);
            Browser.shot(page, "telephone-3-narrow");
            page.navigate(browser.url(SYSTEMS));
            Browser.shot(page, "telephone-4-systems");
        }
    }

    @Test
    void everyWrongFieldIsNamed() {
        Visitor manager = Visitor.signedIn(board.shop.tenant.user(Role.Manager));
        manager.get(SYSTEMS + "/new");
        Visitor.Answer answer = manager.post(SYSTEMS, "name", "", "accountSid", "x", "authToken", "", "sharedKey", "x");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("name-error", "accountSid-error", "authToken-error", "sharedKey-error");
    }
}

package org.callboard.web.messages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Confirmations;
import org.callboard.mail.Channel;
import org.callboard.mail.MessageState;
import org.callboard.mail.Sender;
import org.callboard.mail.Senders;
import org.callboard.testing.Browser;
import org.callboard.testing.Eventually;
import org.callboard.testing.Inquirer;
import org.callboard.testing.PostOffice;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.callboard.wordings.MessageWords;
import org.junit.jupiter.api.Test;

/** A manager writes the company's words and sees what became of what was said. */
class MessagesPagesTest {

    private final Inquirer inquirer = new Inquirer();
    private final SignedInUser pat = inquirer.shop.tenant.user(Role.Manager);

    @Test
    void theWordsAreSavedAndEmptyOnesAreOurs() {
        Visitor manager = Visitor.signedIn(pat);
        assertThat(manager.get("/settings/messages").body()).contains("{company}: we have your request");
        Visitor.Answer saved = manager.post(
                "/settings/messages",
                "byMail",
                "true",
                "subject",
                "We heard you, {name}",
                "body",
                "Hello {name},\r\n\r\nthanks. {company}",
                "textBody",
                "",
                "senderName",
                "Oak Heating",
                "replyTo",
                "desk@oak.test");
        assertThat(saved.location()).isEqualTo("/settings/messages");
        assertThat(words())
                .isEqualTo(new MessageWords(
                        true,
                        "We heard you, {name}",
                        "Hello {name},\n\nthanks. {company}",
                        false,
                        Confirmations.STANDARD.textBody()));
        assertThat(sender()).isEqualTo(new Sender("Oak Heating", "desk@oak.test"));

        manager.post("/settings/messages", "byText", "true", "subject", " ", "body", "", "textBody", "");
        MessageWords ours = Confirmations.STANDARD;
        assertThat(words()).isEqualTo(new MessageWords(false, ours.subject(), ours.body(), true, ours.textBody()));
        assertThat(sender()).isEqualTo(new Sender(null, null));
    }

    @Test
    void whatIsWrongIsNamedAndWhatWasTypedStays() {
        Visitor manager = Visitor.signedIn(pat);
        manager.get("/settings/messages");
        for (String path : List.of("/settings/messages", "/settings/messages/test")) {
            Visitor.Answer answer = manager.post(
                    path,
                    "subject",
                    "Hi {nmae}\r\nBcc: all@world.test",
                    "body",
                    "{name} {a} { b } ${7*7} #{x} {a}",
                    "textBody",
                    "x".repeat(301),
                    "senderName",
                    "Oak\r\nBcc: all@world.test",
                    "replyTo",
                    "a@b.test, c@d.test");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("{nmae} is not a placeholder. There are {name}, {company}, {summary}, {start},")
                    .contains("{a}, {b}, {7*7}, {x} are not placeholders.")
                    .contains("At most 300 characters are allowed.")
                    .contains("One line is expected.")
                    .contains("One e-mail address is expected, such as office@company.example.")
                    .contains("value=\"a@b.test, c@d.test\"");
        }
        assertThat(words()).isEqualTo(Confirmations.STANDARD);
        assertThat(sender()).isEqualTo(new Sender(null, null));
    }

    @Test
    void othersThanManagersSeeNoneOfIt() {
        long id = inquirer.message(inquirer.ask()).id();
        Visitor csr = Visitor.signedIn(inquirer.shop.tenant.user(Role.CSR));
        for (String page : List.of("/settings/messages", "/settings/outbox", "/settings/outbox/" + id)) {
            assertThat(csr.get(page).status()).as(page).isEqualTo(403);
        }
        csr.get("/calls");
        assertThat(csr.post("/settings/outbox/" + id + "/again").status()).isEqualTo(403);
        assertThat(csr.post("/settings/messages/test", "subject", "s", "body", "b")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void thePreviewFollowsTheTypingAndATestArrives() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(pat);
            page.navigate(browser.url("/settings/messages"));
            Locator preview = page.locator("#preview");
            assertThat(preview).containsText("Hello Jordan Reyes,");
            assertThat(preview).containsText("12 Oak Street, Apt 4, Dayton, OH 45402");
            Browser.shot(page, "messages-1");

            page.getByLabel("Subject").fill("Hi {name}");
            page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill("<b>{company}</b> has it. {who}");
            assertThat(preview.locator(".cb-letter-subject")).hasText("Hi Jordan Reyes");
            assertThat(preview.locator(".cb-error")).containsText("{who} is not a placeholder");
            assertThat(preview).containsText("<b>Test company " + inquirer.tenant + "</b> has it.");
            Browser.shot(page, "messages-2-wrong");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .click();
            assertThat(page.locator("#body-error")).containsText("{who} is not a placeholder");
            assertThat(page.locator("#body")).isFocused();

            page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill("<b>{company}</b> has it.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send a test to me"))
                    .click();
            assertThat(page.locator(".cb-toast")).hasText("A test is on its way to " + pat.email() + ".");
            assertThat(page).hasURL(browser.url("/settings/messages"));
            assertThat(page.getByLabel("Subject")).hasValue("Hi {name}");
            Eventually.is(1, () -> PostOffice.mailsTo(pat.email()).size());
            assertThat(PostOffice.mailsTo(pat.email()).getFirst().getSubject()).isEqualTo("Hi Jordan Reyes");
            assertThat(words()).isEqualTo(Confirmations.STANDARD);
        }
    }

    @Test
    void theOutboxShowsEveryStateAndSendsAgainWhatFailed() {
        long failed = inquirer.ask(Inquirer.contact("Email", "a,b@c.test"));
        long sent = inquirer.ask();
        inquirer.await(sent, MessageState.Sent);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(pat);
            page.navigate(browser.url("/settings/outbox"));
            assertThat(page.locator("tbody tr")).hasCount(2);
            assertThat(page.locator("tbody tr").first()).containsText("Booking " + sent);
            assertThat(page.locator(".cb-warning")).containsText("1 message needs your decision");
            Browser.shot(page, "outbox-1");
            page.locator(".cb-filter").getByText("Failed").click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("tbody a.cb-row-name").click();
            assertThat(page.locator("main")).containsText("This is no address that mail can be sent to.");
            Browser.shot(page, "outbox-2-failed");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send again"))
                    .click();
            page.locator("#confirm button[value=yes]").click();
            assertThat(page.locator(".cb-toast")).hasText("The message is sent again.");
            inquirer.await(failed, MessageState.Failed);
            page.reload();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator(".cb-answer")).containsText("can't be made a mail");

            page.getByText("Booking " + failed).click();
            page.locator(".inquiry-history summary").click();
            assertThat(page.locator(".history")).containsText("confirmation queued again");
        }
        Visitor manager = Visitor.signedIn(pat);
        manager.get("/settings/outbox");
        Visitor.Answer again =
                manager.post("/settings/outbox/" + inquirer.message(sent).id() + "/again");
        assertThat(again.location())
                .isEqualTo("/settings/outbox/" + inquirer.message(sent).id());
        assertThat(manager.get(again.location()).body()).contains("This message is not one that failed");
    }

    @Test
    void theOutboxIsPaged() {
        inquirer.shop.tenant.caller.run(() -> {
            for (int i = 0; i < 51; i++) {
                inquirer.store("office", Channel.Mail, "Paged " + i);
            }
        });
        Visitor manager = Visitor.signedIn(pat);
        assertThat(manager.get("/settings/outbox").body())
                .contains("Paged 50<", "Older →")
                .doesNotContain("Paged 0<", "Newer");
        assertThat(manager.get("/settings/outbox?page=2").body())
                .contains("Paged 0<", "Newer")
                .doesNotContain("Paged 1<", "Older →");
        for (String odd : List.of("page=0", "page=-5", "page=2147483647", "show=nonsense")) {
            assertThat(manager.get("/settings/outbox?" + odd).status()).as(odd).isEqualTo(200);
        }
        assertThat(manager.get("/settings/outbox?page=x").status()).isEqualTo(404);
    }

    @Test
    void itLooksWellInTheDarkAndOnATelephone() {
        inquirer.await(inquirer.ask(), MessageState.Sent);
        long id = inquirer.message(inquirer.ask(Inquirer.contact("Email", "a,b@c.test")))
                .id();
        for (String size : List.of("dark", "small")) {
            try (Browser browser = size.equals("dark") ? Browser.openDark() : Browser.openSmall()) {
                Page page = browser.signIn(pat);
                for (String path : List.of("messages", "outbox", "outbox/" + id)) {
                    page.navigate(browser.url("/settings/" + path));
                    Browser.shot(page, path.replace("/" + id, "-one") + "-" + size);
                    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                            .as("nothing of " + path + " sticks out")
                            .isTrue();
                }
            }
        }
    }

    private MessageWords words() {
        return inquirer.shop.tenant.caller.call(
                () -> Server.bean(Confirmations.class).words(inquirer.tenant));
    }

    private Sender sender() {
        return inquirer.shop.tenant.caller.call(() -> Server.bean(Senders.class).get(inquirer.tenant));
    }
}

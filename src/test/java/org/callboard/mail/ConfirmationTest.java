package org.callboard.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingDetails;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.Confirmations;
import org.callboard.bookings.NewBooking;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.testing.Api;
import org.callboard.testing.Inquirer;
import org.callboard.testing.PostOffice;
import org.callboard.testing.Server;
import org.callboard.testing.Variant;
import org.callboard.wordings.MessageWords;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who asks through a provider that wants it gets a mail that says so, once. */
class ConfirmationTest {

    private final Inquirer inquirer = new Inquirer();

    @Test
    void aBookingThatAsksForItIsConfirmedInTheCompanysWords() throws Exception {
        words(new MessageWords(
                true,
                "Hi {name}",
                "{company} has it: {summary}\nWhere: {address}\nWhen: {start}\nTel: {phone}\nNo. {booking}",
                false,
                "x"));
        inquirer.shop.tenant.caller.run(
                () -> Server.bean(Senders.class).update(inquirer.tenant, "Oak Heating", "desk@oak.test"));

        long booking = inquirer.ask();
        Message message = inquirer.await(booking, MessageState.Sent);

        List<MimeMessage> mails = PostOffice.mailsTo(inquirer.email);
        assertThat(mails).hasSize(1);
        MimeMessage mail = mails.getFirst();
        assertThat(mail.getSubject()).isEqualTo("Hi Jordan Reyes");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress(PostOffice.FROM, "Oak Heating"));
        assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("desk@oak.test"));
        assertThat(mail.getHeader("To")).containsExactly("Jordan Reyes <" + inquirer.email + ">");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID())
                .isEqualTo("<" + message.messageId() + ">")
                .matches("<booking-" + booking + "\\." + inquirer.tenant + "\\.[0-9a-f]{20}@callboard\\.test>");
        String company = "Test company " + inquirer.tenant;
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo("""
                %s has it: No heat since <last> night
                Where: 12 Oak St, Dayton, OH 45402
                When: Tuesday, December 1, 2026, 9:30 AM
                No. %d""".formatted(company, booking));
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("No heat since &lt;last&gt; night<br>")
                .doesNotContain("<last>");

        assertThat(inquirer.history(booking)).hasSize(2).first().isEqualTo("confirmation queued");
        assertThat(inquirer.history(booking).getLast()).startsWith("confirmation sent: 250");
        assertThat(inquirer.attempts(message)).hasSize(1);
        assertThat(inquirer.attempts(message).getFirst().answer()).startsWith("250");
    }

    @Test
    void withoutWordsOfItsOwnACompanyUsesOurs() throws Exception {
        long booking = inquirer.ask(Inquirer.contact("Phone", "937 555 0142") + ","
                + Inquirer.contact("Email", inquirer.email) + "," + Inquirer.contact("Email", "second@inquirer.test"));
        inquirer.await(booking, MessageState.Sent);

        MimeMessage mail = PostOffice.mailsTo(inquirer.email).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Test company " + inquirer.tenant + ": we have your request");
        assertThat(mail.getReplyTo()).containsExactly(new InternetAddress(PostOffice.FROM));
        assertThat(((MimeMultipart) mail.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString())
                .startsWith("Hello Jordan Reyes,")
                .contains("Phone: (937) 555-0142")
                .contains("Request number " + booking);
    }

    @Test
    void theSameRequestAgainIsConfirmedOnce() {
        Api.Answer first = inquirer.post(Inquirer.contact("Email", inquirer.email), true, 7001, "Idempotency-Key", "k");
        Api.Answer again = inquirer.post(Inquirer.contact("Email", inquirer.email), true, 7001, "Idempotency-Key", "k");
        Api.Answer withoutKey = inquirer.post(Inquirer.contact("Email", inquirer.email), true, 7001);

        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(withoutKey.status()).isEqualTo(409);
        long booking = first.json().get("id").longValue();
        inquirer.await(booking, MessageState.Sent);
        assertThat(PostOffice.mailsTo(inquirer.email)).hasSize(1);
    }

    @Test
    void whatIsRolledBackIsNotConfirmed() {
        NewBooking asked = asked();
        inquirer.shop.tenant.caller.run(() -> Server.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> {
                    Booking booking =
                            Server.bean(Bookings.class).create(inquirer.tenant, inquirer.shop.provider.id(), asked);
                    assertThat(inquirer.message(booking.id()).state()).isEqualTo(MessageState.Queued);
                    status.setRollbackOnly();
                }));
        assertThat(count("select count(*) from outgoing_message")).isZero();
        assertThat(count("select count(*) from scheduled_tasks where task_instance like '" + inquirer.tenant + ":%'"))
                .isZero();
    }

    @Test
    void withoutTheWishOrAnAddressThereIsNoMailAndTheHistorySaysWhy() {
        long unasked = inquirer.post(Inquirer.contact("Email", inquirer.email), false, 7002)
                .json()
                .get("id")
                .longValue();
        assertThat(inquirer.messages(unasked)).isEmpty();
        assertThat(inquirer.history(unasked)).isEmpty();

        long unreachable = inquirer.ask(Inquirer.contact("Phone", "937 555 0142"));
        assertThat(inquirer.messages(unreachable)).isEmpty();
        assertThat(inquirer.history(unreachable))
                .containsExactly("confirmation not sent: No e-mail address was given.");

        words(new MessageWords(false, "s", "b", false, "t"));
        long off = inquirer.ask();
        assertThat(inquirer.messages(off)).isEmpty();
        assertThat(inquirer.history(off))
                .containsExactly("confirmation not sent: Confirmations are switched off in the settings.");
    }

    @Test
    void whoWantsNoMailGetsNone() {
        long customer = customerWith(inquirer.email.toUpperCase());
        long before = inquirer.ask();
        inquirer.await(before, MessageState.Sent);
        sql("update customer set do_not_mail = true where id = " + customer);

        long booking = inquirer.ask();
        Message message = inquirer.message(booking);
        assertThat(message.state()).isEqualTo(MessageState.Suppressed);
        assertThat(inquirer.history(booking))
                .containsExactly("confirmation not sent: This address belongs to a customer who wants no mail.");

        // an address that is no longer theirs says nothing about them
        sql("update contact_entry set active = false where customer_id = " + customer);
        sql("update contact_entry set active = false where owner_kind = 'location'");
        sql("delete from contact_point where owner_kind in ('customer', 'location')");
        inquirer.await(inquirer.ask(), MessageState.Sent);
        assertThat(PostOffice.mailsTo(inquirer.email)).hasSize(2);
    }

    @Test
    void theAddressOfALocationIsTheCustomersToo() {
        long customer = customerWith(inquirer.email);
        sql("update customer set do_not_mail = true where id = " + customer);
        sql("update contact_entry set active = false where customer_id = " + customer);
        assertThat(inquirer.message(inquirer.ask()).state()).isEqualTo(MessageState.Suppressed);
    }

    @Test
    void whatIsNoMailboxIsNotWrittenTo() {
        for (String odd : List.of("a,b@c.test", "Jordan<x@c.test", "\\\"a\\\"@c.test", "é@c.test", "a@b..test")) {
            long booking = inquirer.ask(Inquirer.contact("Email", odd));
            assertThat(inquirer.message(booking).state()).as(odd).isEqualTo(MessageState.Failed);
            assertThat(inquirer.history(booking))
                    .containsExactly("confirmation failed: This is no address that mail can be sent to.");
        }
    }

    private NewBooking asked() {
        BookingDetails pattern =
                inquirer.shop.newBooking("Jordan Reyes", "937 555 0142").details();
        BookingDetails details = Variant.of(pattern)
                .with("campaignId", null)
                .with("businessUnitId", null)
                .with("jobTypeId", null)
                .with("priority", null)
                .with("isFirstTimeClient", true)
                .with("isSendConfirmationEmail", true)
                .record();
        return new NewBooking(details, List.of(new ContactDraft(ContactType.Email, inquirer.email, null)));
    }

    private void words(MessageWords words) {
        inquirer.shop.tenant.caller.run(() -> Server.bean(Confirmations.class).update(inquirer.tenant, words));
    }

    private long customerWith(String email) {
        long customer = inquirer.shop.customer("Jordan Reyes", "937 555 0199", "12 Oak St");
        sql("update contact_entry set type = 'Email', value = '" + email + "'");
        sql("update contact_point set email = true, form = '" + email.toLowerCase() + "'");
        return customer;
    }

    private void sql(String statement) {
        inquirer.shop.tenant.caller.run(
                () -> Server.bean(JdbcClient.class).sql(statement).update());
    }

    private long count(String query) {
        return inquirer.shop.tenant.caller.call(
                () -> Server.bean(JdbcClient.class).sql(query).query(Long.class).single());
    }
}

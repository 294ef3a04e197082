package org.callboard.bookings;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.EmailAddresses;
import org.callboard.contactpoints.PhoneFormat;
import org.callboard.mail.Channel;
import org.callboard.mail.Mail;
import org.callboard.mail.MessageDraft;
import org.callboard.mail.Purpose;
import org.callboard.validation.FieldErrors;
import org.callboard.wordings.MessageWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the person who asked that their request has arrived, in the company's words. */
@Service
public class Confirmations {

    /** The words between the braces. */
    public static final List<String> PLACEHOLDERS = Arrays.stream(ConfirmationPlaceholder.values())
            .map(ConfirmationPlaceholder::name)
            .toList();

    /** What a company says that has not set up words of its own; a provider must ask for it too. */
    public static final MessageWords STANDARD = new MessageWords(
            true,
            "{company}: we have your request",
            """
            Hello {name},

            Thank you for asking {company}. We have your request, and one of us will get in touch with you soon to agree on a time.

            What you told us: {summary}

            Address: {address}
            When: {start}
            Phone: {phone}

            If something is wrong here, just let us know.

            {company}
            Request number {booking}""",
            false,
            "{company} has your request and will get in touch with you soon. Request number {booking}.");

    private static final int MAX_SUMMARY = 1_000;
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu, h:mm a", Locale.US);

    private final ConfirmationStore store;
    private final Mail mail;
    private final Tenants tenants;
    private final Changes changes;

    Confirmations(ConfirmationStore store, Mail mail, Tenants tenants, Changes changes) {
        this.store = store;
        this.mail = mail;
        this.tenants = tenants;
        this.changes = changes;
    }

    public MessageWords words(long tenant) {
        return store.find(tenant);
    }

    /** Changes a company's words; Invalid names what is wrong. */
    @Transactional
    public void update(long tenant, MessageWords words) {
        words.check(new FieldErrors(), PLACEHOLDERS).throwIfAny();
        MessageWords before = store.find(tenant);
        Diff diff = Diff.between(before, words);
        if (!diff.isEmpty()) {
            store.save(tenant, words);
            changes.record(EntityKind.MESSAGES, tenant, Action.CONFIRMATION_CHANGED, diff);
        }
    }

    /** The words with what a person has sent. */
    public MessageWords.Filled fill(MessageWords words, long tenant, long id, NewBooking booking) {
        return words.fill(values(tenants.get(tenant), id, booking));
    }

    /** Queues what a new booking asks for, in its transaction; where nothing is sent, its history says why. */
    @Transactional(propagation = Propagation.MANDATORY)
    void queue(long tenant, long id, NewBooking booking) {
        if (!booking.details().isSendConfirmationEmail()) {
            return;
        }
        MessageWords words = store.find(tenant);
        MessageWords.Filled filled = fill(words, tenant, id, booking);
        queueMail(tenant, id, booking, words, filled);
        Optional<ContactDraft> mobile = first(booking, ContactType.MobilePhone);
        if (words.byText() && mobile.isPresent()) {
            queueText(tenant, id, mobile.get().texted(tenants.get(tenant).region()), filled);
        }
    }

    private void queueMail(long tenant, long id, NewBooking booking, MessageWords words, MessageWords.Filled filled) {
        Optional<ContactDraft> to = first(booking, ContactType.Email);
        if (!words.byMail()) {
            notSent(id, Action.CONFIRMATION_NOT_SENT, "Confirmations are switched off in the settings.");
        } else if (to.isEmpty()) {
            notSent(id, Action.CONFIRMATION_NOT_SENT, "No e-mail address was given.");
        } else {
            mail.queue(
                    tenant,
                    message(
                            Channel.Mail,
                            Purpose.CONFIRMATION,
                            id,
                            Objects.requireNonNullElse(
                                    EmailAddresses.first(to.get().value()),
                                    to.get().value()),
                            booking.details().name(),
                            filled.subject(),
                            filled.body()));
        }
    }

    private void queueText(long tenant, long booking, @Nullable String number, MessageWords.Filled filled) {
        if (number == null) {
            notSent(booking, Action.TEXT_CONFIRMATION_NOT_SENT, "The mobile number can't be read.");
        } else {
            mail.queue(
                    tenant,
                    message(Channel.Text, Purpose.TEXT_CONFIRMATION, booking, number, null, "", filled.textBody()));
        }
    }

    private static MessageDraft message(
            Channel channel,
            Purpose purpose,
            long booking,
            String to,
            @Nullable String name,
            String subject,
            String body) {
        MessageDraft.About about = new MessageDraft.About(EntityKind.BOOKING, booking);
        return new MessageDraft(
                channel, purpose, purpose.word() + ":" + booking, about, true, to, name, subject, body, null);
    }

    private void notSent(long booking, Action action, String why) {
        changes.record(EntityKind.BOOKING, booking, action, Diff.none().now("reason", why));
    }

    /** The first contact of these types that leads to somebody, or else the first. */
    private static Optional<ContactDraft> first(NewBooking booking, ContactType... types) {
        List<ContactType> wanted = List.of(types);
        return booking.contacts().stream()
                .filter(contact -> wanted.contains(contact.kind()))
                .min(Comparator.comparing(contact -> !contact.reaches()));
    }

    private static Map<String, String> values(Tenant company, long id, NewBooking booking) {
        Map<String, String> values = new TreeMap<>();
        for (ConfirmationPlaceholder placeholder : ConfirmationPlaceholder.values()) {
            values.put(placeholder.name(), value(placeholder, company, id, booking));
        }
        return values;
    }

    private static String value(ConfirmationPlaceholder placeholder, Tenant company, long id, NewBooking booking) {
        BookingDetails details = booking.details();
        return switch (placeholder) {
            case name -> details.name();
            case company -> company.name();
            case summary -> shortened(details.summary());
            case start ->
                details.start() == null ? "" : START.format(details.start().atZone(company.timeZone()));
            case address -> details.address() == null ? "" : details.address().toString();
            case phone ->
                first(booking, ContactType.Phone, ContactType.MobilePhone)
                        .map(contact -> new PhoneFormat(company.region()).shown(contact.value()))
                        .orElse("");
            case source -> details.source();
            case booking -> Long.toString(id);
        };
    }

    private static String shortened(String summary) {
        return summary.codePointCount(0, summary.length()) <= MAX_SUMMARY
                ? summary
                : summary.substring(0, summary.offsetByCodePoints(0, MAX_SUMMARY)) + "…";
    }
}

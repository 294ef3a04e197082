package org.callboard.mail;

import org.callboard.access.Tenants;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the name and the address to answer to of a company's messages. */
@Service
public class Senders {

    private static final int MAX_NAME = 100;

    private final SenderStore store;
    private final Tenants tenants;
    private final Changes changes;

    Senders(SenderStore store, Tenants tenants, Changes changes) {
        this.store = store;
        this.tenants = tenants;
        this.changes = changes;
    }

    public Sender get(long tenant) {
        return store.find(tenant).orElse(Sender.NOBODY_SAID);
    }

    /** The name that people see, whether one was set or not. */
    public String name(long tenant, Sender sender) {
        return sender.name() == null ? tenants.get(tenant).name() : sender.name();
    }

    /** Notes what is wrong with {@code senderName} and {@code replyTo}. */
    public static FieldErrors check(FieldErrors errors, @Nullable String name, @Nullable String replyTo) {
        String given = VisibleText.orNull(name);
        String address = VisibleText.orNull(replyTo);
        return errors.maxLength("senderName", given, MAX_NAME)
                .maxLength("replyTo", address, MailAddress.MAX_LENGTH)
                .addIf(
                        given != null && !given.equals(PlainText.line(given, given.length())),
                        "senderName",
                        "One line is expected.")
                .addIf(
                        address != null && !errors.has("replyTo") && !MailAddress.isOne(address),
                        "replyTo",
                        "One e-mail address is expected, such as office@company.example.");
    }

    /** Changes both; Invalid names what is wrong. */
    @Transactional
    public void update(long tenant, @Nullable String name, @Nullable String replyTo) {
        check(new FieldErrors(), name, replyTo).throwIfAny();
        Sender before = get(tenant);
        Sender sender = new Sender(VisibleText.orNull(name), VisibleText.orNull(replyTo));
        Diff diff = Diff.none()
                .field("senderName", before.name(), sender.name())
                .field("replyTo", before.replyTo(), sender.replyTo());
        if (diff.isEmpty()) {
            return;
        }
        store.put(tenant, sender);
        changes.record(EntityKind.MESSAGES, tenant, Action.SENDER_CHANGED, diff);
    }
}

package org.callboard.webhooks;

import java.net.URI;
import java.time.Clock;
import org.callboard.access.Role;
import org.callboard.access.User;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.mail.Channel;
import org.callboard.mail.Mail;
import org.callboard.mail.MessageDraft;
import org.callboard.mail.Purpose;
import org.callboard.people.Users;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops a webhook that nobody takes, and tells the company's managers by mail, each once for each time. The program that
 * made a webhook by the API sees it there; who is behind it, Callboard doesn't know.
 */
@Service
class StopWebhook {

    private final WebhookStore webhooks;
    private final Users users;
    private final Mail mail;
    private final Changes changes;
    private final Clock clock;

    StopWebhook(WebhookStore webhooks, Users users, Mail mail, Changes changes, Clock clock) {
        this.webhooks = webhooks;
        this.users = users;
        this.mail = mail;
        this.changes = changes;
        this.clock = clock;
    }

    /** The receiver answered 410. Needs the lock of the webhook; does nothing where it is stopped already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void gone(long tenant, Webhook webhook) {
        stop(
                tenant,
                webhook,
                Webhook.State.Gone,
                Action.STOPPED_GONE,
                "Its receiver answered that it is gone (HTTP status 410).");
    }

    /** Nothing was taken for as long as Callboard tries. As {@link #gone}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void silent(long tenant, Webhook webhook) {
        stop(
                tenant,
                webhook,
                Webhook.State.Failing,
                Action.STOPPED_SILENT,
                "Its receiver took nothing for three days.");
    }

    private void stop(long tenant, Webhook webhook, Webhook.State state, Action action, String why) {
        if (webhook.state() != Webhook.State.Active) {
            return;
        }
        webhooks.state(tenant, webhook.id(), state);
        changes.record(EntityKind.WEBHOOK, webhook.id(), action, Diff.none().field("state", webhook.state(), state));
        String host = URI.create(webhook.url()).getHost();
        String time = Long.toString(clock.millis());
        users.all(tenant).stream()
                .filter(user -> user.active() && user.role().includes(Role.Manager))
                .forEach(manager -> mail.queue(tenant, notice(webhook, manager, host, why, time)));
    }

    /** Names the host alone: the rest of an address may be a secret. */
    private static MessageDraft notice(Webhook webhook, User manager, String host, String why, String time) {
        String called = webhook.description() == null ? "" : " (" + webhook.description() + ")";
        return new MessageDraft(
                Channel.Mail,
                Purpose.NOTICE,
                "webhook-stopped:" + webhook.id() + ":" + manager.id() + ":" + time,
                new MessageDraft.About(EntityKind.WEBHOOK, webhook.id()),
                false,
                manager.email(),
                manager.name(),
                "The webhook to " + host + " is stopped",
                """
                Callboard stopped the webhook to %s%s. %s

                The program behind it learns nothing of bookings, leads, customers and locations until somebody resumes it \
                under Settings, Webhooks. What has happened since then is sent when it is resumed; what was given up can be \
                sent again there.
                """.formatted(host, called, why),
                null);
    }
}

package org.callboard.mail;

import java.time.Clock;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The ways out that the operator has set up, one for each channel. */
@Component
class Transports {

    private final Smtp smtp;
    private final @Nullable TextWebhook texts;

    Transports(TextWebhookSettings webhook, Smtp smtp, JsonMapper json, Clock clock) {
        this.smtp = smtp;
        this.texts = webhook.url == null ? null : new TextWebhook(webhook.url, webhook.key, json, clock);
    }

    boolean isOn(Channel channel) {
        return switch (channel) {
            case Mail -> smtp.isOn();
            case Text -> texts != null;
        };
    }

    /** Hands a message over; {@code last} is asked at the moment from which it may be theirs. */
    Outcome send(Message message, BooleanSupplier last) {
        return switch (message.channel()) {
            case Mail -> smtp.send(message, last);
            case Text -> Objects.requireNonNull(texts).send(message, last);
        };
    }

    /** What stands behind the @ of a message's id. */
    String host() {
        return smtp.host();
    }
}

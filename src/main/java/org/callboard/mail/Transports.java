package org.callboard.mail;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.callboard.database.Settings;
import org.callboard.database.TextWebhookSettings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The ways out that the operator has set up, one for each channel. */
@Component
class Transports {

    private final Smtp smtp;
    private final TextMessages texts;

    Transports(Settings settings, Smtp smtp, JsonMapper json, Clock clock) {
        this.smtp = smtp;
        TextWebhookSettings webhook = settings.texts();
        this.texts = webhook == null ? new TextsOff() : new TextWebhook(webhook, json, clock);
    }

    boolean isOn(Channel channel) {
        return switch (channel) {
            case Mail -> smtp.isOn();
            case Text -> texts.isOn();
        };
    }

    /** Hands a message over; {@code last} is asked at the moment from which it may be theirs. */
    Outcome send(Message message, BooleanSupplier last) {
        return switch (message.channel()) {
            case Mail -> smtp.send(message, last);
            case Text -> texts.send(message, last);
        };
    }

    /** What stands behind the @ of a message's id. */
    String host() {
        return smtp.host();
    }
}

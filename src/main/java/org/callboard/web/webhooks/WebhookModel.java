package org.callboard.web.webhooks;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.callboard.campaigns.Campaigns;
import org.callboard.http.PublicUrl;
import org.callboard.providers.BookingProviderTag;
import org.callboard.providers.BookingProviderTags;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.settings.BusinessUnits;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.WallClockTime;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Forms;
import org.callboard.web.layout.Option;
import org.callboard.webhooks.Webhook;
import org.callboard.webhooks.WebhookEvent;
import org.callboard.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the templates of webhooks show. */
@Component
class WebhookModel {

    /** @param publicUrl whether pictures have whole addresses */
    record All(List<Webhook> webhooks, boolean publicUrl) {}

    /** @param id null for a new one */
    record Editor(@Nullable Long id, Form form, List<Option> providers, List<Option> campaigns, List<Option> units) {

        public List<Option> events() {
            return Arrays.stream(WebhookEvent.values())
                    .map(event -> new Option(event.name(), event.label() + " (" + event.word() + ")"))
                    .toList();
        }
    }

    private final Webhooks webhooks;
    private final BookingProviderTags providers;
    private final Campaigns campaigns;
    private final BusinessUnits units;
    private final PublicUrl url;

    WebhookModel(
            Webhooks webhooks, BookingProviderTags providers, Campaigns campaigns, BusinessUnits units, PublicUrl url) {
        this.webhooks = webhooks;
        this.providers = providers;
        this.campaigns = campaigns;
        this.units = units;
        this.url = url;
    }

    All all(long tenant) {
        return new All(webhooks.all(tenant), url.isSet());
    }

    Editor editor(long tenant, @Nullable Long id, Form form) {
        return new Editor(
                id,
                form,
                providers.all(tenant).stream()
                        .filter(BookingProviderTag::active)
                        .map(one -> Option.of(one.id(), one.tagName()))
                        .toList(),
                Option.active(campaigns.all(tenant)),
                Option.active(units.all(tenant)));
    }

    /** Sends a span of time again; gives a sentence for people, with {@code !} in front of one about what is wrong. */
    String replay(long tenant, long id, ZoneId zone, @Nullable String from, @Nullable String to) {
        webhooks.get(tenant, id);
        try {
            FieldErrors errors = new FieldErrors();
            WallClockTime begin = time(from, "from", zone, errors);
            WallClockTime end = time(to, "to", zone, errors);
            errors.throwIfAny();
            int count = webhooks.replay(tenant, id, begin.first(), end.last());
            return count == 1 ? "One delivery is sent again." : count + " deliveries are sent again.";
        } catch (Refusal e) {
            if (e.errors().isEmpty()) {
                throw e;
            }
            return "!" + Forms.sentence(e);
        }
    }

    private static WallClockTime time(@Nullable String typed, String field, ZoneId zone, FieldErrors errors) {
        LocalDateTime time = WallClockTime.read(typed, field, errors);
        if (time == null) {
            throw new Invalid(field, "Give both a beginning and an end.");
        }
        WallClockTime shown = new WallClockTime(time, zone);
        shown.check(field, errors);
        return shown;
    }
}

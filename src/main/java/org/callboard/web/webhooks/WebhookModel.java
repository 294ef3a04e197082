package org.callboard.web.webhooks;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.callboard.access.Tenants;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.Campaigns;
import org.callboard.http.PublicUrl;
import org.callboard.providers.BookingProviderTag;
import org.callboard.providers.BookingProviderTags;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.WallClockTime;
import org.callboard.web.When;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Forms;
import org.callboard.web.layout.Option;
import org.callboard.webhooks.Webhook;
import org.callboard.webhooks.WebhookEvent;
import org.callboard.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the templates of webhooks show. */
@Component
class WebhookModel {

    private final Webhooks webhooks;
    private final BookingProviderTags providers;
    private final Campaigns campaigns;
    private final BusinessUnits units;
    private final Tenants tenants;
    private final PublicUrl url;
    private final Clock clock;

    WebhookModel(
            Webhooks webhooks,
            BookingProviderTags providers,
            Campaigns campaigns,
            BusinessUnits units,
            Tenants tenants,
            PublicUrl url,
            Clock clock) {
        this.webhooks = webhooks;
        this.providers = providers;
        this.campaigns = campaigns;
        this.units = units;
        this.tenants = tenants;
        this.url = url;
        this.clock = clock;
    }

    void fillList(Model view, long tenant) {
        view.addAttribute("webhooks", webhooks.all(tenant));
        view.addAttribute("publicUrl", url.isSet());
        view.addAttribute("when", when(tenant));
    }

    void fill(Model view, long tenant, Webhook webhook) {
        view.addAttribute("webhook", webhook);
        view.addAttribute("when", when(tenant));
    }

    void fillForm(Model view, long tenant, @Nullable Long id, Form form) {
        view.addAttribute("id", id);
        view.addAttribute("form", form);
        view.addAttribute(
                "events",
                Arrays.stream(WebhookEvent.values())
                        .map(event -> new Option(event.name(), event.label() + " (" + event.word() + ")"))
                        .toList());
        view.addAttribute(
                "providers",
                providers.all(tenant).stream()
                        .filter(BookingProviderTag::active)
                        .map(one -> Option.of(one.id(), one.tagName()))
                        .toList());
        view.addAttribute(
                "campaigns",
                campaigns.all(tenant).stream()
                        .filter(Campaign::active)
                        .map(one -> Option.of(one.id(), one.name()))
                        .toList());
        view.addAttribute(
                "units",
                units.all(tenant).stream()
                        .filter(BusinessUnit::active)
                        .map(one -> Option.of(one.id(), one.name()))
                        .toList());
    }

    /** Sends a span of time again; gives a sentence for people, with {@code !} in front of one about what is wrong. */
    String replay(long tenant, long id, @Nullable String from, @Nullable String to) {
        webhooks.get(tenant, id);
        ZoneId zone = tenants.get(tenant).timeZone();
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

    private When when(long tenant) {
        return new When(tenants.get(tenant).timeZone(), clock.instant());
    }
}

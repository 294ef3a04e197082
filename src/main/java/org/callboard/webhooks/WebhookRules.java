package org.callboard.webhooks;

import java.time.Clock;
import java.time.Instant;
import org.callboard.addresses.Limits.Line;
import org.callboard.campaigns.Campaigns;
import org.callboard.outbound.Destinations;
import org.callboard.providers.BookingProviderTags;
import org.callboard.settings.BusinessUnits;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.springframework.stereotype.Component;

/** What a webhook may be. */
@Component
class WebhookRules {

    private final Destinations destinations;
    private final BookingProviderTags providers;
    private final Campaigns campaigns;
    private final BusinessUnits units;
    private final Clock clock;

    WebhookRules(
            Destinations destinations,
            BookingProviderTags providers,
            Campaigns campaigns,
            BusinessUnits units,
            Clock clock) {
        this.destinations = destinations;
        this.providers = providers;
        this.campaigns = campaigns;
        this.units = units;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The draft without the spaces around its texts; Invalid that names every wrong field, beside what was noted before. */
    WebhookDraft checked(long tenant, WebhookDraft draft, FieldErrors noted) {
        String url = VisibleText.orNull(draft.url());
        String description = VisibleText.orNull(draft.description());
        String problem = destinations.problem(url);
        Webhook.Filter filter = draft.filter();
        boolean anyEvent = !draft.events().isEmpty()
                || noted.asMap().keySet().stream().anyMatch(field -> field.startsWith("events"));
        FieldErrors errors = new FieldErrors()
                .addIf(problem != null, "url", String.valueOf(problem))
                .maxLength("description", description, Line.MAX)
                .addIf(!anyEvent, "events", "Choose at least one event.")
                .addIf(
                        filter.bookingProviderId() != null
                                && providers
                                        .find(tenant, filter.bookingProviderId())
                                        .isEmpty(),
                        "bookingProviderId",
                        "There is no booking provider " + filter.bookingProviderId() + ".")
                .addIf(
                        filter.campaignId() != null
                                && campaigns.find(tenant, filter.campaignId()).isEmpty(),
                        "campaignId",
                        "There is no campaign " + filter.campaignId() + ".")
                .addIf(
                        filter.businessUnitId() != null
                                && units.find(tenant, filter.businessUnitId()).isEmpty(),
                        "businessUnitId",
                        "There is no business unit " + filter.businessUnitId() + ".");
        noted.addMissing(errors).throwIfAny();
        return new WebhookDraft(url, description, draft.events(), filter);
    }
}

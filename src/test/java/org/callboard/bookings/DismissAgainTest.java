package org.callboard.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.testing.Api;
import org.callboard.testing.Contract;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who dismisses again, since no answer came or a colleague was faster, learns whether it is as they said. */
class DismissAgainTest {

    private final Shop shop = new Shop();
    private final Api api = shop.tenant.api();
    private final long other = shop.tenant.caller.call(() -> Server.bean(CallReasons.class)
            .add(shop.tenant.id, new CallReason.Details("Too dear", false))
            .id());

    private final long booking = shop.booking("Jordan Reyes", "937-555-0142").id();
    private final String ofBooking =
            api.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings/" + booking);

    private Api.Answer dismiss(String body, String... headers) {
        return Contract.check("Bookings_DismissBooking", api.post(ofBooking + "/dismiss", body, headers));
    }

    private String because(long reason) {
        return "{\"callReasonId\":" + reason + "}";
    }

    private List<String> actions(String kind, long id) {
        return shop.tenant.caller.call(
                () -> Server.bean(Changes.class).of(shop.tenant.id, EntityKind.of(kind), id).stream()
                        .map(change -> change.action().word())
                        .toList());
    }

    @Test
    void aBookingTakesTheReasonThatWasMissingAndKeepsTheOneItHas() {
        assertThat(dismiss("{}").status()).isEqualTo(200);
        assertThat(dismiss(because(shop.reason)).status()).isEqualTo(200);
        assertThat(reason()).isEqualTo(shop.reason);
        for (String fine : List.of("{}", because(shop.reason), "{\"callReasonId\":null}")) {
            assertThat(dismiss(fine).status()).isEqualTo(200);
        }
        Api.Answer another = dismiss(because(other));
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.json().at("/data/callReasonId").longValue()).isEqualTo(shop.reason);
        assertThat(reason()).isEqualTo(shop.reason);
        assertThat(actions("booking", booking)).containsExactly("updated", "dismissed", "created");
    }

    @Test
    void aMemoIsTakenOnceAndAnotherOneIsNamed() {
        assertThat(dismiss(because(shop.reason)).status()).isEqualTo(200);
        String memo = "{\"dismissingMemo\":\"Sold the house\"}";
        assertThat(dismiss(memo).header("Callboard-Ignored")).isNull();
        assertThat(dismiss(memo).header("Callboard-Ignored")).isNull();
        String later = "{\"dismissingMemo\":\"Called twice\"}";
        assertThat(dismiss(later).header("Callboard-Ignored")).isEqualTo("dismissingMemo");
        Api.Answer strict = dismiss(later, "Prefer", "handling=strict");
        assertThat(strict.status()).isEqualTo(400);
        assertThat(strict.json().get("errors").propertyNames()).containsExactly("dismissingMemo");
        assertThat(shop.tenant
                        .caller
                        .call(() -> Server.bean(Bookings.class).get(shop.tenant.id, booking))
                        .dismissingMemo())
                .isEqualTo("Sold the house");
    }

    private long reason() {
        JsonNode shown = api.get(ofBooking).json();
        return shown.get("dismissingReasonId").longValue();
    }

    @Test
    void aLeadDoesToo() {
        String leads = api.path("crm/v2", "/leads");
        long lead = api.post(leads, """
                        {"campaignId":%d,"summary":"x","callReasonId":%d,"leadCustomerName":"Jordan Reyes"}
                        """.formatted(shop.campaign, shop.reason))
                .json()
                .get("id")
                .longValue();
        String at = leads + "/" + lead + "/dismiss";
        String body = "{\"dismissingReasonId\":%d}";
        for (int i = 0; i < 2; i++) {
            assertThat(Contract.check("Leads_Dismiss", api.post(at, body.formatted(shop.reason)))
                            .status())
                    .isEqualTo(200);
        }
        Api.Answer another = Contract.check("Leads_Dismiss", api.post(at, body.formatted(other)));
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.json().at("/data/dismissingReasonId").longValue()).isEqualTo(shop.reason);
        assertThat(api.get(leads + "/" + lead).json().get("dismissingReasonId").longValue())
                .isEqualTo(shop.reason);
        assertThat(actions("lead", lead)).containsExactly("dismissed", "created");
    }
}

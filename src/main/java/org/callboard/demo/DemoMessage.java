package org.callboard.demo;

import java.util.Map;
import org.callboard.database.Caller;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** Tells whoever started the demonstration how to get in. To the terminal only: no log is to hold a password. */
class DemoMessage {

    private final DemoCredentials credentials;
    private final DemoBookingPage bookingPage;

    DemoMessage(DemoCredentials credentials, DemoBookingPage bookingPage) {
        this.credentials = credentials;
        this.bookingPage = bookingPage;
    }

    @EventListener
    @Order(2)
    void ready(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        Map<String, String> values = credentials.read();
        System.out.printf(
                """

                Demonstration: Ridgeline Heating & Plumbing
                  CSR    %s   %s
                  Owner  %s   %s
                  API    credentials are in %s
                  Booking page of the company's customers: %s

                Post a booking and see it arrive on the Calls screen:

                  source "%s"
                  TOKEN=$(curl -s "$AUTH_URL/connect/token" -d grant_type=client_credentials \\
                    -d client_id="$PROVIDER_CLIENT_ID" -d client_secret="$PROVIDER_CLIENT_SECRET" \\
                    | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -s "$BASE_URL/crm/v2/tenant/$TENANT/booking-provider/$PROVIDER_ID/bookings" \\
                    -H "Authorization: Bearer $TOKEN" -H "ST-App-Key: $APP_KEY" -H "Content-Type: application/json" \\
                    -d '{"externalId": "try-'$(date +%%s)'", "source": "Website", "name": "Avery Lowell",
                         "summary": "Kitchen sink is clogged", "isFirstTimeClient": true,
                         "contacts": [{"type": "MobilePhone", "value": "(937) 555-0191"}]}'

                """,
                values.get("CSR_EMAIL"),
                values.get("CSR_PASSWORD"),
                values.get("OWNER_EMAIL"),
                values.get("OWNER_PASSWORD"),
                credentials.file(),
                Caller.system(Demo.TENANT)
                        .call(() -> bookingPage.address(Demo.TENANT))
                        .orElse("turned off in the settings"),
                credentials.file());
    }
}

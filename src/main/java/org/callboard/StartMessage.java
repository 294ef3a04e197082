package org.callboard;

import org.callboard.http.PublicUrl;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever started Callboard where it is. */
@Component
class StartMessage {

    private final PublicUrl url;

    StartMessage(PublicUrl url) {
        this.url = url;
    }

    @EventListener
    @Order(1)
    void ready(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        System.out.println("Callboard is ready at " + url.here("") + "  (Ctrl-C stops it)");
    }
}

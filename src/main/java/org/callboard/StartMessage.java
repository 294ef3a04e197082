package org.callboard;

import org.callboard.tenants.Tenants;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started Callboard where it is, and how to begin. */
@Component
class StartMessage {

    private final Tenants tenants;
    private final Environment environment;

    StartMessage(Tenants tenants, Environment environment) {
        this.tenants = tenants;
        this.environment = environment;
    }

    @EventListener
    @Order(1)
    void ready(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        String address = "http://localhost:" + environment.getProperty("local.server.port");
        System.out.println("Callboard is ready at " + address + "  (Ctrl-C stops it)");
        if (tenants.none()) {
            System.out.println("Set up your company at " + address + "/setup");
        }
    }
}

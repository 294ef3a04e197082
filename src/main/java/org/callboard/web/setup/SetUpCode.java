package org.callboard.web.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.callboard.access.Tenants;
import org.callboard.http.PublicUrl;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps strangers from setting a fresh Callboard up: whoever does must know the code that it printed when it started. From
 * where a request comes says nothing: behind a proxy that does not tell, everybody seems to sit at this machine.
 */
@Component
class SetUpCode {

    private final Tenants tenants;
    private final PublicUrl url;
    private final String code;

    SetUpCode(Tenants tenants, PublicUrl url) {
        this.tenants = tenants;
        this.url = url;
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.code = HexFormat.of().formatHex(random);
    }

    /** To whoever started it; not into the log, since it is a secret until somebody used it. */
    @EventListener
    @Order(2)
    void tell(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC && tenants.none()) {
            System.out.println("Set up your company at " + (url.isSet() ? url.forOthers(page()) : url.here(page())));
        }
    }

    /** The page with the code. */
    String page() {
        return "/setup?code=" + code;
    }

    /** Throws a 403 where the code is missing or wrong. */
    void require(@Nullable String given) {
        if (given == null
                || !MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8))) {
            throw RefusalCode.FORBIDDEN.refuse(
                    "Callboard is not set up yet. Open the address that it printed when it started,"
                            + " with the code in it: /setup?code=…");
        }
    }
}

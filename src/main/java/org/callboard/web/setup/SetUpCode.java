package org.callboard.web.setup;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.callboard.platform.ApiProblem;
import org.callboard.tenants.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps strangers from setting a fresh Callboard up: whoever does not sit at the machine must know the code that it
 * printed when it started. A name other than the machine's own counts as far away: a page of a stranger could have led the browser here.
 */
@Component
class SetUpCode {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Tenants tenants;
    private final String code;

    SetUpCode(Tenants tenants) {
        this.tenants = tenants;
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.code = HexFormat.of().formatHex(random);
    }

    /** To whoever started it, behind the address; not into the log, since it is a secret until somebody used it. */
    @EventListener
    @Order(2)
    void tell(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC && tenants.none()) {
            System.out.println("From another machine than this one, open /setup?code=" + code);
        }
    }

    /** Throws a 403 where the request comes from elsewhere and does not bring the code. */
    void require(HttpServletRequest request, @Nullable String given) {
        boolean right = given != null
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
        if (!right && !fromThisMachine(request)) {
            throw ApiProblem.forbidden("Callboard is not set up yet. From another machine, open this page with the code"
                    + " that Callboard printed when it started: /setup?code=…");
        }
    }

    private static boolean fromThisMachine(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && OWN_NAMES.contains(request.getServerName())
                    && request.getHeader("X-Forwarded-For") == null
                    && request.getHeader("Forwarded") == null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

package org.callboard.demo;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.bookings.Claims;
import org.callboard.calls.HoldCall;
import org.callboard.database.Caller;
import org.callboard.queue.InquiryKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Gives the sign of life that a colleague's open page would give, so that their claims do not run out. */
class Colleagues implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Colleagues.class);
    private static final Duration BETWEEN = Claims.LEASE.dividedBy(3);

    private final Claims claims;
    private final HoldCall calls;
    private final Map<InquiryKey, Caller> busy = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Thread thread;

    Colleagues(Claims claims, HoldCall calls) {
        this.claims = claims;
        this.calls = calls;
    }

    /** Keeps these inquiries theirs until somebody takes them over or closes them. */
    void keep(long tenant, Map<InquiryKey, Caller> taken) {
        busy.putAll(taken);
        thread = Thread.ofVirtual().name("demo-colleagues").start(() -> prolong(tenant));
    }

    private void prolong(long tenant) {
        while (running && !busy.isEmpty()) {
            try {
                Thread.sleep(BETWEEN);
                busy.entrySet().removeIf(one -> !one.getValue().call(() -> prolong(tenant, one.getKey())));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("the colleagues of the demonstration lost their claims: {}", e.getMessage());
            }
        }
    }

    private boolean prolong(long tenant, InquiryKey inquiry) {
        return inquiry.kind() == InquiryKey.Kind.Call
                ? calls.prolong(tenant, inquiry.id())
                : claims.prolong(tenant, inquiry.id());
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package org.callboard.web.phone;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenants;
import org.callboard.database.Caller;
import org.callboard.queue.LiveRings;
import org.callboard.queue.Ring;
import org.callboard.queue.Ring.Sight;
import org.callboard.web.When;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/**
 * The event streams of those who take calls. What a company has on the line is kept in view once for all of its streams and
 * drawn once for each change of a call; every event says all that its user is to see, so that one that was missed matters no
 * more when the next one comes, and a stream that begins again begins with it. A slow line is told the newest and delays
 * nobody.
 */
@Component
class PhoneStream implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PhoneStream.class);

    /** As on the Calls screen: two of them missed, and the line is taken for dead. */
    private static final Duration BEAT = Duration.ofSeconds(2);

    /** How long it is told what became of a call. */
    private static final Duration REMEMBERED = Duration.ofSeconds(20);

    /** A call as the browser shows it. */
    record Shown(long id, int version, boolean rings, String html) {}

    /** A call that was shown and is no more. */
    record Gone(long id, int version, String words) {}

    /** All that somebody is to see; {@code user} lets a page know that it is meant. */
    record View(String user, List<Shown> calls, List<Gone> gone) {}

    /**
     * A call in view.
     *
     * @param rung for whom it rang while it was in view
     * @param goneOn when it was on the line no more; null while it is
     */
    private record InView(
            Ring ring,
            @Nullable String html,
            Set<Long> rung,
            @Nullable Instant goneOn) {

        /** Whether somebody for whom it rang is to hear what became of it: not whoever took it. */
        boolean goneFor(long user) {
            return rung.contains(user)
                    && !ring.call().rings()
                    && !Long.valueOf(user).equals(ring.call().claimedBy());
        }
    }

    private final LiveRings live;
    private final Tenants tenants;
    private final SpringTemplateEngine templates;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<Long, Company> companies = new ConcurrentHashMap<>();
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    PhoneStream(LiveRings live, Tenants tenants, SpringTemplateEngine templates, JsonMapper json, Clock clock) {
        this.live = live;
        this.tenants = tenants;
        this.templates = templates;
        this.json = json;
        this.clock = clock;
    }

    SseEmitter open(SignedInUser user) {
        SseEmitter emitter = new SseEmitter(0L);
        Line[] line = new Line[1];
        companies.compute(user.tenantId(), (tenant, known) -> {
            Company company = known == null ? new Company(tenant) : known;
            line[0] = new Line(user, emitter, company);
            company.lines.add(line[0]);
            return company;
        });
        Line own = Objects.requireNonNull(line[0]);
        lines.add(own);
        emitter.onCompletion(own::close);
        emitter.onError(e -> own.close());
        Thread.ofVirtual().name("phone-line").start(own::feed);
        return emitter;
    }

    /** How many streams a company has here. */
    int count(long tenant) {
        Company company = companies.get(tenant);
        return company == null ? 0 : company.lines.size();
    }

    private void leave(Line line) {
        lines.remove(line);
        companies.computeIfPresent(line.user.tenantId(), (tenant, company) -> {
            company.lines.remove(line);
            if (company.lines.isEmpty()) {
                company.end.run();
                return null;
            }
            return company;
        });
    }

    /** What a company has on the line, as all of its streams on this node see it. */
    private final class Company implements LiveRings.Listener {
        private final long tenant;
        private final Set<Line> lines = ConcurrentHashMap.newKeySet();
        private final Runnable end;
        private @Nullable Map<Long, InView> view; // guarded by this; null until it was read

        Company(long tenant) {
            this.tenant = tenant;
            this.end = live.listen(tenant, this);
        }

        @Override
        public void changed(List<Ring> rings) {
            synchronized (this) {
                Map<Long, InView> known = view;
                if (known == null) {
                    return; // whoever looks first reads them all
                }
                rings.forEach(ring -> known.compute(ring.call().id(), (id, before) -> next(ring, before)));
                forget(known);
            }
            wake();
        }

        @Override
        public void startOver() {
            synchronized (this) {
                Map<Long, InView> known = view;
                if (known == null) {
                    return;
                }
                read(known);
            }
            wake();
        }

        private void wake() {
            lines.forEach(line -> line.news.release());
        }

        /** What somebody is to see, which is read where nobody has looked yet. */
        synchronized View of(SignedInUser user) {
            Map<Long, InView> known = view;
            if (known == null) {
                Map<Long, InView> first = new ConcurrentHashMap<>();
                Caller.system(tenant).run(() -> read(first));
                known = first;
                view = first;
            }
            List<InView> all = known.values().stream()
                    .sorted(Comparator.comparing((InView one) -> one.ring.call().receivedOn())
                            .thenComparing(one -> one.ring.call().id()))
                    .toList();
            List<Shown> calls = new ArrayList<>();
            List<Gone> gone = new ArrayList<>();
            for (InView one : all) {
                Sight sight = one.ring.sightOf(user.id());
                long id = one.ring.call().id();
                int version = one.ring.call().version();
                if (sight != Sight.None && one.html != null) {
                    calls.add(new Shown(id, version, sight == Sight.Rings, one.html));
                } else if (one.goneFor(user.id())) {
                    gone.add(new Gone(id, version, one.ring.call().outcome()));
                }
            }
            return new View(user.tenantId() + "/" + user.id(), calls, gone);
        }

        private void read(Map<Long, InView> known) {
            List<Ring> now = live.now(tenant);
            now.forEach(ring -> known.compute(ring.call().id(), (id, before) -> next(ring, before)));
            Set<Long> there = ConcurrentHashMap.newKeySet();
            now.forEach(ring -> there.add(ring.call().id()));
            known.keySet().retainAll(there); // of the others it is not known what became of them
        }

        private @Nullable InView next(Ring ring, @Nullable InView before) {
            if (before != null && before.ring.call().version() > ring.call().version()) {
                return before;
            }
            Set<Long> rung = ConcurrentHashMap.newKeySet();
            rung.addAll(ring.users());
            if (before != null) {
                rung.addAll(before.rung);
            }
            boolean there = ring.call().rings() || ring.call().talks();
            if (there) {
                return new InView(ring, draw(ring), rung, null);
            }
            return rung.isEmpty() ? null : new InView(ring, null, rung, clock.instant());
        }

        private void forget(Map<Long, InView> known) {
            Instant old = clock.instant().minus(REMEMBERED);
            known.values().removeIf(one -> one.goneOn != null && one.goneOn.isBefore(old));
        }

        private String draw(Ring ring) {
            When when = new When(tenants.get(tenant).timeZone(), clock.instant());
            return templates.process("phone/pop", new Context(Locale.ENGLISH, Map.of("pop", Pop.of(ring, when))));
        }
    }

    /** One stream. */
    private final class Line {
        private final SignedInUser user;
        private final SseEmitter emitter;
        private final Company company;
        private final Semaphore news = new Semaphore(0);
        private volatile boolean open = true;

        Line(SignedInUser user, SseEmitter emitter, Company company) {
            this.user = user;
            this.emitter = emitter;
            this.company = company;
        }

        void close() {
            open = false;
            leave(this);
        }

        private void feed() {
            try {
                send(SseEmitter.event().comment("open"));
                View told = null;
                while (open && running) {
                    View now = company.of(user);
                    if (now.equals(told)) {
                        send("beat", "{}");
                    } else {
                        send("calls", json.writeValueAsString(now));
                        told = now;
                    }
                    news.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
                emitter.complete();
            } catch (IOException | InterruptedException e) {
                log.debug("company {}: a browser left, or Callboard stops: {}", user.tenantId(), e.toString());
                emitter.completeWithError(e);
            } catch (RuntimeException e) {
                log.warn(
                        "company {}: calls could not be told, the browser connects again: {}",
                        user.tenantId(),
                        e.toString());
                emitter.complete();
            } finally {
                close();
            }
        }

        private void send(String event, String data) throws IOException {
            send(SseEmitter.event().name(event).data(data, MediaType.TEXT_PLAIN));
        }

        private void send(SseEmitter.SseEventBuilder event) throws IOException {
            try {
                emitter.send(event);
            } catch (IllegalStateException e) {
                throw new IOException(e); // the server noticed first that the line has ended
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for its requests to end, which an open stream never does. */
    @Override
    public void stop() {
        running = false;
        lines.forEach(line -> {
            line.open = false;
            line.news.release();
            line.emitter.complete();
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

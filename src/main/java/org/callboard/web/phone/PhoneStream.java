package org.callboard.web.phone;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenants;
import org.callboard.changes.LiveChanges;
import org.callboard.database.Caller;
import org.callboard.queue.IncomingCall;
import org.callboard.queue.LiveIncomingCalls;
import org.callboard.web.EventStreams;
import org.callboard.web.When;
import org.callboard.web.phone.CallsInView.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/**
 * The event streams of those who take calls. What a company has on the line is kept in view once for all of its streams and
 * drawn once for each change of a call; every event says all that its user is to see, so that one that was missed matters no
 * more when the next one comes, and a stream that begins again begins with it. A slow line is told the newest.
 */
@Component
class PhoneStream extends EventStreams<PhoneStream.Line> {

    private final LiveIncomingCalls live;
    private final Tenants tenants;
    private final SpringTemplateEngine templates;
    private final JsonMapper json;
    private final Clock clock;

    PhoneStream(LiveIncomingCalls live, Tenants tenants, SpringTemplateEngine templates, JsonMapper json, Clock clock) {
        super("phone-line");
        this.live = live;
        this.tenants = tenants;
        this.templates = templates;
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected Company<Line> company(long tenant, Set<Line> lines) {
        return new OnTheLine(tenant, lines);
    }

    /** What a company has on the line, as all of its streams on this node see it. */
    private final class OnTheLine implements Company<Line>, LiveChanges.Listener<IncomingCall> {
        private final long tenant;
        private final Set<Line> lines;
        private final Runnable end;
        private volatile @Nullable CallsInView view; // written with this locked; null until it was read

        OnTheLine(long tenant, Set<Line> lines) {
            this.tenant = tenant;
            this.lines = lines;
            this.end = live.listen(tenant, this);
        }

        @Override
        public Line feed(SignedInUser user) {
            return new Line(user, this);
        }

        @Override
        public synchronized void changed(List<IncomingCall> calls) {
            CallsInView known = view;
            if (known != null) { // else whoever looks first reads them all
                see(known.with(calls, clock.instant(), this::draw));
            }
        }

        @Override
        public synchronized void startOver() {
            CallsInView known = view;
            if (known != null) {
                see(read(known));
            }
        }

        private void see(CallsInView now) {
            view = now;
            lines.forEach(line -> line.news.release());
        }

        /** What is in view now, which is read where nobody has looked yet; the same one until it changes. */
        private CallsInView view() {
            CallsInView known = view;
            return known == null ? first() : known;
        }

        private synchronized CallsInView first() {
            CallsInView known = view;
            if (known == null) {
                known = Caller.system(tenant).call(() -> read(CallsInView.NONE));
                view = known;
            }
            return known;
        }

        /** All that is on the line, and what became of that which was. */
        private CallsInView read(CallsInView known) {
            List<IncomingCall> all = live.now(tenant, known.onTheLine());
            return known.among(all).with(all, clock.instant(), this::draw);
        }

        private String draw(IncomingCall incoming) {
            When when = new When(tenants.get(tenant).timeZone(), clock.instant());
            return templates.process(
                    "phone/screen-pop", new Context(Locale.ENGLISH, Map.of("pop", ScreenPop.of(incoming, when))));
        }

        @Override
        public void end() {
            end.run();
        }
    }

    /** One stream. */
    final class Line implements EventStreams.Feed {
        private final SignedInUser user;
        private final OnTheLine company;
        private final Semaphore news = new Semaphore(0);
        private @Nullable CallsInView seen;
        private @Nullable View told;

        private Line(SignedInUser user, OnTheLine company) {
            this.user = user;
            this.company = company;
        }

        @Override
        public @Nullable Event next(Duration within) throws InterruptedException {
            if (company.view() == seen) {
                news.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
            }
            CallsInView now = company.view();
            if (now == seen) {
                return null;
            }
            seen = now;
            View view = now.of(user);
            if (view.equals(told)) {
                return null;
            }
            told = view;
            return new Event("calls", json.writeValueAsString(view));
        }
    }
}

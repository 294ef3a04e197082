package org.callboard.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.callboard.database.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it, before Callboard says it is ready, that the demonstration company is there, that its queue has fresh
 * inquiries, and that {@code demo.env} tells how to get in. The company is made in one transaction, so a start that was
 * killed in the middle has left nothing behind.
 */
class Demo implements ApplicationRunner {

    /** Below every tenant that a sequence gives out. */
    static final long TENANT = 1000;

    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final Duration OPEN_SINCE = Duration.ofDays(730);

    private final DemoStore store;
    private final DemoSettings settings;
    private final DemoPeople people;
    private final DemoWeek week;
    private final DemoCredentials credentials;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Demo(
            DemoStore store,
            DemoSettings settings,
            DemoPeople people,
            DemoWeek week,
            DemoCredentials credentials,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.people = people;
        this.week = week;
        this.credentials = credentials;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Caller.system(TENANT).run(() -> {
            transaction.executeWithoutResult(status -> {
                store.lock();
                if (!store.tenantExists(TENANT)) {
                    create();
                }
                week.refreshQueue(lookup(), clock.instant());
            });
            week.setUpTelephones(lookup());
            week.openBookingPage(lookup());
            week.letColleaguesAnswer(lookup());
            credentials.ensure(TENANT);
        });
    }

    private void create() {
        long start = System.nanoTime();
        Instant now = clock.instant();
        DemoClock.at(now.minus(OPEN_SINCE), () -> {
            people.createCompany();
            settings.create(TENANT);
            people.create(TENANT);
            week.setUpTelephones(lookup());
        });
        week.create(lookup(), now);
        log.info("The demonstration company was made in {} ms", (System.nanoTime() - start) / 1_000_000);
    }

    private Lookup lookup() {
        return new Lookup(
                TENANT,
                people.zone(TENANT),
                settings.units(TENANT),
                settings.jobTypes(TENANT),
                settings.campaigns(TENANT),
                settings.reasons(TENANT),
                settings.forms(TENANT),
                people.providers(TENANT),
                people.csrs(TENANT),
                people.technicians(TENANT),
                settings.cancelReasons(TENANT),
                settings.holdReasons(TENANT));
    }
}

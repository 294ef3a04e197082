package org.callboard.telephone;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.callboard.database.Caller;
import org.callboard.tasks.TimedLook;
import org.callboard.telephone.TelephoneEvent.RefusedFor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was signed before it is answered, and has it worked on at once. Where this node dies meanwhile, or the work
 * fails, a stored task of the same transaction does it on any node.
 */
@Configuration(proxyBeanMethods = false)
class TelephoneInbox {

    private static final Logger log = LoggerFactory.getLogger(TelephoneInbox.class);
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("work-on-telephone-event");

    /** When what was not worked on at once is worked on. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** How many are worked on at once on this node, so that others get to the database too. */
    private static final int AT_ONCE = 8;

    private final TelephoneEventStore events;
    private final WorkOnEvent work;
    private final TransactionTemplate transaction;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final JsonMapper json;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    TelephoneInbox(
            TelephoneEventStore events,
            WorkOnEvent work,
            TransactionTemplate transaction,
            ObjectProvider<SchedulerClient> scheduler,
            JsonMapper json,
            Clock clock) {
        this.events = events;
        this.work = work;
        this.transaction = transaction;
        this.scheduler = scheduler;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps a request; when this returns, it is worked on whatever happens. */
    void take(TwilioAccount account, TwilioRequest sent) {
        long tenant = account.tenant();
        Long kept = transaction.execute(status -> {
            long id = events.keepWaiting(tenant, account.system(), json.writeValueAsString(sent));
            TimedLook.schedule(
                    scheduler.getObject(), TASK, tenant, id, clock.instant().plus(AGAIN));
            return id;
        });
        if (kept != null) {
            Thread.ofVirtual().start(() -> Caller.system(tenant).run(() -> now(tenant, kept)));
        }
    }

    private void now(long tenant, long event) {
        places.acquireUninterruptibly();
        try {
            work.on(tenant, event);
        } catch (RuntimeException e) {
            log.warn("telephone event {} of company {} has to be worked on later", event, tenant, e);
        } finally {
            places.release();
        }
    }

    /** Notes a request that is not taken, for whoever looks for the reason. */
    void refuse(TwilioAccount account, @Nullable TwilioRequest sent, RefusedFor why) {
        events.refuse(account.tenant(), account.system(), sent == null ? "{}" : json.writeValueAsString(sent), why);
    }

    @Bean
    static CustomTask<Void> workOnTelephoneEvent(WorkOnEvent work) {
        return TimedLook.task(TASK, work::on);
    }
}

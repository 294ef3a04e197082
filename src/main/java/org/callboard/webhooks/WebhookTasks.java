package org.callboard.webhooks;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.changes.ChangeSignal;
import org.callboard.database.Caller;
import org.callboard.outbound.Destinations;
import org.callboard.tasks.TaskLane;
import org.callboard.tasks.TaskLanes;
import org.callboard.tasks.TimedLook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One stored task for each active webhook: on any node, and on one at a time. It looks by itself every few seconds; a
 * signal that something changed brings it forward. Receivers may hang as they like: their webhooks have places of their own,
 * and one company's have a few of them.
 */
@Configuration(proxyBeanMethods = false)
class WebhookTasks {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deliver-webhook");
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration KNOWN = Duration.ofSeconds(2);

    private static final int AT_ONCE = 10;
    private static final int OF_A_COMPANY = 3;
    /** How long a turn reads the change log before it delivers. */
    private static final Duration READING = Duration.ofSeconds(5);

    private static final Duration UNTIL_A_PLACE_IS_FREE = Duration.ofSeconds(1);

    private final ObjectProvider<TaskLane> lane;
    private final Clock clock;
    private final LoadingCache<Long, List<Long>> active;

    WebhookTasks(
            @Qualifier("webhookLane") ObjectProvider<TaskLane> lane,
            WebhookStore store,
            ChangeSignal signal,
            Clock clock) {
        this.lane = lane;
        this.clock = clock;
        this.active = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(KNOWN)
                .build(tenant -> Caller.system(tenant).call(() -> store.active(tenant)));
        signal.listen(tenant -> Thread.ofVirtual().start(() -> bringForward(tenant)));
    }

    /** Makes the task of an active webhook; within the transaction that makes or resumes it. */
    void start(long tenant, long webhook) {
        lane.getObject().tasks().scheduleIfNotExists(instance(tenant, webhook).scheduledTo(clock.instant()));
    }

    /** Lets a webhook be looked at now. */
    void wake(long tenant, long webhook) {
        try {
            lane.getObject().tasks().reschedule(instance(tenant, webhook).scheduledTo(clock.instant()));
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException | ExecutionException e) {
            // it is looking, or begins to at this moment, or it is stopped
        }
    }

    private void bringForward(long tenant) {
        for (Long webhook : active.get(tenant)) {
            wake(tenant, webhook);
        }
    }

    private static TaskInstance.Builder<Void> instance(long tenant, long webhook) {
        return TASK.instance(tenant + ":" + webhook);
    }

    /** An operator may let webhooks go to whatever address, as to a receiver in the same house. */
    @Bean
    static Destinations webhookDestinations(@Value("${callboard.private-webhooks:}") String privateWebhooks) {
        boolean all = privateWebhooks.equals("allow");
        return new Destinations(host -> all);
    }

    @Bean
    static TaskLane webhookLane(
            TaskLanes lanes, EnqueueDeliveries enqueue, Deliver deliver, WebhookStore store, Clock clock) {
        CompanyPlaces places = new CompanyPlaces(OF_A_COMPANY);
        return lanes.lane("scheduled_webhook", AT_ONCE, Tasks.custom(TASK).execute((instance, context) -> {
            String[] parts = instance.getId().split(":", -1);
            long tenant = Long.parseLong(parts[0]);
            long webhook = Long.parseLong(parts[1]);
            return places.in(
                            tenant,
                            () -> Caller.system(tenant)
                                    .call(() -> look(tenant, webhook, enqueue, deliver, store, clock)))
                    .orElseGet(() -> TimedLook.at(clock.instant().plus(UNTIL_A_PLACE_IS_FREE)));
        }));
    }

    private static CompletionHandler<Void> look(
            long tenant, long webhook, EnqueueDeliveries enqueue, Deliver deliver, WebhookStore store, Clock clock) {
        long end = System.nanoTime() + READING.toNanos();
        boolean more = enqueue.next(tenant, webhook);
        while (more && System.nanoTime() < end) { // an import leaves hundreds of thousands of changes
            more = enqueue.next(tenant, webhook);
        }
        Optional<Instant> due = deliver.due(tenant, webhook);
        boolean live = store.find(tenant, webhook)
                .filter(one -> one.state() == Webhook.State.Active)
                .isPresent();
        Instant idle = clock.instant().plus(IDLE);
        return live
                ? TimedLook.at(
                        more ? clock.instant() : due.filter(idle::isAfter).orElse(idle))
                : new CompletionHandler.OnCompleteRemove<>();
    }
}

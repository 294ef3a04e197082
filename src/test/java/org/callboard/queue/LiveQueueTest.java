package org.callboard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.callboard.access.Tenants;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.NewBooking;
import org.callboard.changes.LiveChanges;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What open screens are told. */
class LiveQueueTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    private final AtomicInteger startedOver = new AtomicInteger();
    private final LiveChanges.Listener<QueueRow> ear = new LiveChanges.Listener<>() {
        @Override
        public void changed(List<QueueRow> rows) {
            rows.forEach(row -> told.add(row.key().id()));
        }

        @Override
        public void startOver() {
            startedOver.incrementAndGet();
        }
    };

    @Test
    void switchingBookingsOffEmptiesTheScreens() {
        shop.booking("Jordan Reyes", "937-555-0142");
        CallQueue queue = Server.bean(CallQueue.class);
        Runnable end = Server.bean(LiveQueue.class).listen(tenant, ear);
        shop.tenant.caller.run(() -> Server.bean(Tenants.class).showBookingsOnCalls(tenant, false));
        Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> startedOver.get() == 1);
        assertThat(shop.tenant.caller.call(() -> queue.waiting(tenant))).isEqualTo(new CallQueue.Waiting(List.of(), 0));
        shop.tenant.caller.run(() -> Server.bean(Tenants.class).showBookingsOnCalls(tenant, true));
        assertThat(shop.tenant.caller.call(() -> queue.waiting(tenant)).rows()).hasSize(1);
        end.run();
    }

    @Test
    void everyBookingOfManyWritersIsToldAlsoThoseThatCommitLate() throws InterruptedException {
        Runnable end = Server.bean(LiveQueue.class).listen(tenant, ear);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        long[] late = new long[1];
        Thread slow = Thread.ofVirtual()
                .start(() -> shop.tenant.caller.run(() -> Server.bean(TransactionTemplate.class)
                        .executeWithoutResult(status -> {
                            NewBooking booking = shop.newBooking("Slow", "937-555-0100");
                            late[0] = Server.bean(Bookings.class)
                                    .create(tenant, shop.provider.id(), booking)
                                    .id();
                            begun.countDown();
                            await(others);
                        })));
        await(begun);
        List<Booking> booked = AtOnce.run(30, i -> () -> shop.booking("Person " + i, "937-555-01" + (10 + i)));
        Set<Long> ids = booked.stream().map(Booking::id).collect(Collectors.toSet());
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(told).isEqualTo(ids));
        others.countDown();
        slow.join();
        ids.add(late[0]);
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(told).isEqualTo(ids));
        end.run();
    }

    /** Whatever fails once a change was read, as the database does between two questions: it is not read a second time. */
    @Test
    void whatCouldNotBeToldLetsEveryScreenStartOver() {
        LiveChanges.Listener<QueueRow> deaf = new LiveChanges.Listener<>() {
            @Override
            public void changed(List<QueueRow> rows) {
                throw new IllegalStateException("nothing can be drawn now");
            }

            @Override
            public void startOver() {}
        };
        Runnable endDeaf = Server.bean(LiveQueue.class).listen(tenant, deaf);
        Runnable end = Server.bean(LiveQueue.class).listen(tenant, ear);
        shop.booking("Jordan Reyes", "937-555-0142");
        Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> startedOver.get() > 0);
        assertThat(told).as("the one before it failed").isEmpty();
        endDeaf.run();
        end.run();
    }

    @Test
    void anotherNodeHearsSoon() {
        try (ConfigurableApplicationContext node = Server.startNode()) {
            Runnable end = node.getBean(LiveQueue.class).listen(tenant, ear);
            long id = shop.booking("Jordan Reyes", "937-555-0142").id();
            Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> told.contains(id));
            end.run();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.callboard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.callboard.database.Caller;
import org.callboard.http.ApiErrorResponse;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.server.WorkQueue.Kind;
import org.callboard.server.WorkQueue.Requester;
import org.callboard.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Who waits for heavy work, in which order, and who is sent away. */
class WorkQueueTest {

    private static final String LATER = "Too much at once. Try again later.";

    private SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final CountDownLatch untilAllWait = new CountDownLatch(1);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private WorkQueue queue = queue(4, Duration.ofMinutes(1), false);

    private WorkQueue queue(int places, Duration patience, boolean yields) {
        metrics = new SimpleMeterRegistry();
        return new WorkQueue(new Kind("test", 1, places, patience, yields, LATER), metrics);
    }

    @AfterEach
    void close() {
        untilAllWait.countDown();
        queue.close();
    }

    /** The one thread has something to do until everybody waits. */
    private void occupy() {
        CountDownLatch begun = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            while (!does(() -> {
                begun.countDown();
                await(untilAllWait);
            })) {
                // it had to wait too long
            }
        });
        await(begun);
    }

    /** False where Callboard's own work was refused. */
    private boolean does(Runnable work) {
        try {
            queue.call(Requester.CALLBOARD, () -> {
                work.run();
                return 0;
            });
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody who waits; gives what became of it: "done", or what was said. */
    private CompletableFuture<String> enters(String sender, boolean known, String name) {
        return enters(sender, known, name, () -> {});
    }

    private CompletableFuture<String> enters(String sender, boolean known, String name, Runnable meanwhile) {
        CompletableFuture<String> end = new CompletableFuture<>();
        int before = queue.waiting();
        Thread.startVirtualThread(() -> {
            try {
                end.complete(queue.call(new Requester(sender, known), () -> {
                    order.add(name);
                    meanwhile.run();
                    return "done";
                }));
            } catch (Refusal e) {
                end.complete(ApiErrorResponse.status(e).value() + " " + e.title());
            }
        });
        Eventually.is(true, () -> queue.waiting() > before || refused() > 0);
        return end;
    }

    private double refused() {
        return metrics.get("callboard.work.refused").counter().count();
    }

    @Test
    void sendersTakeTurnsHoweverMuchOneOfThemSends() {
        queue = queue(10, Duration.ofMinutes(1), false);
        occupy();
        for (String name : List.of("a1", "a2", "a3", "a4")) {
            enters("a", false, name);
        }
        enters("b", false, "b1");
        enters("c", false, "c1");
        CompletableFuture<String> last = enters("b", false, "b2");
        assertThat(metrics.get("callboard.work.waiting").gauges()).anyMatch(gauge -> gauge.value() == 7);
        untilAllWait.countDown();
        Eventually.is(7, order::size);
        assertThat(order).containsExactly("a1", "b1", "c1", "a2", "b2", "a3", "a4");
        assertThat(last.join()).isEqualTo("done");
    }

    /** Else somebody who comes once would wait for one of each who floods. */
    @Test
    void whoHasNothingElseWaitingGoesBeforeWhoeverHas() {
        occupy();
        enters("a", false, "a1");
        enters("b", false, "b1");
        enters("a", false, "a2", () -> enters("c", false, "c1"));
        enters("b", false, "b2");
        untilAllWait.countDown();
        Eventually.is(5, order::size);
        assertThat(order).containsExactly("a1", "b1", "a2", "c1", "b2");
    }

    @Test
    void oneSenderHasAtMostHalfOfThePlaces() {
        occupy();
        enters("a", false, "a1");
        enters("a", false, "a2");
        assertThat(enters("a", false, "a3").join()).isEqualTo("503 " + LATER);
        assertThat(refused()).isEqualTo(1);
        enters("b", false, "b1");
        enters("b", false, "b2");
        untilAllWait.countDown();
        Eventually.is(4, order::size);
    }

    @Test
    void whoIsKnownGoesFirstAndTakesThePlaceOfTheLastStranger() {
        occupy();
        enters("a", false, "a1");
        CompletableFuture<String> second = enters("a", false, "a2");
        enters("b", false, "b1");
        CompletableFuture<String> last = enters("b", false, "b2");
        enters("c", true, "known");
        assertThat(last.join()).isEqualTo("503 " + LATER);
        enters("a", true, "known beside a flood");
        assertThat(second.join()).isEqualTo("503 " + LATER);
        untilAllWait.countDown();
        Eventually.is(4, order::size);
        assertThat(order).containsExactly("known", "known beside a flood", "a1", "b1");
    }

    @Test
    void aThirdSenderFindsAPlaceWhereTwoHaveThemAll() {
        occupy();
        for (String sender : List.of("a", "b")) {
            enters(sender, false, sender + "1");
            enters(sender, false, sender + "2");
        }
        CompletableFuture<String> third = enters("c", false, "c1");
        untilAllWait.countDown();
        assertThat(third.join()).isEqualTo("done");
        Eventually.is(4, order::size);
        assertThat(order).containsExactly("a1", "b1", "c1", "a2");
    }

    @Test
    void whoWaitedTooLongIsSentAwayAndNothingWasDone() {
        queue = queue(4, Duration.ofMillis(1), false);
        occupy();
        assertThatThrownBy(() -> queue.call(new Requester("a", true), () -> order.add("a")))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(RefusalCode.BUSY));
        assertThat(queue.waiting()).isZero();
        untilAllWait.countDown();
        Eventually.is(true, () -> does(() -> order.add("later")));
        assertThat(order).containsExactly("later");
    }

    @Test
    void theWorkIsDoneAsWhoAskedForItAndThrowsToThem() {
        Caller caller = Caller.system(77);
        assertThat(caller.<Caller>call(() -> queue.call(Requester.CALLBOARD, Caller::current)))
                .isEqualTo(caller);
        assertThatThrownBy(() -> queue.call(Requester.CALLBOARD, Caller::current))
                .isInstanceOf(IllegalStateException.class);
        Refusal problem = RefusalCode.FORBIDDEN.refuse("No.");
        assertThatThrownBy(() -> queue.call(Requester.CALLBOARD, () -> {
                    throw problem;
                }))
                .isSameAs(problem);
        assertThatThrownBy(() -> queue.call(Requester.CALLBOARD, () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void whoIsInterruptedIsToldThatCallboardStops() {
        occupy();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> queue.call(new Requester("a", true), () -> order.add("a")))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(RefusalCode.STOPPING));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(queue.waiting()).isZero();
    }

    /** Whoever is woken by it must not be on a thread that inherited its place behind all others. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void computingLeavesTheProcessorToAllOthers() {
        queue = queue(4, Duration.ofMinutes(1), true);
        CompletableFuture<Integer> waiter = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            int computing = queue.call(Requester.CALLBOARD, WorkQueueTest::niceness);
            waiter.complete(computing * 100 + niceness());
        });
        assertThat(waiter.join()).isEqualTo(1000);
    }

    @Test
    void computingIsDoneOnThreadsOfTheSystem() {
        for (boolean yields : new boolean[] {true, false}) {
            WorkQueue one = queue(4, Duration.ofMinutes(1), yields);
            CompletableFuture<Boolean> virtual = new CompletableFuture<>();
            Thread.startVirtualThread(() -> virtual.complete(
                    one.call(Requester.CALLBOARD, () -> Thread.currentThread().isVirtual())));
            assertThat(virtual.join()).isFalse();
            one.close();
        }
    }

    /** Of the thread of the system that this runs on. */
    private static int niceness() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

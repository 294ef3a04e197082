package org.callboard.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallDirection;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.CallState;
import org.callboard.calls.Calls;
import org.callboard.database.Caller;
import org.callboard.demo.DemoTelephone.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Lets the telephone ring when whoever looks around asks for it. Nobody has a telephone here: who takes the call answers it,
 * and the caller rings off when something came of the call, or when nobody took it.
 */
class DemoRing implements DisposableBean {

    /** How long somebody waits for an answer. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(DemoRing.class);
    private static final Duration LONGEST_TALK = Duration.ofMinutes(20);
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final DemoTelephone telephone;
    private final DemoStore store;
    private final DemoPeople people;
    private final Calls calls;
    private final Clock clock;
    private final Random random = new Random();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean running = true;

    DemoRing(DemoTelephone telephone, DemoStore store, DemoPeople people, Calls calls, Clock clock) {
        this.telephone = telephone;
        this.store = store;
        this.people = people;
        this.calls = calls;
        this.clock = clock;
    }

    /** @param name as the network says it; empty where it says nothing */
    private record Somebody(String number, String name) {}

    /**
     * Somebody calls now: by turns a customer whose job is today, a stranger, a number that two customers have, and somebody
     * who withholds theirs. Empty where the telephone system was taken away.
     *
     * @param patience how long they wait for an answer
     */
    Optional<Call> ring(long tenant, Duration patience) {
        return telephone.system(tenant).map(system -> {
            Somebody caller = next(tenant);
            List<String> numbers = List.copyOf(telephone.numbers(tenant).values());
            Line line = new Line(
                    system,
                    "ring-" + clock.millis() + "-" + count.get(),
                    CallDirection.Inbound,
                    caller.number,
                    numbers.isEmpty() ? null : any(numbers),
                    caller.name.isEmpty() ? null : caller.name);
            Call call = telephone.tell(line, Kind.ringing, null);
            Instant until = clock.instant().plus(patience);
            Thread.ofVirtual()
                    .name("demo-ring")
                    .start(() -> Caller.system(tenant).run(() -> follow(line, tenant, call.id(), until)));
            return call;
        });
    }

    private Somebody next(long tenant) {
        return switch (count.getAndIncrement() % 4) {
            case 0 -> known(tenant, store.numbersOfToday(tenant, today(tenant)));
            case 1 -> stranger();
            case 2 -> known(tenant, store.sharedNumbers(tenant));
            default -> new Somebody("", "");
        };
    }

    private DemoStore.Day today(long tenant) {
        ZoneId zone = people.zone(tenant);
        var midnight = clock.instant().atZone(zone).toLocalDate();
        return new DemoStore.Day(
                midnight.atStartOfDay(zone).toInstant(),
                midnight.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private Somebody known(long tenant, List<String> wanted) {
        List<String> numbers = wanted.isEmpty() ? store.numbers(tenant) : wanted;
        return numbers.isEmpty() ? stranger() : new Somebody(any(numbers), "");
    }

    private Somebody stranger() {
        List<Somebody> all = new ArrayList<>();
        for (DemoText.Row row : DemoText.of("telephone")) {
            if (row.text(0).equals("stranger")) {
                all.add(new Somebody(row.text(1), row.text(2)));
            }
        }
        return any(all);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Sees to the call until it is over. Where this node stops meanwhile, it ends as one of which nothing more is told. */
    private void follow(Line line, long tenant, long id, Instant patience) {
        try {
            Instant longest = patience.plus(LONGEST_TALK);
            boolean over = false;
            while (running && !over) {
                Thread.sleep(BETWEEN);
                over = goOn(line, tenant, calls.get(tenant, id), patience, longest);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (running) {
                log.warn("the call {} of the demonstration ends by itself: {}", id, e.getMessage());
            }
        }
    }

    /** Whether it is over with this. */
    private boolean goOn(Line line, long tenant, Call call, Instant patience, Instant longest) {
        CallState state = call.state();
        if (state == null || state.isOver()) {
            return true;
        }
        Instant now = clock.instant();
        Long holder = call.handling().claimedBy();
        if (state == CallState.Ringing && holder != null) {
            telephone.tell(line, Kind.answered, telephone.extension(tenant, holder));
            return false;
        }
        boolean hangsUp = state == CallState.Ringing
                ? now.isAfter(patience)
                : call.desk() != CallDesk.Open || now.isAfter(longest);
        if (hangsUp) {
            telephone.tell(line, state == CallState.Ringing ? Kind.missed : Kind.ended, null);
        }
        return hangsUp;
    }

    @Override
    public void destroy() {
        running = false;
    }
}

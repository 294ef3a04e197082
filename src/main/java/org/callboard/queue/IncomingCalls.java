package org.callboard.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.callboard.jobs.OpenJob;
import org.callboard.jobs.OpenJobs;
import org.callboard.matches.LikelyMatches.NumberHolder;
import org.callboard.phonelines.TakingCalls;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says of calls on the line who they are and for whom they ring. Who a call is, is looked up once. */
@Service
class IncomingCalls {

    /** More customers behind one number say nothing of whose job is meant. */
    private static final int MOST_WITH_JOBS = 20;

    private record Key(
            long tenant,
            long call,
            @Nullable String number,
            @Nullable String told) {}

    private record Known(
            CallerNames.Caller caller, @Nullable OpenJob job) {}

    private static final Known NOBODY = new Known(new CallerNames.Caller("", "", List.of()), null);

    private final IncomingCallStore store;
    private final CallerNames names;
    private final TakingCalls taking;
    private final OpenJobs jobs;
    private final Cache<Key, Known> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    IncomingCalls(IncomingCallStore store, CallerNames names, TakingCalls taking, OpenJobs jobs) {
        this.store = store;
        this.names = names;
        this.taking = taking;
        this.jobs = jobs;
    }

    /** All calls that are on the line now, and these others, on the line or not. */
    List<IncomingCall> live(long tenant, Set<Long> others) {
        List<ActiveCall> calls = new ArrayList<>(store.live(tenant));
        Set<Long> missing = new HashSet<>(others);
        calls.forEach(call -> missing.remove(call.id()));
        if (!missing.isEmpty()) {
            calls.addAll(store.these(tenant, missing));
        }
        return incoming(tenant, calls);
    }

    /** These, on the line or not. */
    List<IncomingCall> these(long tenant, Collection<Long> ids) {
        return incoming(tenant, store.these(tenant, ids));
    }

    private List<IncomingCall> incoming(long tenant, List<ActiveCall> calls) {
        Map<ActiveCall, Known> callers = callers(
                tenant,
                calls.stream().filter(call -> call.rings() || call.talks()).toList());
        Map<Optional<Long>, Set<Long>> users = new HashMap<>();
        return calls.stream()
                .map(call -> {
                    Known who = callers.getOrDefault(call, NOBODY);
                    Set<Long> rung = call.rings()
                            ? users.computeIfAbsent(
                                    Optional.ofNullable(call.ownNumberId()),
                                    number -> taking.rungBy(tenant, number.orElse(null)))
                            : Set.of();
                    return new IncomingCall(call, who.caller, who.job, rung);
                })
                .toList();
    }

    /** Those who are not known yet are looked up together. */
    private Map<ActiveCall, Known> callers(long tenant, List<ActiveCall> calls) {
        Map<ActiveCall, Known> callers = new HashMap<>();
        List<ActiveCall> unknown = calls.stream()
                .filter(call -> {
                    Known before = known.getIfPresent(key(tenant, call));
                    if (before != null) {
                        callers.put(call, before);
                    }
                    return before == null;
                })
                .toList();
        if (!unknown.isEmpty()) {
            CallerNames.Known holders =
                    names.known(tenant, unknown.stream().map(ActiveCall::number).filter(Objects::nonNull));
            for (ActiveCall call : unknown) {
                Known found = known(tenant, holders.of(call.number(), call.withheld(), call.told()));
                known.put(key(tenant, call), found);
                callers.put(call, found);
            }
        }
        return callers;
    }

    private Known known(long tenant, CallerNames.Caller caller) {
        List<Long> customers =
                caller.customers().stream().map(NumberHolder::customerId).toList();
        return new Known(
                caller,
                customers.size() > MOST_WITH_JOBS
                        ? null
                        : jobs.of(tenant, customers, 1).stream().findFirst().orElse(null));
    }

    private static Key key(long tenant, ActiveCall call) {
        return new Key(tenant, call.id(), call.number(), call.told());
    }
}

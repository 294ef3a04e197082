package org.callboard.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The call reasons of a tenant. */
@Service
public class CallReasons extends Settings<CallReason, CallReason.Details> {

    private static final String EXISTING_JOB = "Existing job";

    private final CallReasonStore store;

    CallReasons(CallReasonStore store, Changes changes) {
        super(store, changes, EntityKind.CALL_REASON);
        this.store = store;
    }

    /**
     * The reason of calls about a job that is booked already, which is no lead, also where it is renamed or retired. Where
     * there is none yet it is the one of that name, or is added; where the name is that of a lead's, with a number after it.
     */
    @Transactional
    public CallReason existingJob(long tenant) {
        return store.forExistingJob(tenant).orElseGet(() -> {
            store.keepAdding(tenant);
            return store.forExistingJob(tenant).orElseGet(() -> {
                CallReason reason =
                        noLead(tenant).orElseGet(() -> add(tenant, new CallReason.Details(freeName(tenant), false)));
                store.keepForExistingJob(tenant, reason.id());
                return reason;
            });
        });
    }

    private Optional<CallReason> noLead(long tenant) {
        Map<String, CallReason> named = named(tenant);
        return names().map(name -> Optional.ofNullable(named.get(name.toLowerCase(Locale.ROOT))))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .filter(reason -> !reason.details().isLead())
                .findFirst();
    }

    private String freeName(long tenant) {
        Map<String, CallReason> named = named(tenant);
        return names().filter(name -> !named.containsKey(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, CallReason> named(long tenant) {
        return all(tenant).stream()
                .collect(Collectors.toMap(
                        reason -> reason.details().name().toLowerCase(Locale.ROOT), Function.identity(), (a, b) -> a));
    }

    private static Stream<String> names() {
        return IntStream.iterate(1, i -> i + 1).mapToObj(i -> i == 1 ? EXISTING_JOB : EXISTING_JOB + " " + i);
    }
}

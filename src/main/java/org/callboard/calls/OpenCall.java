package org.callboard.calls;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.callboard.changes.Action;
import org.callboard.database.Caller;
import org.callboard.database.RecordShape;
import org.callboard.phonelines.CallerNumber;
import org.callboard.phonelines.WhoseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a call by hand, for somebody who talks on a telephone of which nobody tells. Everything here acts as the current
 * caller, a user.
 */
@Service
public class OpenCall {

    private final CallStore store;
    private final HoldCall holds;
    private final SaveCall save;
    private final WhoseNumber whose;
    private final Clock clock;

    OpenCall(CallStore store, HoldCall holds, SaveCall save, WhoseNumber whose, Clock clock) {
        this.store = store;
        this.holds = holds;
        this.save = save;
        this.whose = whose;
        this.clock = clock;
    }

    /**
     * Opens a call that is the caller's, or says more of the one with the same key. A telephone that rings with the number,
     * or on which they talk, has told of it already: then it is that call, which is the caller's where nobody has it.
     *
     * @param key what a page sends with all that it says of one call
     * @param typed the number as it was typed; null where it is not known
     * @param name whose it is, as far as that was said
     */
    @Transactional
    public Call open(long tenant, UUID key, @Nullable String typed, @Nullable String name) {
        CallerNumber.Number read =
                typed != null && whose.read(tenant, typed) instanceof CallerNumber.Number known ? known : null;
        String number = read == null ? null : read.e164();
        if (read != null) {
            whose.keep(
                    tenant,
                    read); // before a row of it is held; a call that is told just now is seen here, or sees this
        }
        Optional<Call> made = store.lockMade(tenant, key);
        Optional<Call> live = number == null
                ? Optional.empty()
                : store.live(tenant, number).stream()
                        .filter(call ->
                                call.desk() == CallDesk.Open && made.stream().noneMatch(own -> own.id() == call.id()))
                        .findFirst();
        if (live.isPresent()) {
            return join(tenant, made, live.get().id(), name);
        }
        if (made.isEmpty()) {
            return create(tenant, key, number, name);
        }
        Call call = made.get();
        if (call.desk() != CallDesk.Open || !call.isClaimedBy(user())) {
            return call;
        }
        Call said = call.externalId() == null ? said(call, number, name) : keep(call, name);
        return save.save(tenant, call, said, false, null);
    }

    /** With what was said of a call of which a telephone tells, as far as that does not say it itself. */
    private static Call keep(Call call, @Nullable String name) {
        return call.telephone().callerName() == null
                ? call.with(RecordShape.with(call.telephone(), "callerName", name))
                : call;
    }

    /** With what was known of the one that goes on as this, as far as nothing is known of it here. */
    private static Call keep(Call call, Call own) {
        Call.Handling handling = call.handling();
        Call.Handling known = own.handling();
        if (handling.memo() == null) {
            handling = RecordShape.with(handling, "memo", known.memo());
        }
        if (handling.customerId() == null) {
            handling = handling.about(known.about());
        }
        if (handling.campaignId() == null) {
            handling = RecordShape.with(handling, "campaignId", known.campaignId());
        }
        return keep(call.with(handling), own.telephone().callerName());
    }

    private Call create(long tenant, UUID key, @Nullable String number, @Nullable String name) {
        Call call = store.insertByHand(tenant, key).orElse(null);
        if (call == null) { // the same page was faster
            return store.lockMade(tenant, key).orElseThrow();
        }
        Instant now = clock.instant();
        Instant until = now.plus(HoldCall.BY_HAND);
        Call mine = said(call, number, name);
        mine = RecordShape.with(mine.with(mine.handling().claimed(user(), now, until)), "lookOn", until);
        return save.save(tenant, call, mine, true, null);
    }

    private static Call said(Call call, @Nullable String number, @Nullable String name) {
        Call.Telephone said = RecordShape.with(call.telephone(), "number", number);
        return call.with(RecordShape.with(said, "callerName", name));
    }

    /** What was opened by hand goes on as the call that a telephone tells of, with all that was said of it. */
    private Call join(long tenant, Optional<Call> made, long live, @Nullable String name) {
        Call call = store.lock(tenant, live).orElseThrow();
        Call taken = call.isHeld(clock.instant()) ? call : holds.claim(tenant, live);
        Optional<Call> joins = made.filter(own -> own.desk() == CallDesk.Open && own.isClaimedBy(user()));
        Call told = taken.isClaimedBy(user()) ? keep(taken, name) : taken;
        told = joins.isPresent() ? keep(told, joins.get()) : told;
        Call kept = save.save(tenant, taken, told, false, null);
        joins.ifPresent(own -> {
            Call.Handling joined = own.unclaimed(CallDesk.Joined, null).handling();
            joined = RecordShape.with(RecordShape.with(joined, "joinedToId", live), "closedOn", clock.instant());
            joined = RecordShape.with(joined, "closedBy", user());
            save.save(tenant, own, own.with(joined), false, Action.JOINED);
            store.deactivate(tenant, own.id());
        });
        return kept;
    }

    private static long user() {
        return Caller.current().userId();
    }
}

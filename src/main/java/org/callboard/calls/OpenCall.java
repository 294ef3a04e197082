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
     * Opens a call that is the caller's, or says more of the one with the same key. Where the number rings or somebody talks
     * with it there is that call already: then it is that one. Either is the caller's where nobody has it. CALL_HELD where
     * somebody else has it, also where they took the one with the key, whose id is {@code call} among the facts; then nothing
     * was written.
     *
     * @param key what a page sends with all that it says of one call
     * @param typed the number as it was typed; null where it is not known
     * @param name whose it is, as far as that was said
     * @param apart whether it is a call of its own, whoever talks with the number
     */
    @Transactional
    public Call open(long tenant, UUID key, @Nullable String typed, @Nullable String name, boolean apart) {
        CallerNumber.Number read =
                typed != null && whose.read(tenant, typed) instanceof CallerNumber.Number known ? known : null;
        String number = read == null ? null : read.e164();
        if (read != null) {
            // before a row of it is held; a call that is told just now is seen here, or sees this
            whose.keep(tenant, read);
        }
        Optional<Call> made = store.lockMade(tenant, key);
        if (number != null && !apart) {
            Optional<Call> running = store.running(tenant, number, clock.instant()).stream()
                    .filter(call -> made.stream().noneMatch(own -> own.id() == call.id()))
                    .findFirst();
            if (running.isPresent()) {
                return join(tenant, made, running.get().id(), name);
            }
        }
        if (made.isEmpty()) {
            return create(tenant, key, number, name);
        }
        Call call = made.get();
        if (call.desk() != CallDesk.Open) {
            return call;
        }
        Call mine = call.isClaimedBy(user()) ? call : claim(tenant, call);
        Call said = mine.externalId() == null ? said(mine, number, name) : keep(mine, name);
        return save.save(tenant, mine, said, false, null);
    }

    /** Goes on with a call that another user has, in place of the one with the key; CALL_HELD where a third has it by now. */
    @Transactional
    public Call takeOver(long tenant, UUID key, long id, long from, @Nullable String name) {
        Optional<Call> made = store.lockMade(tenant, key);
        return goOn(tenant, made, holds.takeOver(tenant, id, from), name);
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

    private Call join(long tenant, Optional<Call> made, long running, @Nullable String name) {
        return goOn(tenant, made, claim(tenant, store.lock(tenant, running).orElseThrow()), name);
    }

    /** A locked one, as the caller's; CALL_HELD, which says which it is, where somebody else has it. */
    private Call claim(long tenant, Call call) {
        if (call.isHeld(clock.instant()) && !call.isClaimedBy(user())) {
            throw HoldCall.held(call).with("call", call.id());
        }
        return holds.claim(tenant, call.id());
    }

    /**
     * What was opened by hand goes on as another call, which is the caller's by now, with all that was said of it. One of which
     * a telephone tells by now is a call of its own: it stays as it is, and its page says no more of it.
     */
    private Call goOn(long tenant, Optional<Call> made, Call as, @Nullable String name) {
        Optional<Call> other = made.filter(own -> own.id() != as.id());
        other.filter(own -> own.externalId() != null).ifPresent(told -> store.forgetKey(tenant, told.id()));
        Optional<Call> joins =
                other.filter(own -> own.externalId() == null && own.desk() == CallDesk.Open && own.isClaimedBy(user()));
        Call told = keep(as, name);
        told = joins.isPresent() ? keep(told, joins.get()) : told;
        Call kept = save.save(tenant, as, told, false, null);
        joins.ifPresent(own -> {
            Call.Handling joined = own.unclaimed(CallDesk.Joined, null).handling();
            joined = RecordShape.with(RecordShape.with(joined, "joinedToId", as.id()), "closedOn", clock.instant());
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

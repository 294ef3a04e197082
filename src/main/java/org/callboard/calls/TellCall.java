package org.callboard.calls;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callboard.calls.Call.Handling;
import org.callboard.calls.Call.Telephone;
import org.callboard.database.RecordShape;
import org.callboard.phonelines.CallerNumber;
import org.callboard.phonelines.CallerNumber.Number;
import org.callboard.phonelines.OwnNumber;
import org.callboard.phonelines.OwnNumbers;
import org.callboard.phonelines.Party;
import org.callboard.phonelines.WhoseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what a telephone system tells of a call. It may be told twice and in any order: each event adds its facts to those
 * of the call, and the call's state follows from all of them.
 */
@Service
public class TellCall {

    private final CallStore store;
    private final CallLegStore legs;
    private final OwnNumbers ownNumbers;
    private final WhoseNumber whose;
    private final SaveCall save;
    private final Clock clock;

    TellCall(CallStore store, CallLegStore legs, OwnNumbers ownNumbers, WhoseNumber whose, SaveCall save, Clock clock) {
        this.store = store;
        this.legs = legs;
        this.ownNumbers = ownNumbers;
        this.whose = whose;
        this.save = save;
        this.clock = clock;
    }

    /** A call and its row, which this transaction holds. */
    private record Held(Call call, boolean created) {}

    /**
     * Takes one event in, and gives the call as it is with it. The first one of a call makes it, or takes the one that
     * somebody opened by hand when the telephone rang; of several that come at once one does, and the others join it.
     */
    @Transactional
    public Call tell(long tenant, CallEvent event) {
        Held held = held(tenant, event);
        Call stood = held.call;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<CallLeg> known = new ArrayList<>(legs.of(tenant, stood.id()));
        Call before = overMeanwhile(stood, known, now);
        Long agent = SettleCall.agent(before, known);
        add(tenant, stood.id(), known, event);
        Call told = RecordShape.with(facts(tenant, before, event), "toldOn", now);
        boolean fresh = held.created
                || before.direction() != told.direction()
                || !Objects.equals(before.toldOther(), told.toldOther());
        if (fresh) {
            told = classified(tenant, before, told, agent);
        }
        told = told.with(credited(tenant, before, told));
        Call settled = asHandled(
                tenant, stood, SettleCall.settled(held.created ? null : before, agent, told, known, fresh, now), known);
        return save.save(tenant, stood, settled, held.created, null);
    }

    /** A call whose call-back somebody has closed stays where it is, whatever turns out about it. */
    private Call asHandled(long tenant, Call before, Call settled, List<CallLeg> known) {
        Long callBack = before.handling().callBackId();
        boolean leaves = before.desk() == CallDesk.CallBack && settled.desk() != CallDesk.CallBack;
        if (!leaves || callBack == null || !store.isCalledBack(tenant, callBack)) {
            return settled;
        }
        Call stays = settled.with(before.handling());
        return RecordShape.with(stays, "lookOn", SettleCall.lookOn(stays, known));
    }

    /** Finds the call, or makes it, and holds its row. */
    private Held held(long tenant, CallEvent event) {
        Optional<Call> there = store.lock(tenant, event.systemId(), event.externalId());
        if (there.isPresent()) {
            return new Held(there.get(), false);
        }
        store.keep(tenant, event);
        there = store.lock(tenant, event.systemId(), event.externalId());
        if (there.isPresent()) {
            return new Held(there.get(), false);
        }
        if (whose.read(tenant, event.other()) instanceof Number number) {
            whose.keep(tenant, number); // before a row of it is held, as by whoever blocks it
            Optional<Call> byHand = store.adopt(tenant, event, number.e164());
            if (byHand.isPresent()) {
                return new Held(untold(byHand.get()), false);
            }
        }
        return new Held(store.insert(tenant, event), true);
    }

    /** As it stood before a telephone told of it. */
    private static Call untold(Call adopted) {
        Call before = RecordShape.with(RecordShape.with(adopted, "systemId", null), "externalId", null);
        return before.with(RecordShape.with(adopted.telephone(), "state", null));
    }

    /** What comes after the pause in which a call may go from one telephone to the next finds it over. */
    private static Call overMeanwhile(Call call, List<CallLeg> known, Instant now) {
        Instant over = SettleCall.overOn(call, known);
        boolean quiet = CallLeg.areQuiet(known);
        return over != null && quiet && !over.isAfter(now) ? OverdueCalls.over(call, known, false, now) : call;
    }

    private void add(long tenant, long call, List<CallLeg> known, CallEvent event) {
        CallEvent.Agent named = event.agent();
        Long agent = named == null
                ? null
                : whose.agent(tenant, named.extension(), named.telephone(), named.email())
                        .orElse(null);
        CallLeg told = CallLeg.of(event, agent);
        if (told == null) {
            return;
        }
        CallLeg before = known.stream()
                .filter(leg -> leg.leg().equals(told.leg()))
                .findFirst()
                .orElse(null);
        CallLeg after = before == null ? told : before.and(told);
        if (!after.equals(before)) {
            known.remove(before);
            known.add(after);
            legs.put(tenant, call, after);
        }
    }

    /**
     * What is told of the call itself; the rest follows from its telephones. What is told takes the place of what was only
     * assumed, so that it is the same in whatever order it is told.
     */
    private Call facts(long tenant, Call call, CallEvent event) {
        Telephone before = call.telephone();
        boolean whole = event.leg() == null && event.direction() != null; // knows better than one telephone
        CallDirection direction = call.directionTold() && !whole ? call.direction() : event.assumed();
        String from = told(tenant, before.toldFrom(), event.from());
        String to = told(tenant, before.toldTo(), event.to());
        boolean inbound = direction == CallDirection.Inbound;
        Long line = before.ownNumberId();
        if (line == null) {
            Long dialed = line(
                    tenant, inbound ? event.to() : event.from()); // each telephone may be called under another number
            line = dialed == null ? line(tenant, inbound ? to : from) : dialed;
        }
        boolean over = event.leg() == null && event.kind().isEnd();
        Telephone telephone = new Telephone(
                event.at().isBefore(before.receivedOn()) ? event.at() : before.receivedOn(),
                before.state(),
                from,
                to,
                before.number(),
                before.withheld(),
                before.callerName() == null ? event.callerName() : before.callerName(),
                line,
                before.agentId(),
                before.agentExternalId(),
                before.agentName(),
                before.answeredOn(),
                before.endedOn(),
                before.isOver() || over,
                before.endUntold() && !over,
                event.kind() == CallEvent.Kind.recording ? event.url() : before.recordingUrl(),
                event.kind() == CallEvent.Kind.voicemail ? event.url() : before.voicemailUrl());
        Call told = RecordShape.with(call.with(telephone), "direction", direction);
        return RecordShape.with(told, "directionTold", call.directionTold() || event.direction() != null);
    }

    /** The first that was told, unless only what comes now is a number. */
    private @Nullable String told(long tenant, @Nullable String before, @Nullable String now) {
        if (before == null || now == null) {
            return before == null ? now : before;
        }
        boolean better = whose.read(tenant, now) instanceof Number && !(whose.read(tenant, before) instanceof Number);
        return better ? now : before;
    }

    private @Nullable Long line(long tenant, @Nullable String told) {
        return ownNumbers.told(tenant, told).map(OwnNumber::id).orElse(null);
    }

    /** With the other party's number understood, and put where such calls belong, unless somebody is at it already. */
    private Call classified(long tenant, Call before, Call call, @Nullable Long agent) {
        CallerNumber other = whose.read(tenant, call.toldOther());
        if (other instanceof Number number) {
            whose.keep(tenant, number);
        }
        Party party = whose.of(tenant, other);
        boolean nobody =
                other instanceof CallerNumber.Withheld || other instanceof CallerNumber.Line && !party.isInternal();
        Telephone telephone =
                RecordShape.with(call.telephone(), "number", other instanceof Number number ? number.e164() : null);
        Call read = call.with(RecordShape.with(telephone, "withheld", nobody));
        CallDesk desk = place(call.direction(), party);
        boolean settled = switch (call.desk()) {
            case Booked, Lead, Dismissed, Joined -> true;
            case Open -> call.isTakenByHand(agent) || isTakenUp(tenant, before);
            case CallBack, Lost, Internal, Blocked, Outgoing -> false;
        };
        return settled || desk == call.desk() ? read : read.unclaimed(desk, null);
    }

    private static CallDesk place(CallDirection direction, Party other) {
        boolean inbound = direction == CallDirection.Inbound;
        return switch (other) {
            case Ours, Colleague -> CallDesk.Internal;
            case Blocked -> inbound ? CallDesk.Blocked : CallDesk.Outgoing;
            case Somebody -> inbound ? CallDesk.Open : CallDesk.Outgoing;
        };
    }

    /** Whether an open call is open since somebody took it, the one who talked too: what was told of it put it elsewhere. */
    private boolean isTakenUp(long tenant, Call before) {
        if (before.handling().answeredByDeskOn() == null) {
            return false;
        }
        Party other = whose.of(tenant, whose.read(tenant, before.toldOther()));
        return place(before.direction(), other) != CallDesk.Open;
    }

    /** What the dialed number says of where the call comes from, once that is known and unless somebody said otherwise. */
    private Handling credited(long tenant, Call before, Call call) {
        Handling handling = call.handling();
        Long line = call.telephone().ownNumberId();
        if (line == null || before.telephone().ownNumberId() != null) {
            return handling;
        }
        OwnNumber own = ownNumbers.find(tenant, line).orElseThrow();
        Handling credited =
                handling.campaignId() == null ? RecordShape.with(handling, "campaignId", own.campaignId()) : handling;
        return handling.businessUnitId() == null
                ? RecordShape.with(credited, "businessUnitId", own.businessUnitId())
                : credited;
    }
}

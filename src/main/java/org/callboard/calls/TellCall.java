package org.callboard.calls;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
    private final CallLook look;
    private final Clock clock;

    TellCall(
            CallStore store,
            CallLegStore legs,
            OwnNumbers ownNumbers,
            WhoseNumber whose,
            SaveCall save,
            CallLook look,
            Clock clock) {
        this.store = store;
        this.legs = legs;
        this.ownNumbers = ownNumbers;
        this.whose = whose;
        this.save = save;
        this.look = look;
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
        add(tenant, stood.id(), known, event);
        Telephone facts = facts(tenant, before.telephone(), event);
        Call told = RecordShape.with(before.with(facts), "toldOn", now);
        boolean fresh = before.toldOther() == null && told.toldOther() != null || held.created;
        if (fresh) {
            told = classified(tenant, told);
        }
        told = told.with(credited(tenant, before, told));
        Call settled = SettleCall.settled(held.created ? null : before, told, known, fresh, now);
        Call saved = save.save(tenant, stood, settled, held.created, null);
        look.watch(tenant, stood.lookOn(), saved);
        return saved;
    }

    /** Finds the call, or makes it, and holds its row. */
    private Held held(long tenant, CallEvent event) {
        Optional<Call> there = store.lock(tenant, event.systemId(), event.externalId());
        if (there.isPresent()) {
            return new Held(there.get(), false);
        }
        String other = event.direction() == CallDirection.Inbound ? event.from() : event.to();
        if (whose.read(tenant, other) instanceof Number number) {
            Optional<Call> byHand = store.adopt(tenant, event, number.e164());
            if (byHand.isPresent()) {
                return new Held(untold(byHand.get()), false);
            }
        }
        // who waits here for another transaction finds the call of that one below
        return store.insert(tenant, event)
                .map(call -> new Held(call, true))
                .orElseGet(() -> new Held(
                        store.lock(tenant, event.systemId(), event.externalId()).orElseThrow(), false));
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

    /** What is told of the call itself; the rest follows from its telephones. */
    private Telephone facts(long tenant, Telephone before, CallEvent event) {
        boolean over = event.leg() == null && event.kind().isEnd();
        String from = before.toldFrom() == null ? event.from() : before.toldFrom();
        String to = before.toldTo() == null ? event.to() : before.toldTo();
        String line = event.direction() == CallDirection.Inbound ? to : from;
        boolean recording = event.kind() == CallEvent.Kind.recording;
        boolean voicemail = event.kind() == CallEvent.Kind.voicemail;
        return new Telephone(
                event.at().isBefore(before.receivedOn()) ? event.at() : before.receivedOn(),
                before.state(),
                from,
                to,
                before.number(),
                before.withheld(),
                before.callerName() == null ? event.callerName() : before.callerName(),
                before.ownNumberId() == null ? line(tenant, line) : before.ownNumberId(),
                before.agentId(),
                before.agentExternalId(),
                before.agentName(),
                before.answeredOn(),
                before.endedOn(),
                before.isOver() || over,
                before.endUntold() && !over,
                recording ? event.url() : before.recordingUrl(),
                voicemail ? event.url() : before.voicemailUrl());
    }

    private @Nullable Long line(long tenant, @Nullable String told) {
        return whose.read(tenant, told) instanceof Number number
                ? ownNumbers.of(tenant, number.e164()).map(OwnNumber::id).orElse(null)
                : null;
    }

    /** With the other party's number understood, and put where such calls belong, unless somebody is at it already. */
    private Call classified(long tenant, Call call) {
        CallerNumber other = whose.read(tenant, call.toldOther());
        Party party = whose.of(tenant, other);
        boolean inbound = call.direction() == CallDirection.Inbound;
        Telephone telephone = call.telephone();
        if (telephone.number() == null && other instanceof Number number) {
            telephone = RecordShape.with(telephone, "number", number.e164());
        }
        boolean nobody =
                other instanceof CallerNumber.Withheld || other instanceof CallerNumber.Line && !party.isInternal();
        telephone = RecordShape.with(telephone, "withheld", nobody && telephone.number() == null);
        Call read = call.with(telephone);
        CallDesk open = inbound ? CallDesk.Open : CallDesk.Outgoing;
        CallDesk desk = party.isInternal()
                ? CallDesk.Internal
                : inbound && party instanceof Party.Blocked ? CallDesk.Blocked : open;
        boolean settled = call.handling().claimedBy() != null
                || switch (call.desk()) {
                    case Open, CallBack, Lost, Internal, Blocked, Outgoing -> false;
                    case Booked, Lead, Dismissed, Joined -> true;
                };
        return settled || desk == call.desk() ? read : read.unclaimed(desk, null);
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

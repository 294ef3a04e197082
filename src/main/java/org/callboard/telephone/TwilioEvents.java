package org.callboard.telephone;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.callboard.calls.CallDirection;
import org.callboard.calls.CallEvent;
import org.callboard.calls.CallEvent.Agent;
import org.callboard.calls.CallEvent.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a request of Twilio says of a call, as every telephone system tells it. The call of the caller is the call; each
 * telephone that is dialed for it is a leg. The call of the caller reads as answered though nobody picked up, so of a call
 * that came in only its end and its numbers count, and of one that a user makes only who that is and its end.
 *
 * @param line the own number that the address names, E.164; null where it names none
 * @param isOwn whether a number as Twilio has it is one of the company's own
 * @param isUser whether it is the telephone of a user
 * @param received when the request came
 */
record TwilioEvents(
        long system,
        TwilioRequest sent,
        @Nullable String line,
        Predicate<String> isOwn,
        Predicate<String> isUser,
        Instant received) {

    /** Why a call or a leg ended, in the words of every system. */
    private static final Map<String, String> MISSED =
            Map.of("busy", "Busy", "no-answer", "NoAnswer", "canceled", "Canceled", "failed", "Failed");

    private static final Set<String> BEGINS = Set.of("queued", "initiated", "ringing", "in-progress");

    /** The events of the request; none where it says nothing of a call. */
    List<CallEvent> all() {
        String id = sent.get("CallSid");
        if (id == null) {
            return List.of();
        }
        String parent = sent.get("ParentCallSid");
        List<CallEvent> events = new ArrayList<>();
        String status = sent.get("CallStatus");
        if (status != null) {
            events.addAll(parent == null ? ofCall(id, status) : ofLeg(parent, id, status));
        }
        String recording = sent.get("RecordingUrl");
        String state = sent.get("RecordingStatus");
        if (recording != null && recording.startsWith("https://") && (state == null || state.equals("completed"))) {
            Kind kind = sent.parameter("voicemail") == null ? Kind.recording : Kind.voicemail;
            events.add(event(parent == null ? id : parent, kind, null, null, null, null, null, at(), recording));
        }
        return events;
    }

    private List<CallEvent> ofCall(String id, String status) {
        String from = told("from", "From");
        String to = told("to", "To");
        boolean inbound = "inbound".equals(sent.get("Direction"));
        if (!inbound) {
            return isUsers(to) ? ofUser(id, status, to) : outgoing(id, status, from, to);
        }
        if (line == null && isUsers(from) && !isOurs(to)) {
            return ofUser(id, status, from);
        }
        String called = line == null ? to : line;
        if (MISSED.containsKey(status)) {
            return List.of(event(id, Kind.missed, null, CallDirection.Inbound, from, called, null, at(), null));
        }
        if (status.equals("completed")) {
            return List.of(event(id, Kind.ended, null, CallDirection.Inbound, from, called, null, at(), null));
        }
        return BEGINS.contains(status)
                ? List.of(event(id, Kind.ringing, null, CallDirection.Inbound, from, called, null, at(), null))
                : List.of();
    }

    /** Of a call that goes out at once to whom it is for: who is called answers it. */
    private List<CallEvent> outgoing(String id, String status, @Nullable String from, @Nullable String to) {
        Agent agent = isUsers(from) ? agent(from) : null;
        CallDirection out = CallDirection.Outbound;
        if (MISSED.containsKey(status)) {
            return List.of(event(id, Kind.missed, null, out, from, to, agent, at(), null));
        }
        if (status.equals("completed")) {
            return List.of(
                    event(id, Kind.answered, null, out, from, to, agent, answered(), null),
                    event(id, Kind.ended, null, out, from, to, agent, at(), null));
        }
        Kind kind = status.equals("in-progress") ? Kind.answered : Kind.ringing;
        return BEGINS.contains(status) ? List.of(event(id, kind, null, out, from, to, agent, at(), null)) : List.of();
    }

    /**
     * Of the telephone of a user who calls somebody: it is up before anybody is called, so it says only who calls and when
     * that is over. The telephone that is dialed next, a leg, is that of who is called.
     */
    private List<CallEvent> ofUser(String id, String status, @Nullable String telephone) {
        boolean missed = MISSED.containsKey(status);
        boolean over = missed || status.equals("completed");
        if (!over && !BEGINS.contains(status)) {
            return List.of();
        }
        Kind kind = missed ? Kind.missed : over ? Kind.ended : Kind.ringing;
        return List.of(event(id, kind, null, CallDirection.Outbound, null, null, agent(telephone), at(), null));
    }

    /**
     * Of a telephone that was dialed: it is called by whoever calls, or under one of our numbers, which says nothing; where it
     * is nobody's of ours, and the address names none of our numbers, it is whom we call.
     */
    private List<CallEvent> ofLeg(String call, String leg, String status) {
        String caller = told("from", "From");
        String dialed = sent.get("To");
        boolean named = line != null || sent.parameter("to") != null;
        boolean calls =
                !named && dialed != null && !isUsers(dialed) && !isOurs(dialed) && (isOurs(caller) || isUsers(caller));
        CallDirection direction = calls ? CallDirection.Outbound : null;
        String from = isOurs(caller) || calls ? null : caller;
        String to = calls ? dialed : line == null ? sent.parameter("to") : line;
        Agent agent = agent(calls ? isUsers(caller) ? caller : null : dialed);
        return switch (status) {
            case "queued", "initiated" ->
                List.of(event(call, Kind.ringing, null, direction, from, to, null, at(), null));
            case "ringing" -> List.of(event(call, Kind.ringing, leg, direction, from, to, agent, at(), null));
            case "in-progress" -> List.of(event(call, Kind.answered, leg, direction, from, to, agent, at(), null));
            case "completed" ->
                List.of(
                        event(call, Kind.answered, leg, direction, from, to, agent, answered(), null),
                        event(call, Kind.ended, leg, direction, from, to, agent, at(), null));
            default ->
                MISSED.containsKey(status)
                        ? List.of(event(call, Kind.missed, leg, direction, from, to, agent, at(), null))
                        : List.of();
        };
    }

    private boolean isOurs(@Nullable String told) {
        return told != null && isOwn.test(told);
    }

    private boolean isUsers(@Nullable String told) {
        return told != null && isUser.test(told);
    }

    private static @Nullable Agent agent(@Nullable String telephone) {
        return telephone == null ? null : new Agent(null, telephone, null, null, null);
    }

    private CallEvent event(
            String call,
            Kind kind,
            @Nullable String leg,
            @Nullable CallDirection direction,
            @Nullable String from,
            @Nullable String to,
            @Nullable Agent agent,
            Instant at,
            @Nullable String url) {
        String status = sent.get("CallStatus");
        String reason = kind == Kind.missed && status != null ? MISSED.get(status) : null;
        return new CallEvent(
                system, call, kind, leg, direction, from, to, sent.get("CallerName"), agent, reason, at, url);
    }

    /** What the address says, else what the form does: the address knows better where a call was handed on. */
    private @Nullable String told(String parameter, String field) {
        String said = sent.parameter(parameter);
        return said == null ? sent.get(field) : said;
    }

    private Instant at() {
        String time = sent.get("Timestamp");
        try {
            return time == null
                    ? received
                    : EventTime.believed(DateTimeFormatter.RFC_1123_DATE_TIME.parse(time, Instant::from), received);
        } catch (DateTimeException e) {
            return received;
        }
    }

    /** When what is over now was answered. */
    private Instant answered() {
        String seconds = sent.get("CallDuration");
        boolean known = seconds != null && seconds.matches("[0-9]{1,6}");
        return known ? at().minus(Duration.ofSeconds(Long.parseLong(seconds))) : at();
    }
}

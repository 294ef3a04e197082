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
 * that came in only its end and its numbers count.
 *
 * @param line the own number that the address names, E.164; null where it names none
 * @param isOwn whether a number as Twilio has it is one of the company's own
 * @param received when the request came
 */
record TwilioEvents(
        long system, TwilioRequest sent, @Nullable String line, Predicate<String> isOwn, Instant received) {

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
        boolean calls = !"inbound".equals(sent.get("Direction"));
        CallDirection direction = calls ? CallDirection.Outbound : CallDirection.Inbound;
        String from = told("from", "From");
        String to = line == null || calls ? told("to", "To") : line;
        if (MISSED.containsKey(status)) {
            return List.of(event(id, Kind.missed, null, direction, from, to, null, at(), null));
        }
        if (status.equals("completed")) {
            CallEvent over = event(id, Kind.ended, null, direction, from, to, null, at(), null);
            return calls
                    ? List.of(event(id, Kind.answered, null, direction, from, to, null, answered(), null), over)
                    : List.of(over);
        }
        boolean answered = calls && status.equals("in-progress");
        return BEGINS.contains(status)
                ? List.of(
                        event(id, answered ? Kind.answered : Kind.ringing, null, direction, from, to, null, at(), null))
                : List.of();
    }

    /** Of a telephone that was dialed: it is called by whoever calls, or under one of our numbers, which says nothing. */
    private List<CallEvent> ofLeg(String call, String leg, String status) {
        String caller = told("from", "From");
        String from = caller != null && isOwn.test(caller) ? null : caller;
        String to = line == null ? sent.parameter("to") : line;
        String dialed = sent.get("To");
        Agent agent = dialed == null ? null : new Agent(null, dialed, null, null, null);
        return switch (status) {
            case "queued", "initiated" -> List.of(event(call, Kind.ringing, null, null, from, to, null, at(), null));
            case "ringing" -> List.of(event(call, Kind.ringing, leg, null, from, to, agent, at(), null));
            case "in-progress" -> List.of(event(call, Kind.answered, leg, null, from, to, agent, at(), null));
            case "completed" ->
                List.of(
                        event(call, Kind.answered, leg, null, from, to, agent, answered(), null),
                        event(call, Kind.ended, leg, null, from, to, agent, at(), null));
            default ->
                MISSED.containsKey(status)
                        ? List.of(event(call, Kind.missed, leg, null, from, to, agent, at(), null))
                        : List.of();
        };
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

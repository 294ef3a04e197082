package org.callboard.telephone;

import java.time.Clock;
import java.time.Instant;
import org.callboard.calls.Call;
import org.callboard.calls.TellCall;
import org.callboard.database.Caller;
import org.callboard.validation.Submission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what a program tells of a call. */
@Service
public class HearCall {

    private final TelephoneSystems systems;
    private final TelephoneEventStore events;
    private final TellCall tell;
    private final JsonMapper json;
    private final Clock clock;

    HearCall(TelephoneSystems systems, TelephoneEventStore events, TellCall tell, JsonMapper json, Clock clock) {
        this.systems = systems;
        this.events = events;
        this.tell = tell;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes it in as the caller, a connection, which is the company's telephone system from its first event on. Invalid names
     * every wrong field.
     */
    @Transactional
    public Call hear(long tenant, Submission<CallEventRequest> sent) {
        Instant now = clock.instant();
        CallEventRequest request = sent.request();
        sent.refuse(request.wrong(now));
        long system = system(tenant);
        Call call = tell.tell(tenant, request.event(system, now));
        events.keep(tenant, system, json.writeValueAsString(request), call.id());
        systems.heard(tenant, system);
        return call;
    }

    private long system(long tenant) {
        Caller caller = Caller.current();
        Long connection = caller.id();
        if (caller.kind() != Caller.Kind.connection || connection == null) {
            throw new IllegalStateException("only a program tells of calls");
        }
        return systems.ofConnection(tenant, connection, caller.name());
    }
}

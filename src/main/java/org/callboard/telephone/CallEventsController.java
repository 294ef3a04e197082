package org.callboard.telephone;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.validation.Submission;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where any telephone system tells of its calls, through a connection. */
@RestController
@RequestMapping("/callboard/v1/tenant/{tenant}/calls")
@Tag(name = "TelephoneCalls")
class CallEventsController {

    private final HearCall hear;

    CallEventsController(HearCall hear) {
        this.hear = hear;
    }

    @PostMapping("/events")
    @ApiAccess(Scope.CALLS_WRITE)
    @Operation(
            operationId = "TelephoneCalls_Tell",
            summary = "Tell of a telephone call",
            description = "The first event of a `callId` makes the call. Events may come in any order and more than"
                    + " once; what they say is put together. `legId` names one telephone that rings for the call;"
                    + " without it `ended` and `missed` say that the whole call is over. An answer whose `agent` is a"
                    + " user of Callboard gives the call to them.")
    CallEventResponse tell(@PathVariable long tenant, @RequestBody Submission<CallEventRequest> sent) {
        return CallEventResponse.from(hear.hear(tenant, sent));
    }
}

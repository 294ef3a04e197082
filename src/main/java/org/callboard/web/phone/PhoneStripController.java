package org.callboard.web.phone;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.calls.HoldCall;
import org.callboard.people.CurrentUser;
import org.callboard.server.Streamed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the strip of calls on every page is told, and claiming one from there. */
@Controller
class PhoneStripController {

    private final PhoneStream stream;
    private final HoldCall holds;

    PhoneStripController(PhoneStream stream, HoldCall holds) {
        this.stream = stream;
        this.holds = holds;
    }

    @GetMapping("/phone/stream")
    @Streamed
    @PageAccess(Role.CSR)
    SseEmitter stream(HttpServletResponse response) {
        return stream.open(CurrentUser.get(), response);
    }

    /**
     * Claims a call as the Calls screen does, whose route answers with the call drawn anew: here its page is opened next, and
     * a page that is anywhere else says in a line why not.
     */
    @PostMapping("/phone/calls/{id}/claim")
    @PageAccess(Role.CSR)
    ResponseEntity<Void> claim(@PathVariable long id) {
        holds.claim(CurrentUser.get().tenantId(), id);
        return ResponseEntity.noContent().build();
    }
}

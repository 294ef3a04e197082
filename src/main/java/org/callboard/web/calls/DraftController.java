package org.callboard.web.calls;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.Claims;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.Calls;
import org.callboard.drafts.Draft;
import org.callboard.drafts.DraftKey;
import org.callboard.drafts.Drafts;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.RefusalCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps what is typed for an inquiry, as a page sends it while somebody types. */
@Controller
class DraftController {

    private final Drafts drafts;
    private final Bookings bookings;
    private final Calls calls;
    private final Clock clock;

    DraftController(Drafts drafts, Bookings bookings, Calls calls, Clock clock) {
        this.drafts = drafts;
        this.bookings = bookings;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Keeps it for whoever has the inquiry, or for anybody while it is nobody's; else a 409 says who has it. Where somebody
     * saved after what this one follows on, nothing is kept, and a 412 says what there is.
     */
    @PostMapping("/calls/draft/booking/{id}")
    @PageAccess(Role.CSR)
    ResponseEntity<?> ofBooking(@PathVariable long id, @RequestParam int version, @RequestParam String fields) {
        Booking booking = bookings.get(tenant(), id);
        if (!booking.status().open()
                || booking.claim() != null
                        && !booking.claimedBy(CurrentUser.get().id())) {
            throw Claims.inTheWay(booking);
        }
        return save(DraftKey.booking(id), version, fields);
    }

    /** The same for a call. */
    @PostMapping("/calls/draft/call/{id}")
    @PageAccess(Role.CSR)
    ResponseEntity<?> ofCall(@PathVariable long id, @RequestParam int version, @RequestParam String fields) {
        Call call = calls.get(tenant(), id);
        if (call.desk() != CallDesk.Open) {
            throw RefusalCode.CALL_CLOSED
                    .refuse("This call is closed already.")
                    .with("desk", call.desk().name());
        }
        if (call.isHeld(clock.instant()) && !call.isClaimedBy(CurrentUser.get().id())) {
            throw RefusalCode.CALL_HELD
                    .refuse(call.claimedByName() + " has this call.")
                    .with("claimedBy", Objects.requireNonNull(call.handling().claimedBy()));
        }
        return save(DraftKey.call(id), version, fields);
    }

    private ResponseEntity<?> save(DraftKey key, int version, String fields) {
        Optional<Integer> saved = drafts.save(tenant(), key, fields, version);
        if (saved.isPresent()) {
            return json(HttpStatus.OK).body(Map.of("version", saved.get()));
        }
        Draft newer = drafts.of(tenant(), key).orElseThrow(() -> RefusalCode.CONFLICT.refuse("It is gone by now."));
        return json(HttpStatus.PRECONDITION_FAILED).body(DraftView.of(newer));
    }

    /** Whatever a page says that it takes. */
    private static ResponseEntity.BodyBuilder json(HttpStatus status) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}

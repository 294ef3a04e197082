package org.callboard.telephone;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.callboard.access.OpenAccess;
import org.callboard.database.Caller;
import org.callboard.http.BodyType;
import org.callboard.http.PublicUrl;
import org.callboard.limits.Limit;
import org.callboard.limits.Limiter;
import org.callboard.telephone.TelephoneEvent.RefusedFor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where Twilio tells of the calls of an account. What it signed is kept, answered, and worked on then: Twilio waits five
 * seconds, and asks again once. Whatever else comes is answered the same, whether there is such an account or not; its manager
 * sees why.
 */
@Controller
class TwilioController {

    private static final String SIGNATURE = "X-Twilio-Signature";
    private static final String SETTINGS = "X-Twilio-Webhooks-Signature-Settings";

    private final TelephoneSystems systems;
    private final TelephoneInbox inbox;
    private final PublicUrl url;
    private final Limiter limiter;

    TwilioController(TelephoneSystems systems, TelephoneInbox inbox, PublicUrl url, Limiter limiter) {
        this.systems = systems;
        this.inbox = inbox;
        this.url = url;
        this.limiter = limiter;
    }

    @PostMapping(TelephoneSecurity.TWILIO + "{token}")
    @OpenAccess(value = "takes what Twilio signed with the secrets of the account whose address this is", signed = true)
    ResponseEntity<String> hear(@PathVariable String token, HttpServletRequest request) throws IOException {
        Optional<TwilioAccount> known = systems.at(token);
        Optional<TwilioRequest> read = read(request);
        if (known.isEmpty()) {
            return refused();
        }
        TwilioAccount account = known.get();
        Optional<RefusedFor> problem =
                read.map(sent -> problem(account, sent, token, request)).orElse(Optional.of(RefusedFor.Unreadable));
        return Caller.system(account.tenant()).call(() -> {
            if (problem.isEmpty()) {
                inbox.take(account, read.orElseThrow());
                return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body("<Response/>");
            }
            // not each of many: a stranger would fill the table
            limiter.take(Limit.UNSIGNED_CALLS.from(request.getRemoteAddr(), token))
                    .ifPresent(any -> inbox.refuse(account, read.orElse(null), problem.get()));
            return refused();
        });
    }

    private Optional<RefusedFor> problem(
            TwilioAccount account, TwilioRequest sent, String token, HttpServletRequest request) {
        if (!url.isSet()) {
            return Optional.of(RefusedFor.NoAddress);
        }
        List<String> urls = TwilioSignature.urls(url.forOthers(""), TelephoneSecurity.TWILIO + token, sent.query());
        return account.refuse(sent, urls, request.getHeader(SETTINGS), request.getHeader(SIGNATURE));
    }

    private static Optional<TwilioRequest> read(HttpServletRequest request) throws IOException {
        if (!BodyType.isForm(request)) {
            return Optional.empty();
        }
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return TwilioRequest.of(body, request.getQueryString());
    }

    private static ResponseEntity<String> refused() {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .contentType(MediaType.TEXT_PLAIN)
                .body("This is signed by nobody who tells of calls here.");
    }
}

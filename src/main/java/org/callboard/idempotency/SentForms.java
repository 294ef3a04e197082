package org.callboard.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.callboard.http.Sha256;
import org.callboard.refusals.RefusalCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a form that creates something do so once, however often it is sent: by a double click, by an impatient reload, by
 * the way back. A form carries a token, and the token is stored in the transaction of its work, under a unique key.
 */
@Service
public class SentForms {

    private final IdempotentResponseStore answers;
    private final Clock clock;

    SentForms(IdempotentResponseStore answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /** A token for a form that is about to be drawn. */
    public static UUID token() {
        return UUID.randomUUID();
    }

    /**
     * Does the work and gives the id of what it created; for a form that was saved already, the id from then. Of several
     * that are sent at once, the others wait for the first. Conflict with the id as {@code saved} where the form was saved with
     * another content.
     */
    @Transactional
    public long once(UUID token, String content, LongSupplier work) {
        byte[] hash = Sha256.of(content);
        if (answers.claimForm(token, hash, clock.instant())) {
            long id = work.getAsLong();
            answers.keepForm(token, id);
            return id;
        }
        IdempotentResponseStore.Answer answer = answers.form(token);
        long id = Long.parseLong(new String(answer.body(), StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(answer.requestHash(), hash)) {
            throw RefusalCode.CONFLICT
                    .refuse("This form was saved already, with other words in it.")
                    .with("saved", id);
        }
        return id;
    }
}

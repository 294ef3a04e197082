package org.callboard.phonelines;

import java.util.List;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.phonelines.CallerNumber.Number;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The numbers that somebody blocked. */
@Service
public class BlockedNumbers {

    /** How long the memo may be. */
    public static final int MAX_MEMO = 1000;

    private static final int MAX_NUMBER = 200;

    private final BlockedNumberStore store;
    private final OwnNumbers own;
    private final WhoseNumber whose;
    private final CustomerNumbers customers;
    private final Changes changes;
    private final ApplicationEventPublisher events;

    BlockedNumbers(
            BlockedNumberStore store,
            OwnNumbers own,
            WhoseNumber whose,
            CustomerNumbers customers,
            Changes changes,
            ApplicationEventPublisher events) {
        this.store = store;
        this.own = own;
        this.whose = whose;
        this.customers = customers;
        this.changes = changes;
        this.events = events;
    }

    /** All, the latest first. */
    public List<BlockedNumber> all(long tenant) {
        return store.all(tenant);
    }

    /**
     * Blocks a number for the caller, a user; what waits of it is off the desk at once. Nothing happens where it is blocked
     * already. Invalid for what is no number, for one of the company's own, and under {@code anyway} for a customer's.
     *
     * @param anyway whether it is blocked though a customer on record has it
     */
    @Transactional
    public void block(long tenant, String typed, @Nullable String memo, boolean anyway) {
        FieldErrors errors =
                new FieldErrors().maxLength("number", typed, MAX_NUMBER).maxLength("memo", memo, MAX_MEMO);
        Number read = whose.read(tenant, typed) instanceof Number known ? known : null;
        String number = read == null ? null : read.e164();
        errors.addIf(number == null && !errors.has("number"), "number", "A telephone number is expected.");
        errors.addIf(
                number != null && own.of(tenant, number).isPresent(),
                "number",
                "This is one of the company's own numbers.");
        if (number != null && !anyway) {
            customers.question(tenant, number, "block it").ifPresent(question -> errors.add("anyway", question));
        }
        errors.throwIfAny();
        String kept = VisibleText.orNull(memo);
        if (read != null && number != null) {
            whose.keep(tenant, read); // a call of it that is told just now is seen here, or sees this
            store.insert(tenant, number, kept).ifPresent(id -> {
                changes.record(
                        EntityKind.BLOCKED_NUMBER,
                        id,
                        Action.BLOCKED,
                        Diff.none().now("number", number).now("memo", kept));
                events.publishEvent(new NumberBlocked(tenant, number));
            });
        }
    }

    /** Lets calls of a number come to the desk again, and gives it; what came meanwhile stays where it is. NotFound. */
    @Transactional
    public String unblock(long tenant, long id) {
        String number = store.delete(tenant, id).orElseThrow(() -> new NotFound("Blocked number", id));
        changes.record(
                EntityKind.BLOCKED_NUMBER, id, Action.UNBLOCKED, Diff.none().field("number", number, null));
        return number;
    }
}

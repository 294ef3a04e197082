package org.callboard.people;

import java.util.Optional;
import org.callboard.access.SignedInUser;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.limits.Limiter;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Gives a person a new password of their own choice, who shows that they know the present one. */
@Service
public class ChangePassword {

    /** What the form sends. */
    public record Draft(
            @Nullable String presentPassword, @Nullable String password) {
        @Override
        public String toString() {
            return "Draft[]";
        }
    }

    private final UserStore store;
    private final Users users;
    private final PasswordHashes hashes;
    private final PasswordAttempts attempts;
    private final Changes changes;
    private final TransactionOperations transaction;

    ChangePassword(
            UserStore store,
            Users users,
            PasswordHashes hashes,
            PasswordAttempts attempts,
            Changes changes,
            TransactionOperations transaction) {
        this.store = store;
        this.users = users;
        this.hashes = hashes;
        this.attempts = attempts;
        this.changes = changes;
        this.transaction = transaction;
    }

    /**
     * Gives the person as the session goes on in which they did it; all their other sessions end within two seconds. Invalid
     * names what is wrong with {@code presentPassword} and {@code password}.
     */
    public SignedInUser run(SignedInUser user, Draft draft) {
        long tenant = user.tenantId();
        String present = draft.presentPassword == null ? "" : draft.presentPassword;
        FieldErrors errors =
                new FieldErrors().addIf(present.isEmpty(), "presentPassword", "Enter the password that you have now.");
        Users.checkPassword(draft.password, errors, "Enter the new password.");
        errors.throwIfAny();
        String known = store.passwordHash(tenant, user.id());
        Limiter.Taken taken = attempts.inSession(user)
                .orElseThrow(() -> new Invalid("presentPassword", "There were too many tries. Try again in an hour."));
        if (attempts.judge(taken, () -> Optional.of(user).filter(one -> hashes.matches(present, known)))
                .isEmpty()) {
            throw wrong();
        }
        String hash = hashes.of(String.valueOf(draft.password)); // before the transaction: it takes its time
        transaction.executeWithoutResult(status -> {
            if (!store.replacePassword(tenant, user.id(), known, hash)) {
                throw wrong(); // somebody else changed it meanwhile
            }
            changes.record(EntityKind.USER, user.id(), Action.PASSWORD_CHANGED, Diff.none());
        });
        return users.refresh(user);
    }

    private static Invalid wrong() {
        return new Invalid("presentPassword", "This is not your present password.");
    }
}

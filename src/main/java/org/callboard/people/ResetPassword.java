package org.callboard.people;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.access.SignedInUser;
import org.callboard.access.User;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.limits.Limit;
import org.callboard.limits.Limiter;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.secrets.Secrets;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives a new password to who forgot theirs and reads the mails to their address: by a link that is good once and for an
 * hour. It names its tenant, who must be known before anything is looked up; the 256 random bits behind are kept as a seal.
 */
@Service
public class ResetPassword {

    static final Duration GOOD_FOR = Duration.ofHours(1);

    private static final Pattern TOKEN = Pattern.compile("pw_(\\d{1,16})_[\\w-]{43}");

    private final UserStore store;
    private final PasswordLinkStore links;
    private final Users users;
    private final PasswordHashes hashes;
    private final Limiter limiter;
    private final Secrets secrets;
    private final Changes changes;
    private final TransactionOperations transaction;
    private final Clock clock;

    ResetPassword(
            UserStore store,
            PasswordLinkStore links,
            Users users,
            PasswordHashes hashes,
            Limiter limiter,
            Secrets secrets,
            Changes changes,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.users = users;
        this.hashes = hashes;
        this.limiter = limiter;
        this.secrets = secrets;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Counts that somebody at this network address asks for a link to this e-mail address, and whether they may. */
    public boolean mayAsk(String email, String address) {
        return limiter.take(
                        Limit.MAILS_FROM_NETWORK.from(address, ""), Limit.MAILS_TO_ADDRESS.of(Users.normalized(email)))
                .isPresent();
    }

    /** Those with this e-mail address who may sign in, of whatever company. */
    public List<SignedInUser> usersWith(String email) {
        String normalized = Users.normalized(email);
        return store.tenantsOf(normalized).stream()
                .flatMap(tenant -> Caller.system(tenant).call(() -> store.login(tenant, normalized)).stream()
                        .map(UserStore.Login::user)
                        .filter(User::active)
                        .map(user -> SignedInUser.of(tenant, user)))
                .toList();
    }

    /** The secret of a new link, which is good once the current transaction is committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String newToken(SignedInUser user) {
        String token = Secrets.generate("pw_" + user.tenantId() + "_");
        links.insert(
                user.tenantId(), secrets.hash(token), user.id(), clock.instant().plus(GOOD_FOR));
        return token;
    }

    /** Whether a link can still be used. */
    public boolean isGood(String token) {
        return user(token).isPresent();
    }

    private Optional<SignedInUser> user(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long tenant = Long.parseLong(parts.group(1));
        return Caller.system(tenant)
                .call(() -> links.user(tenant, secrets.hash(token), clock.instant())
                        .flatMap(id -> store.find(tenant, id))
                        .filter(User::active)
                        .map(user -> SignedInUser.of(tenant, user)));
    }

    /**
     * Sets the new password, which uses up all links of the user and ends all of their sessions. Invalid names what is wrong
     * with {@code password}, or with {@code token} where the link is no longer good.
     */
    public SignedInUser run(String token, @Nullable String password) {
        FieldErrors errors = new FieldErrors();
        Users.checkPassword(password, errors, "Enter the new password.");
        errors.throwIfAny();
        SignedInUser user = user(token).orElseThrow(ResetPassword::gone);
        String hash = hashes.of(String.valueOf(password)); // before the transaction: it takes its time
        user.caller()
                .run(() -> transaction.executeWithoutResult(status -> {
                    if (!links.use(user.tenantId(), secrets.hash(token), clock.instant())) {
                        throw gone();
                    }
                    store.setPassword(user.tenantId(), user.id(), hash);
                    changes.record(EntityKind.USER, user.id(), Action.PASSWORD_RESET_BY_MAIL, Diff.none());
                }));
        return users.refresh(user);
    }

    private static Invalid gone() {
        return new Invalid("token", "This link is no longer good.");
    }
}

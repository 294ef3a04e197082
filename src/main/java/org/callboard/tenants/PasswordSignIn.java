package org.callboard.tenants;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callboard.platform.ApiProblem;
import org.callboard.platform.Caller;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Signs a person in by e-mail and password. Five failures in a row lock the account for fifteen minutes. Every refusal
 * says and takes the same, so that nobody learns which addresses are known.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    static final int ALLOWED_FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private final UserStore store;
    private final PasswordHashes hashes;
    private final Clock clock;

    PasswordSignIn(UserStore store, PasswordHashes hashes, Clock clock) {
        this.store = store;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** Refused without a look at the password. */
    static final class Busy extends AuthenticationException {
        Busy(ApiProblem problem) {
            super(problem.title());
        }
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        try {
            return signIn(attempt);
        } catch (ApiProblem e) {
            throw new Busy(e);
        }
    }

    private Authentication signIn(Authentication attempt) {
        String email = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(attempt.getCredentials());
        List<Long> tenants = store.tenantsOf(email);
        if (tenants.isEmpty()) {
            hashes.matches(password, null);
        }
        for (Long tenant : tenants) {
            Optional<SignedInUser> user = Caller.system(tenant).call(() -> attempt(tenant, email, password));
            if (user.isPresent()) {
                return UsernamePasswordAuthenticationToken.authenticated(user.get(), null, List.of());
            }
        }
        throw new BadCredentialsException("wrong, unknown or locked");
    }

    private Optional<SignedInUser> attempt(long tenant, String email, String password) {
        Optional<UserStore.Login> login = store.login(tenant, email);
        boolean right = hashes.matches(
                password, login.map(UserStore.Login::passwordHash).orElse(null));
        if (login.isEmpty()) {
            return Optional.empty();
        }
        User user = login.get().user();
        if (user.lockedUntil() != null && user.lockedUntil().isAfter(clock.instant())) {
            return Optional.empty();
        }
        if (!right) {
            store.countFailure(tenant, user.id(), ALLOWED_FAILURES, LOCK);
            return Optional.empty();
        }
        store.signedIn(tenant, user.id());
        return Optional.of(SignedInUser.of(tenant, user));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}

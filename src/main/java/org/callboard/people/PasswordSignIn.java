package org.callboard.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callboard.access.SignedInUser;
import org.callboard.database.Caller;
import org.callboard.limits.Limiter;
import org.callboard.refusals.Refusal;
import org.callboard.server.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Signs a person in by e-mail and password. So many wrong ones are judged in an hour, and no account is ever locked: where
 * its owner has signed in before, the tries of others don't count. Every refusal says and takes the same, so that nobody
 * learns which addresses are known.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    /**
     * Where somebody tries to sign in.
     *
     * @param known lets the request go before those of strangers
     */
    record Place(String address, KnownDevices.Device device, Runnable known) {}

    /** The password was not looked at, since too many are at this moment. */
    static final class Busy extends AuthenticationException {
        Busy(Refusal problem) {
            super(problem.title());
        }
    }

    /** The password was not looked at, since too many wrong ones were in the last hour. */
    static final class TooManyTries extends AuthenticationException {
        TooManyTries() {
            super("too many tries");
        }
    }

    /** A user who has the e-mail address, and the password by which they are judged; null for one who is out of use. */
    private record Candidate(SignedInUser user, @Nullable String hash) {}

    private final UserStore store;
    private final PasswordHashes hashes;
    private final PasswordAttempts attempts;
    private final KnownDevices devices;

    PasswordSignIn(UserStore store, PasswordHashes hashes, PasswordAttempts attempts, KnownDevices devices) {
        this.store = store;
        this.hashes = hashes;
        this.attempts = attempts;
        this.devices = devices;
    }

    Place place(HttpServletRequest request) {
        return new Place(request.getRemoteAddr(), devices.of(request), () -> ClientAddress.know(request));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        try {
            return signIn(attempt);
        } catch (Refusal e) {
            throw new Busy(e);
        }
    }

    private Authentication signIn(Authentication attempt) {
        String email = Users.normalized(attempt.getName());
        Place place = (Place) Objects.requireNonNull(attempt.getDetails());
        SignedInUser user = signIn(email, String.valueOf(attempt.getCredentials()), place)
                .orElseThrow(() -> new BadCredentialsException("wrong or unknown"));
        Caller.system(user.tenantId()).run(() -> store.signedIn(user.tenantId(), user.id()));
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(user, null, List.of());
        signedIn.setDetails(""); // else the place would be kept in the session
        return signedIn;
    }

    private Optional<SignedInUser> signIn(String email, String password, Place place) {
        List<Candidate> strangers = new ArrayList<>();
        boolean tooMany = false;
        List<Candidate> candidates = candidates(email);
        for (Candidate candidate : candidates) {
            if (!place.device.knows(candidate.user)) {
                strangers.add(candidate);
                continue;
            }
            Optional<Limiter.Taken> taken = attempts.onDevice(place.device, candidate.user);
            place.known.run();
            Optional<SignedInUser> user = taken.flatMap(one -> judge(List.of(candidate), password, one));
            if (user.isPresent()) {
                return user;
            }
            tooMany |= taken.isEmpty();
        }
        if (candidates.isEmpty() || !strangers.isEmpty()) {
            Limiter.Taken taken = attempts.elsewhere(email, place.address).orElseThrow(TooManyTries::new);
            return judge(strangers, password, taken);
        }
        if (tooMany) {
            throw new TooManyTries();
        }
        return Optional.empty();
    }

    private List<Candidate> candidates(String email) {
        return store.tenantsOf(email).stream()
                .flatMap(tenant -> Caller.system(tenant).call(() -> store.login(tenant, email)).stream()
                        .map(login -> new Candidate(
                                SignedInUser.of(tenant, login.user()),
                                login.user().active() ? login.passwordHash() : null)))
                .toList();
    }

    private Optional<SignedInUser> judge(List<Candidate> candidates, String password, Limiter.Taken taken) {
        return attempts.judge(taken, () -> {
            if (candidates.isEmpty()) {
                hashes.matches(password, null); // an unknown address takes as long
            }
            return candidates.stream()
                    .filter(candidate -> hashes.matches(password, candidate.hash))
                    .map(Candidate::user)
                    .findFirst();
        });
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}

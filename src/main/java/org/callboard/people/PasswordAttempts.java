package org.callboard.people;

import java.util.Optional;
import java.util.function.Supplier;
import org.callboard.access.SignedInUser;
import org.callboard.limits.Limit;
import org.callboard.limits.Limiter;
import org.callboard.limits.Limiter.Taken;
import org.springframework.stereotype.Component;

/**
 * How many guesses of a password are judged. A try is taken before the password is looked at and given back if it was right,
 * so however many guesses come at once, no more than the limit are wrong ones. Addresses count alike whether anybody has
 * them or not.
 */
@Component
class PasswordAttempts {

    private final Limiter limiter;

    PasswordAttempts(Limiter limiter) {
        this.limiter = limiter;
    }

    /** Somewhere where nobody with this e-mail address has signed in. Empty where there were enough. */
    Optional<Taken> elsewhere(String email, String address) {
        return limiter.take(
                Limit.PASSWORDS_FROM_NETWORK.from(address, ""), Limit.PASSWORDS_OF_ACCOUNT.of("account " + email));
    }

    /** On a device where the user has signed in: nobody else's failures count there. */
    Optional<Taken> onDevice(KnownDevices.Device device, SignedInUser user) {
        // who has a new password shares one count with all devices of before, which may be others' by now
        String which = device.isOf(user) ? device.id() : "before";
        return limiter.take(Limit.PASSWORDS_OF_ACCOUNT.of("device " + which + " " + user.getName()));
    }

    /** In a session of the user. */
    Optional<Taken> inSession(SignedInUser user) {
        return limiter.take(Limit.PASSWORDS_OF_ACCOUNT.of("session " + user.getName()));
    }

    /** What the judging gives; nothing is a wrong password. Where it was right, or not looked at, the try is given back. */
    <T> Optional<T> judge(Taken taken, Supplier<Optional<T>> judging) {
        boolean wrong = false;
        try {
            Optional<T> right = judging.get();
            wrong = right.isEmpty();
            return right;
        } finally {
            if (!wrong) {
                limiter.giveBack(taken);
            }
        }
    }
}

package org.callboard.tenants;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.callboard.platform.ClientAddress;
import org.springframework.stereotype.Component;

/**
 * How many guesses of a password are judged in any hour. A try is taken before the password is looked at and given back if
 * it was right, so however many guesses come at once, no more than these are wrong ones. Addresses count alike whether
 * anybody has them or not.
 */
@Component
class PasswordTries {

    static final int BY_ACCOUNT = 10;
    static final int BY_NETWORK = 100;
    static final int MAILS = 3;
    static final Duration WITHIN = Duration.ofHours(1);

    /** A try that was taken, with all that it counts for. */
    record Try(List<byte[]> names, Instant at) {}

    private record Limit(String name, int most) {}

    private final TryStore store;
    private final Secrets secrets;
    private final Clock clock;

    PasswordTries(TryStore store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Somewhere where nobody with this e-mail address has signed in. Empty where there were enough. */
    Optional<Try> elsewhere(String email, String address) {
        return take(
                // first, so that one network can't fill the table with addresses
                new Limit("network " + ClientAddress.network(address), BY_NETWORK),
                new Limit("account " + email, BY_ACCOUNT));
    }

    /** On a device where the user has signed in: nobody else's failures count there. */
    Optional<Try> onDevice(KnownDevices.Device device, SignedInUser user) {
        // who has a new password shares one count with all devices of before, which may be others' by now
        String which = device.isOf(user) ? device.id() : "before";
        return take(new Limit("device " + which + " " + user.getName(), BY_ACCOUNT));
    }

    /** In a session of the user. */
    Optional<Try> inSession(SignedInUser user) {
        return take(new Limit("session " + user.getName(), BY_ACCOUNT));
    }

    /** Whether one more mail may go to the address. With three good links in an hour nobody needs a fourth. */
    boolean mail(String email, String address) {
        return take(
                        new Limit("mail from " + ClientAddress.network(address), BY_ACCOUNT),
                        new Limit("mail to " + email, MAILS))
                .isPresent();
    }

    private Optional<Try> take(Limit... limits) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as PostgreSQL keeps it
        Instant since = now.minus(WITHIN);
        store.forget(since);
        List<byte[]> names = new ArrayList<>();
        for (Limit limit : limits) {
            byte[] name = secrets.hash("password try\n" + limit.name);
            if (!store.add(name, now, since, limit.most)) {
                return Optional.empty();
            }
            names.add(name);
        }
        return Optional.of(new Try(names, now));
    }

    /** What the judging gives; nothing is a wrong password. Where it was right, or not looked at, the try is given back. */
    <T> Optional<T> judge(Try taken, Supplier<Optional<T>> judging) {
        boolean wrong = false;
        try {
            Optional<T> right = judging.get();
            wrong = right.isEmpty();
            return right;
        } finally {
            if (!wrong) {
                taken.names.forEach(name -> store.remove(name, taken.at));
            }
        }
    }
}

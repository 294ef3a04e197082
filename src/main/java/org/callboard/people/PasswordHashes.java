package org.callboard.people;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import org.callboard.secrets.Secrets;
import org.callboard.server.WorkQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The one place where a password is hashed, or judged by a hash. Each takes a tenth of a second of a processor, and anybody
 * may ask for it; so a few threads do it, and throw a Busy where too many wait.
 */
@Component
class PasswordHashes {

    private static final WorkQueue.Kind HASHING = new WorkQueue.Kind(
            "passwords",
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            40,
            Duration.ofSeconds(10),
            false, // people wait for it
            "Too many passwords are being checked at this moment, and this one was not looked at. Wait a few seconds"
                    + " and try again.");

    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final WorkQueue passwordQueue;
    private final String nobodys;

    PasswordHashes(WorkQueue passwordQueue) {
        this.passwordQueue = passwordQueue;
        this.nobodys = of(Secrets.generate(""));
    }

    @Configuration(proxyBeanMethods = false)
    static class Work {

        @Bean
        static WorkQueue passwordQueue(MeterRegistry metrics) {
            return new WorkQueue(HASHING, metrics);
        }
    }

    /** The hash of a new password, which has at most 72 bytes. */
    String of(String password) {
        return passwordQueue.call(() -> Objects.requireNonNull(bcrypt.encode(password)));
    }

    /** Whether this is the password. Without a hash it is not, and that takes as long. */
    boolean matches(String password, @Nullable String hash) {
        return passwordQueue.call(() -> bcrypt.matches(password, hash == null ? nobodys : hash)) && hash != null;
    }
}

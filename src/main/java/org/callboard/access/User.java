package org.callboard.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in. The id is the employee's.
 *
 * @param sessionGeneration raised by each new password; sessions that began under another one have ended
 */
public record User(
        long id,
        String name,
        String email,
        Role role,
        boolean active,
        int sessionGeneration,
        @Nullable Instant lastSignInOn) {}

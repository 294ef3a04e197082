package org.callboard.tenants;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person who may sign in. The id is the employee's. */
public record User(
        long id,
        String name,
        String email,
        Role role,
        boolean active,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastSignInOn) {}

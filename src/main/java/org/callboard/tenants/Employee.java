package org.callboard.tenants;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person who works in the office. The role is one of the contract's words, such as {@code CSR} or {@code Dispatch}. */
public record Employee(
        long id,
        String name,
        String role,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Long businessUnitId,
        boolean active,
        Instant createdOn,
        Instant modifiedOn) {}

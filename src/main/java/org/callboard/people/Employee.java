package org.callboard.people;

import java.time.Instant;
import org.callboard.access.EmployeeRole;
import org.jspecify.annotations.Nullable;

/** A person who works in the office. */
public record Employee(
        long id,
        String name,
        EmployeeRole role,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Long businessUnitId,
        boolean active,
        Instant createdOn,
        Instant modifiedOn) {}

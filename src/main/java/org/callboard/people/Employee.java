package org.callboard.people;

import java.time.Instant;
import org.callboard.access.EmployeeRole;
import org.jspecify.annotations.Nullable;

/** A person who works in the office. Who signs in is a user under the same id. */
public record Employee(
        long id,
        String name,
        EmployeeRole role,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Long businessUnitId,
        boolean signsIn,
        boolean active,
        Instant createdOn,
        Instant modifiedOn) {}

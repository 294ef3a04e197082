package org.callboard.tenants;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A connection of an app to a tenant, as the settings show it: without its secret, which nobody can read again. */
public record AppConnection(
        long id,
        long appId,
        String appName,
        @Nullable Long providerTagId,
        @Nullable String providerTagName,
        String clientId,
        boolean strict,
        boolean mayActivate,
        Instant createdOn,
        @Nullable Instant lastUsedOn,
        @Nullable Instant revokedOn) {}

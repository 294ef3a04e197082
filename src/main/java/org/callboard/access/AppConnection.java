package org.callboard.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection of an app to a tenant, as the settings show it: without its secret, which nobody can read again.
 *
 * @param origins the websites whose pages may call through it, such as {@code https://www.example.com}
 */
public record AppConnection(
        long id,
        long appId,
        String appName,
        @Nullable Long bookingProviderId,
        @Nullable String providerTagName,
        String clientId,
        boolean strict,
        boolean mayActivate,
        boolean mayMerge,
        List<String> origins,
        Instant createdOn,
        @Nullable Instant lastUsedOn,
        @Nullable Instant revokedOn) {}

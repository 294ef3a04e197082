package org.callboard.access;

import java.time.Instant;
import java.util.Set;

/** A program registered with Callboard. Of its app key only the last characters are known. */
public record App(long id, String name, String appKeyHint, Set<Scope> scopes, boolean active, Instant createdOn) {}

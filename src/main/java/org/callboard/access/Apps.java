package org.callboard.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.secrets.Secrets;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Apps and their connections: registering, connecting, revoking, and looking up who presents a token. */
@Service
public class Apps {

    /** How long a revoked connection or a changed scope may still be seen as before. */
    private static final int MAX_NAME = 100;

    private static final Duration STALE = Duration.ofSeconds(2);

    /** A new app; the key is shown this once. */
    public record Registered(long id, String appKey) {}

    /** A new connection; the secret is shown this once. */
    public record Connected(long id, String clientId, String clientSecret) {}

    record Key(long tenantId, long connectionId) {}

    private final AppStore store;
    private final Secrets secrets;
    private final Changes changes;
    private final LoadingCache<Key, Optional<AppStore.Live>> live;
    private final LoadingCache<Long, Set<String>> origins;

    Apps(AppStore store, Secrets secrets, Changes changes) {
        this.store = store;
        this.secrets = secrets;
        this.changes = changes;
        Caffeine<Object, Object> caches =
                Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(STALE);
        this.live =
                caches.build(key -> Caller.system(key.tenantId).call(() -> store.live(key.tenantId, key.connectionId)));
        this.origins = caches.build(tenant -> Caller.system(tenant).call(() -> store.origins(tenant)));
    }

    /** Holds the app that calls to a further scope, which depends on what it sends. Forbidden without it. */
    public static void requireScope(Scope scope) {
        calling().ifPresent(app -> app.require(scope));
    }

    /** Whether whoever calls may see what the scope opens; people may. */
    public static boolean hasScope(Scope scope) {
        return calling().map(app -> app.scopes().contains(scope)).orElse(true);
    }

    private static Optional<ConnectedApp> calling() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ConnectedApp app
                ? Optional.of(app)
                : Optional.empty();
    }

    public List<App> apps(long tenant) {
        return store.apps(tenant);
    }

    /** One app; NotFound where there is none. */
    public App app(long tenant, long id) {
        return store.apps(tenant).stream()
                .filter(app -> app.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("App", id));
    }

    public List<AppConnection> connections(long tenant) {
        return store.connections(tenant);
    }

    /** Registers an app. Invalid for a name that is missing, too long or taken, or without any scope. */
    @Transactional
    public Registered register(long tenant, @Nullable String name, Set<Scope> scopes) {
        check(name, scopes);
        String key = Secrets.generate("ak_");
        try {
            long id = store.insertApp(
                    tenant,
                    VisibleText.strip(String.valueOf(name)),
                    secrets.hash(key),
                    key.substring(key.length() - 4),
                    scopes);
            changes.record(EntityKind.APP, id, Action.CREATED, Diff.none().now("name", name));
            return new Registered(id, key);
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
    }

    /** Changes name, scopes and whether the app may call at all. In force within two seconds. */
    @Transactional
    public void update(long tenant, long id, @Nullable String name, Set<Scope> scopes, boolean active) {
        check(name, scopes);
        App before = app(tenant, id);
        try {
            store.updateApp(tenant, id, VisibleText.strip(String.valueOf(name)), scopes, active);
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
        changes.record(
                EntityKind.APP,
                id,
                Action.UPDATED,
                Diff.none()
                        .field("name", before.name(), name)
                        .field("scopes", before.scopes(), scopes)
                        .field("active", before.active(), active));
    }

    /** Gives the app a new key; the old one stops working at once. */
    @Transactional
    public String newKey(long tenant, long id) {
        App app = app(tenant, id);
        String key = Secrets.generate("ak_");
        store.updateKey(tenant, id, secrets.hash(key), key.substring(key.length() - 4));
        changes.record(EntityKind.APP, app.id(), Action.KEY_REPLACED, Diff.none());
        return key;
    }

    /** Connects an app to the tenant, bound to a provider tag or, with null, with <i>No Restriction</i>. */
    @Transactional
    public Connected connect(long tenant, long appId, @Nullable Long bookingProviderId) {
        App app = app(tenant, appId);
        if (!app.active()) {
            throw new Invalid("app", "This app is switched off.");
        }
        String clientId = Secrets.generate("cid_" + tenant + "_").substring(0, 36);
        String secret = Secrets.generate("cs_");
        long id = store.insertConnection(tenant, appId, bookingProviderId, clientId, secrets.hash(secret));
        changes.record(
                EntityKind.CONNECTION,
                id,
                Action.CREATED,
                Diff.none().now("app", app.name()).now("bookingProviderTagId", bookingProviderId));
        return new Connected(id, clientId, secret);
    }

    /** Whether unknown fields and parameters of a connection's calls are refused. NotFound where there is none. */
    @Transactional
    public void setStrict(long tenant, long connectionId, boolean strict) {
        set(tenant, connectionId, AppStore.Flag.strict, strict);
    }

    /**
     * Whether a connection may deactivate and reactivate customers and locations. In force within two seconds; NotFound where
     * there is none.
     */
    @Transactional
    public void setMayActivate(long tenant, long connectionId, boolean may) {
        set(tenant, connectionId, AppStore.Flag.mayActivate, may);
    }

    /** Whether a connection may merge customers and locations, and undo that. As above. */
    @Transactional
    public void setMayMerge(long tenant, long connectionId, boolean may) {
        set(tenant, connectionId, AppStore.Flag.mayMerge, may);
    }

    private void set(long tenant, long connectionId, AppStore.Flag flag, boolean value) {
        connection(tenant, connectionId);
        if (store.update(tenant, connectionId, flag, value)) {
            changes.record(
                    EntityKind.CONNECTION,
                    connectionId,
                    Action.UPDATED,
                    Diff.none().field(flag.name(), !value, value));
        }
    }

    /**
     * Whose pages may call through a connection: one origin a line, in any order. In force within two seconds, for what a
     * browser remembers within ten minutes. Invalid that names every wrong one; NotFound where there is no such connection.
     */
    @Transactional
    public void setOrigins(long tenant, long connectionId, @Nullable String lines) {
        List<String> wanted = AllowedOrigins.parse(lines);
        List<String> before = connection(tenant, connectionId).origins();
        if (!wanted.equals(before)) {
            store.updateOrigins(tenant, connectionId, wanted);
            changes.record(
                    EntityKind.CONNECTION,
                    connectionId,
                    Action.UPDATED,
                    Diff.none().field("origins", before, wanted));
        }
    }

    /**
     * Ends a connection: no new token, and the tokens that are out stop working within two seconds. Ending it twice does
     * nothing; NotFound where there is none.
     */
    @Transactional
    public void revoke(long tenant, long connectionId) {
        connection(tenant, connectionId);
        if (store.revoke(tenant, connectionId)) {
            changes.record(EntityKind.CONNECTION, connectionId, Action.REVOKED, Diff.none());
        }
    }

    /** One connection; NotFound where there is none. */
    public AppConnection connection(long tenant, long id) {
        return connections(tenant).stream()
                .filter(connection -> connection.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("Connection", id));
    }

    /** The websites that some live connection of the company allows. */
    Set<String> origins(long tenant) {
        return origins.get(tenant);
    }

    /** The connection and its app as they are now; empty where it is revoked, its app is off, or there is none. */
    Optional<AppStore.Live> live(long tenant, long connectionId) {
        return live.get(new Key(tenant, connectionId));
    }

    boolean appKeyMatches(String key, AppStore.Live connection) {
        return secrets.matches(key, connection.appKeyHash());
    }

    private static void check(@Nullable String name, Set<Scope> scopes) {
        note(name, scopes, new FieldErrors()).throwIfAny();
    }

    /** Notes what is wrong with an app as it is to be. */
    public static FieldErrors note(@Nullable String name, Set<Scope> scopes, FieldErrors errors) {
        return errors.required("name", name)
                .maxLength("name", name, MAX_NAME)
                .addIf(scopes.isEmpty(), "scopes", "Choose at least one.");
    }

    private static Invalid nameTaken() {
        return new Invalid("name", "Another app has this name.");
    }
}

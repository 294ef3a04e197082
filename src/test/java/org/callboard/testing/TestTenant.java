package org.callboard.testing;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.access.Apps;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenants;
import org.callboard.database.Caller;
import org.callboard.people.Users;
import org.callboard.providers.BookingProviderTag;
import org.callboard.providers.BookingProviderTags;

/** A company of its own for one test: nothing another test does can be seen here. */
public final class TestTenant {

    public static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final long id;
    public final SignedInUser owner;
    public final Caller caller;

    private TestTenant(long id, SignedInUser owner) {
        this.id = id;
        this.owner = owner;
        this.caller = owner.caller();
    }

    public static TestTenant create() {
        Tenants tenants = Server.bean(Tenants.class);
        long id = tenants.nextId();
        return Caller.system(id).call(() -> {
            tenants.create("Test company " + id, ZoneId.of("America/New_York"), "US");
            return new TestTenant(id, user(id, Role.Owner));
        });
    }

    /** Another person of this company, with {@link #PASSWORD}. */
    public SignedInUser user(Role role) {
        return caller.call(() -> user(id, role));
    }

    private static SignedInUser user(long tenant, Role role) {
        String email = role.name().toLowerCase() + NUMBER.incrementAndGet() + "@company" + tenant + ".test";
        String name = role + " " + NUMBER.get();
        return Caller.system(tenant).call(() -> {
            long user = Server.bean(Users.class).add(tenant, new Users.Draft(name, email, role, PASSWORD));
            return new SignedInUser(tenant, user, name, email, role, 0);
        });
    }

    public BookingProviderTag provider(String name) {
        return caller.call(() -> Server.bean(BookingProviderTags.class).create(id, name, "of a test"));
    }

    /** A connection with all scopes and No Restriction. */
    public Api api() {
        return api(EnumSet.allOf(Scope.class), null);
    }

    /** The same, which may merge. */
    public Api merging() {
        return merging(EnumSet.allOf(Scope.class));
    }

    public Api merging(Set<Scope> scopes) {
        Api api = api(scopes, null);
        caller.run(() -> Server.bean(Apps.class).setMayMerge(id, api.connection.id(), true));
        return api;
    }

    /** A connection bound to a provider, with all scopes. */
    public Api api(BookingProviderTag provider) {
        return api(EnumSet.allOf(Scope.class), provider);
    }

    public Api api(Set<Scope> scopes, BookingProviderTag provider) {
        return caller.call(() -> {
            Apps apps = Server.bean(Apps.class);
            Apps.Registered app = apps.register(id, "App " + NUMBER.incrementAndGet(), scopes);
            Apps.Connected connection = apps.connect(id, app.id(), provider == null ? null : provider.id());
            return new Api(id, app, connection);
        });
    }
}

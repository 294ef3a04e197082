package org.callboard.web.settings;

import java.util.Set;
import org.callboard.access.Apps;
import org.callboard.access.Scope;
import org.callboard.providers.BookingProviderTags;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Connects an app, registering it first where it is new: either both happen or neither. */
@Service
class ConnectApp {

    /** What is shown this once; the key is null where the app was there already. */
    record Credentials(String appName, @Nullable String appKey, String clientId, String clientSecret) {}

    private final Apps apps;
    private final BookingProviderTags tags;

    ConnectApp(Apps apps, BookingProviderTags tags) {
        this.apps = apps;
        this.tags = tags;
    }

    /** What a connection is to be: bound to a tag or, with null, to none, and whether it may merge. */
    record Wanted(@Nullable Long tagId, boolean mayMerge) {}

    /** Connects an app that is registered. Invalid for an unknown tag or an app that is off, NotFound for an unknown app. */
    @Transactional
    Credentials existing(long tenant, long appId, Wanted wanted) {
        noteTag(tenant, wanted.tagId, new FieldErrors()).throwIfAny();
        String name = apps.app(tenant, appId).name();
        Apps.Connected connected = connect(tenant, appId, wanted);
        return new Credentials(name, null, connected.clientId(), connected.clientSecret());
    }

    /**
     * Registers an app and connects it. Invalid as for both, all at once.
     *
     * @param noted what is wrong so far
     */
    @Transactional
    Credentials registered(long tenant, @Nullable String name, Set<Scope> scopes, Wanted wanted, FieldErrors noted) {
        noteTag(tenant, wanted.tagId, Apps.note(name, scopes, noted)).throwIfAny();
        Apps.Registered app = apps.register(tenant, name, scopes);
        Apps.Connected connected = connect(tenant, app.id(), wanted);
        return new Credentials(
                apps.app(tenant, app.id()).name(), app.appKey(), connected.clientId(), connected.clientSecret());
    }

    private Apps.Connected connect(long tenant, long app, Wanted wanted) {
        Apps.Connected connected = apps.connect(tenant, app, wanted.tagId);
        apps.setMayMerge(tenant, connected.id(), wanted.mayMerge);
        return connected;
    }

    private FieldErrors noteTag(long tenant, @Nullable Long tagId, FieldErrors errors) {
        return errors.addIf(tagId != null && tags.find(tenant, tagId).isEmpty(), "tag", "Choose one from the list.");
    }
}

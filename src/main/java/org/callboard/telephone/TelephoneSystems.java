package org.callboard.telephone;

import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.secrets.Secrets;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The telephone systems that tell of a company's calls. A program is one from its first event on; Twilio is set up. */
@Service
public class TelephoneSystems {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,15})-[a-z]{32}");

    private final TelephoneSystemStore store;
    private final TelephoneEventStore events;
    private final Secrets secrets;
    private final Changes changes;

    TelephoneSystems(TelephoneSystemStore store, TelephoneEventStore events, Secrets secrets, Changes changes) {
        this.store = store;
        this.events = events;
        this.secrets = secrets;
        this.changes = changes;
    }

    /** All, by their names. */
    public List<TelephoneSystem> all(long tenant) {
        return store.all(tenant);
    }

    /** One; NotFound where there is none. */
    public TelephoneSystem get(long tenant, long id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFound("Telephone system", id));
    }

    /** What it sent last, the newest first, at most so many before an event; null for the newest. */
    public List<TelephoneEvent> events(long tenant, long id, @Nullable Long before, int most) {
        return events.latest(tenant, id, before, most);
    }

    /**
     * The system that a connection is, which it becomes with this, under the name of its program; part of the transaction
     * that it is called in.
     */
    @Transactional
    public long ofConnection(long tenant, long connection, String program) {
        return store.of(tenant, connection)
                .orElseGet(() -> store.insert(tenant, connection, program)
                        .map(made -> {
                            record(made, Action.CREATED, Diff.none().now("name", program));
                            return made;
                        })
                        .orElseGet(() -> store.of(tenant, connection).orElseThrow()));
    }

    /** Notes that it told something just now. */
    void heard(long tenant, long id) {
        store.heard(tenant, id);
    }

    /**
     * Saves an account of Twilio, which gets its address the first time. Invalid names every wrong field; NotFound where there
     * is no such account.
     *
     * @param id null for a new one
     */
    @Transactional
    public TelephoneSystem save(long tenant, @Nullable Long id, TwilioDraft draft) {
        TelephoneSystem before = id == null ? null : twilio(tenant, id);
        FieldErrors errors = new FieldErrors();
        draft.check(errors, before == null);
        errors.throwIfAny();
        byte[] token = hidden(draft.authToken());
        byte[] shared = hidden(draft.sharedKey());
        long saved;
        if (before == null) {
            saved = store.insert(tenant, draft, newToken(tenant), token, shared);
        } else {
            saved = before.id();
            store.update(tenant, saved, draft, token, shared);
        }
        Diff diff = Diff.none()
                .field("name", before == null ? null : before.name(), draft.name())
                .field("accountSid", before == null ? null : before.accountSid(), draft.accountSid())
                .now("secrets", replaced(draft));
        if (before == null || !diff.isEmpty()) {
            record(saved, before == null ? Action.CREATED : Action.UPDATED, diff);
        }
        return get(tenant, saved);
    }

    /** Which secrets were typed or taken back, in words; never what they are. */
    private static @Nullable List<String> replaced(TwilioDraft draft) {
        List<String> words = Stream.of(
                        draft.authToken() == null ? null : "auth token replaced",
                        draft.sharedKey() == null ? null : "shared key replaced",
                        draft.forgetFormer() ? "former auth token removed" : null)
                .filter(Objects::nonNull)
                .toList();
        return words.isEmpty() ? null : words;
    }

    /** Gives a program's system a name. Invalid for none and one that is too long, NotFound. */
    @Transactional
    public void rename(long tenant, long id, String typed) {
        String name = VisibleText.clean(typed);
        FieldErrors errors = new FieldErrors();
        errors.required("name", name);
        errors.maxLength("name", name, TwilioDraft.MAX_NAME).throwIfAny();
        TelephoneSystem before = store.lock(tenant, id).orElseThrow(() -> new NotFound("Telephone system", id));
        if (!before.name().equals(name)) {
            store.rename(tenant, id, name);
            record(id, Action.UPDATED, Diff.none().field("name", before.name(), name));
        }
    }

    /** Gives an account of Twilio another address; the one before leads nowhere from now on. NotFound. */
    @Transactional
    public void renewAddress(long tenant, long id) {
        twilio(tenant, id);
        store.renew(tenant, id, newToken(tenant));
        record(id, Action.ADDRESS_RENEWED, Diff.none());
    }

    /** The account whose address ends so; empty where there is none. Nobody need have signed in: the token names the tenant. */
    Optional<TwilioAccount> at(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long tenant = Long.parseLong(parts.group(1));
        return Caller.system(tenant).call(() -> store.at(tenant, token).map(kept -> kept.opened(tenant, secrets)));
    }

    private TelephoneSystem twilio(long tenant, long id) {
        return store.lock(tenant, id)
                .filter(system -> system.kind() == TelephoneSystem.Kind.Twilio)
                .orElseThrow(() -> new NotFound("Account of Twilio", id));
    }

    private byte @Nullable [] hidden(@Nullable String secret) {
        return secret == null ? null : secrets.encrypt(secret);
    }

    private void record(long id, Action action, Diff diff) {
        changes.record(EntityKind.TELEPHONE_SYSTEM, id, action, diff);
    }

    private static String newToken(long tenant) {
        return RANDOM.ints(32, 'a', 'z' + 1)
                .collect(() -> new StringBuilder(tenant + "-"), StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

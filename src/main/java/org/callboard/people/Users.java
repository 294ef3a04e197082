package org.callboard.people;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.access.User;
import org.callboard.addresses.Limits.Name;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactDetails;
import org.callboard.database.Caller;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in: who they are, what they may do, and keeping one owner at least. */
@Service
public class Users {

    /** What a form about a user sends; the password is null where it stays as it is. */
    public record Draft(
            @Nullable String name,
            @Nullable String email,
            @Nullable Role role,
            @Nullable String password) {
        @Override
        public String toString() {
            return "Draft[" + role + "]";
        }
    }

    record Key(long tenantId, long userId) {}

    private final UserStore store;
    private final PasswordHashes hashes;
    private final Changes changes;
    private final LoadingCache<Key, Optional<SignedInUser>> live;

    Users(UserStore store, PasswordHashes hashes, Changes changes) {
        this.store = store;
        this.hashes = hashes;
        this.changes = changes;
        this.live = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofSeconds(2))
                .build(key -> Caller.system(key.tenantId)
                        .call(() -> store.find(key.tenantId, key.userId)
                                .filter(User::active)
                                .map(user -> SignedInUser.of(key.tenantId, user))));
    }

    public List<User> all(long tenant) {
        return store.all(tenant);
    }

    /** One user; NotFound where there is none. */
    public User get(long tenant, long id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFound("User", id));
    }

    /** The user behind a session as of at most two seconds ago; empty once deactivated, or under a new password. */
    public Optional<SignedInUser> live(SignedInUser inSession) {
        Key key = new Key(inSession.tenantId(), inSession.id());
        Optional<SignedInUser> now = live.get(key);
        if (now.isPresent() && now.get().generation() < inSession.generation()) {
            live.invalidate(key); // another node gave a new password, and this session knows more than we do
            now = live.get(key);
        }
        return now.filter(user -> user.generation() == inSession.generation());
    }

    /** The same person as they are now. */
    SignedInUser refresh(SignedInUser user) {
        Key key = new Key(user.tenantId(), user.id());
        live.invalidate(key);
        return live.get(key).orElseThrow(() -> new NotFound("User", user.id()));
    }

    /** Adds a person. Invalid names what is wrong; only an owner may make owners. */
    @Transactional
    public long add(long tenant, Draft draft) {
        check(draft);
        Role role = role(draft);
        guardOwner(role);
        try {
            long id =
                    store.insert(tenant, name(draft), email(draft), role, hashes.of(String.valueOf(draft.password())));
            changes.record(
                    EntityKind.USER,
                    id,
                    Action.CREATED,
                    Diff.none()
                            .now("name", name(draft))
                            .now("email", email(draft))
                            .now("role", role));
            changes.record(
                    EntityKind.EMPLOYEE,
                    id,
                    Action.CREATED,
                    Diff.none()
                            .now("name", name(draft))
                            .now("email", email(draft))
                            .now("role", role.employeeRole()));
            return id;
        } catch (DuplicateKeyException e) {
            throw emailTaken();
        }
    }

    /**
     * Changes a person who is as active as before. A new password ends their sessions within two seconds; the last owner
     * stays. Who has signed in gives themselves a new password with {@link ChangePassword} alone.
     */
    @Transactional
    public void update(long tenant, long id, Draft draft) {
        checkChange(id, draft);
        String password = draft.password() == null ? "" : draft.password();
        User before = lock(tenant, id);
        change(tenant, before, draft, before.active());
        if (!password.isEmpty()) {
            store.setPassword(tenant, id, hashes.of(password));
            changes.record(EntityKind.USER, id, Action.PASSWORD_RESET, Diff.none());
            live.invalidate(new Key(tenant, id));
        }
    }

    /** Deactivates a person, which ends their sessions within two seconds, or brings them back; the last owner stays. */
    @Transactional
    public void activate(long tenant, long id, boolean active) {
        User before = lock(tenant, id);
        change(tenant, before, new Draft(before.name(), before.email(), before.role(), null), active);
    }

    private User lock(long tenant, long id) {
        return store.lock(tenant, id).orElseThrow(() -> new NotFound("User", id));
    }

    private void change(long tenant, User before, Draft draft, boolean active) {
        long id = before.id();
        Role role = role(draft);
        guardOwner(role);
        guardOwner(before.role());
        try {
            store.update(tenant, id, name(draft), email(draft), role, active);
        } catch (DuplicateKeyException e) {
            throw emailTaken();
        } catch (DataIntegrityViolationException e) {
            throw UserStore.wouldLeaveNoOwner(e) ? new Invalid("role", "The last owner must stay an active owner.") : e;
        }
        changes.record(
                EntityKind.USER,
                id,
                Action.UPDATED,
                Diff.none()
                        .field("name", before.name(), name(draft))
                        .field("email", before.email(), email(draft))
                        .field("role", before.role(), role)
                        .field("active", before.active(), active));
        changes.record(
                EntityKind.EMPLOYEE,
                id,
                Action.UPDATED,
                Diff.none()
                        .field("name", before.name(), name(draft))
                        .field("email", before.email(), email(draft))
                        .field("role", before.role().employeeRole(), role.employeeRole())
                        .field("active", before.active(), active));
        live.invalidate(new Key(tenant, id));
    }

    private static boolean isCaller(long user) {
        Caller caller = Caller.current();
        return caller.kind() == Caller.Kind.user && Long.valueOf(user).equals(caller.id());
    }

    private static void guardOwner(Role role) {
        Caller caller = Caller.current();
        if (role == Role.Owner
                && caller.kind() == Caller.Kind.user
                && !CurrentUser.get().role().includes(Role.Owner)) {
            throw RefusalCode.FORBIDDEN.refuse("Only an owner may make or change owners.");
        }
    }

    /** Throws an Invalid that names everything that is wrong with a new person. */
    public static void check(Draft draft) {
        FieldErrors errors = errors(draft);
        checkPassword(draft.password(), errors, "This field is required.");
        errors.throwIfAny();
    }

    /** Throws an Invalid that names everything that is wrong with a change of a person; without a password it stays. */
    public static void checkChange(long id, Draft draft) {
        FieldErrors errors = errors(draft);
        String password = draft.password();
        if (password != null && !password.isEmpty()) {
            checkPassword(password, errors, "");
            errors.addIf(isCaller(id), "password", "Change your own password under your name at the top of the page.");
        }
        errors.throwIfAny();
    }

    private static FieldErrors errors(Draft draft) {
        FieldErrors errors = new FieldErrors()
                .required("name", draft.name)
                .required("email", draft.email)
                .required("role", draft.role);
        errors.maxLength("name", draft.name, Name.MAX);
        return ContactDetails.check(errors, draft.email, null);
    }

    /** Notes what is wrong with a new {@code password}, by these words where there is none. */
    static void checkPassword(@Nullable String password, FieldErrors errors, String missing) {
        if (password == null || password.isEmpty()) {
            errors.add("password", missing);
        } else {
            errors.addIf(password.length() < 10, "password", "At least 10 characters are needed.");
            errors.addIf(
                    password.getBytes(StandardCharsets.UTF_8).length > 72, "password", "At most 72 bytes are allowed.");
        }
    }

    private static String name(Draft draft) {
        return VisibleText.strip(String.valueOf(draft.name));
    }

    private static String email(Draft draft) {
        return normalized(String.valueOf(draft.email));
    }

    /** The one spelling of an address that is compared and kept. */
    static String normalized(String email) {
        return VisibleText.strip(email).toLowerCase(Locale.ROOT);
    }

    private static Role role(Draft draft) {
        return draft.role == null ? Role.Viewer : draft.role;
    }

    private static Invalid emailTaken() {
        return new Invalid("email", "Another user has this e-mail address.");
    }
}

package org.callboard.phonelines;

import java.util.Objects;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * By what telephone systems know the users: each has an extension and a telephone of their own, or
 * none. Who is deactivated loses them to whoever gets them next.
 */
@Service
public class UserLines {

    /** @param telephone a number (E.164 where it was stored), or the address by which a system names it */
    public record Lines(
            @Nullable String extension, @Nullable String telephone) {}

    private static final int MAX = 100;

    private final UserLineStore store;
    private final WhoseNumber whose;
    private final OwnNumbers own;
    private final CustomerNumbers customers;
    private final Changes changes;

    UserLines(UserLineStore store, WhoseNumber whose, OwnNumbers own, CustomerNumbers customers, Changes changes) {
        this.store = store;
        this.whose = whose;
        this.own = own;
        this.customers = customers;
        this.changes = changes;
    }

    public Lines of(long tenant, long user) {
        return store.of(tenant, user);
    }

    /**
     * What is wrong with what somebody typed: the fields {@code extension} and {@code telephone}, and {@code anyway}, which is
     * to be confirmed, for a customer's number: calls from it would wait for nobody.
     *
     * @param user whose they are to be; null for one who is new
     * @param anyway whether a customer's number is meant
     */
    public FieldErrors wrong(long tenant, @Nullable Long user, Lines typed, boolean anyway) {
        FieldErrors errors = new FieldErrors().maxLength("telephone", typed.telephone, MAX);
        Lines read = read(tenant, typed);
        String extension = read.extension;
        errors.addIf(
                extension != null && !CallerNumber.isExtension(extension), "extension", "Up to 6 digits are expected.");
        errors.addIf(
                VisibleText.in(typed.telephone) && read.telephone == null,
                "telephone",
                "A telephone number is expected, or an address such as sip:ann@example.com.");
        taken(errors, "extension", extension, store.hasExtension(tenant, extension), user);
        taken(errors, "telephone", read.telephone, store.hasTelephone(tenant, read.telephone), user);
        boolean kept = user != null && Objects.equals(read.telephone, store.of(tenant, user).telephone);
        if (read.telephone != null && !kept) {
            errors.addIf(
                    own.of(tenant, read.telephone).isPresent(),
                    "telephone",
                    "This is one of the company's own numbers.");
            if (!anyway) {
                customers
                        .question(tenant, read.telephone, "save it")
                        .ifPresent(question -> errors.add("anyway", question));
            }
        }
        return errors;
    }

    private static void taken(
            FieldErrors errors,
            String field,
            @Nullable String value,
            UserLineStore.@Nullable Holder holder,
            @Nullable Long user) {
        errors.addIf(
                value != null && holder != null && holder.active() && (user == null || holder.id() != user),
                field,
                (holder == null ? "Somebody" : holder.name()) + " has this already.");
    }

    /** Keeps what was typed. Invalid for what is wrong with it. */
    @Transactional
    public void save(long tenant, long user, Lines typed, boolean anyway) {
        wrong(tenant, user, typed, anyway).throwIfAny();
        Lines before = store.of(tenant, user);
        Lines after = read(tenant, typed);
        if (!after.equals(before)) {
            store.leave(tenant, user, after); // who can't sign in any more is rung by nobody
            try {
                store.update(tenant, user, after);
            } catch (DuplicateKeyException e) {
                throw new Invalid(UserLineStore.taken(e), "Somebody else got this just now.");
            }
            changes.record(EntityKind.USER, user, Action.UPDATED, Diff.between(before, after));
        }
    }

    private Lines read(long tenant, Lines typed) {
        return new Lines(VisibleText.orNull(typed.extension), whose.line(tenant, VisibleText.orNull(typed.telephone)));
    }
}

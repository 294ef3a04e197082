package org.callboard.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.callboard.access.EmployeeRole;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactDetails;
import org.callboard.paging.NamedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people in the office, whether they sign in or not. Those who do are changed through {@link Users}. */
@Service
public class Employees {

    private static final int MAX_NAME = 100;
    private static final List<String> ROLES =
            Arrays.stream(EmployeeRole.values()).map(EmployeeRole::name).toList();

    /** What a form about an employee sends. */
    public record Draft(
            @Nullable String name,
            @Nullable String role,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Long businessUnitId) {}

    private final EmployeeStore store;
    private final Changes changes;

    Employees(EmployeeStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    /** All of them, also inactive ones, by name. */
    public List<Employee> all(long tenant) {
        return store.all(tenant);
    }

    public Optional<Employee> find(long tenant, long id) {
        return store.find(tenant, id);
    }

    /** One employee; NotFound where there is none. */
    public Employee get(long tenant, long id) {
        return find(tenant, id).orElseThrow(() -> notFound(id));
    }

    /** One page of those that a query and the conditions so far let through. */
    Page<Employee> list(Where where, NamedQuery query, Paging paging) {
        return store.page(query.applyTo(where, Sort.BY_ID), paging);
    }

    /** Whether the employee may sign in, and so is changed among the users. */
    public boolean isUser(long tenant, long id) {
        return store.isUser(tenant, id);
    }

    /** Adds an employee who does not sign in. Invalid names every field that is wrong. */
    @Transactional
    public Employee add(long tenant, Draft draft) {
        check(draft);
        long id = guardUnit(() -> store.insert(tenant, row(draft)));
        changes.record(
                EntityKind.EMPLOYEE,
                id,
                Action.CREATED,
                Diff.none()
                        .now("name", name(draft))
                        .now("role", draft.role)
                        .now("businessUnitId", draft.businessUnitId));
        return get(tenant, id);
    }

    /** Changes an employee who is as active as before. NotFound where there is none, Conflict for one who signs in, Invalid as for adding. */
    @Transactional
    public Employee update(long tenant, long id, Draft draft) {
        Employee before = lock(tenant, id);
        return change(tenant, before, draft, before.active());
    }

    /** Retires an employee or brings them back, as they stand. NotFound where there is none, Conflict for one who signs in. */
    @Transactional
    public Employee activate(long tenant, long id, boolean active) {
        Employee before = lock(tenant, id);
        Draft draft =
                new Draft(before.name(), before.role().name(), before.email(), before.phone(), before.businessUnitId());
        return change(tenant, before, draft, active);
    }

    private Employee lock(long tenant, long id) {
        return store.lock(tenant, id).orElseThrow(() -> notFound(id));
    }

    private Employee change(long tenant, Employee before, Draft draft, boolean active) {
        long id = before.id();
        if (isUser(tenant, id)) {
            throw RefusalCode.CONFLICT.refuse(before.name() + " signs in to Callboard: change them among the users.");
        }
        check(draft);
        guardUnit(() -> store.update(tenant, id, row(draft), active));
        Employee after = get(tenant, id);
        changes.record(
                EntityKind.EMPLOYEE,
                id,
                Action.UPDATED,
                Diff.none()
                        .field("name", before.name(), after.name())
                        .field("role", before.role(), after.role())
                        .field("email", before.email(), after.email())
                        .field("phoneNumber", before.phone(), after.phone())
                        .field("businessUnitId", before.businessUnitId(), after.businessUnitId())
                        .field("active", before.active(), after.active()));
        return after;
    }

    private static NotFound notFound(long id) {
        return new NotFound("Employee", id);
    }

    /** Throws an Invalid that names everything that is wrong with an employee, but for a business unit that there is not. */
    public static void check(Draft draft) {
        FieldErrors errors = new FieldErrors()
                .required("name", draft.name)
                .required("role", draft.role)
                .maxLength("name", name(draft), MAX_NAME)
                .addIf(
                        VisibleText.in(draft.role) && !ROLES.contains(draft.role),
                        "role",
                        "One of " + String.join(", ", ROLES) + " is expected.");
        ContactDetails.check(errors, draft.email, draft.phone).throwIfAny();
    }

    /** As it is kept. */
    private static Draft row(Draft draft) {
        return new Draft(
                name(draft),
                draft.role,
                VisibleText.orNull(draft.email),
                VisibleText.orNull(draft.phone),
                draft.businessUnitId);
    }

    /** The only reference that a form can get wrong is the business unit. */
    private static <R> R guardUnit(Supplier<R> write) {
        try {
            return write.get();
        } catch (DataIntegrityViolationException e) {
            throw new Invalid("businessUnitId", "There is no business unit with this id.");
        }
    }

    private static String name(Draft draft) {
        return draft.name == null ? "" : VisibleText.strip(draft.name);
    }
}

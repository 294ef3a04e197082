package org.callboard.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.callboard.access.EmployeeRole;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Rows;
import org.callboard.paging.NamedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.ContactDetails;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people in the office, whether they sign in or not. Those who do are changed through {@link Users}. */
@Service
public class Employees {

    private static final List<String> ROLES =
            Arrays.stream(EmployeeRole.values()).map(EmployeeRole::name).toList();

    /** What a form about an employee sends. */
    public record Draft(
            @Nullable String name,
            @Nullable String role,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Long businessUnitId) {}

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;

    Employees(JdbcClient jdbc, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /** All of them, also inactive ones, by name. */
    public List<Employee> all(long tenant) {
        return jdbc.sql("select * from employee where tenant_id = :tenant order by lower(name), id")
                .param("tenant", tenant)
                .query(Employees::row)
                .list();
    }

    public Optional<Employee> find(long tenant, long id) {
        return jdbc.sql("select * from employee where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(Employees::row)
                .optional();
    }

    /** One employee; NotFound where there is none. */
    public Employee get(long tenant, long id) {
        return find(tenant, id).orElseThrow(() -> notFound(id));
    }

    /** One page of those that a query and the conditions so far let through. */
    Page<Employee> list(Where where, NamedQuery query, Paging paging) {
        return query.applyTo(where, Sort.BY_ID)
                .page(jdbc, "select * from employee", "employee", paging, Employees::row);
    }

    /** Whether the employee may sign in, and so is changed among the users. */
    public boolean isUser(long tenant, long id) {
        return jdbc.sql("select exists (select from app_user where tenant_id = :tenant and id = :id)")
                .param("tenant", tenant)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Adds an employee who does not sign in. Invalid names every field that is wrong. */
    @Transactional
    public Employee add(long tenant, Draft draft) {
        check(draft);
        long id = guardUnit(() -> bind(draft, jdbc.sql("""
                insert into employee (tenant_id, name, role, email, phone, business_unit_id, created_on, modified_on)
                values (:tenant, :name, :role, :email, :phone, :unit, :now, :now) returning id
                """))
                .param("tenant", tenant)
                .query(Long.class)
                .single());
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
        return jdbc.sql("select * from employee where tenant_id = :tenant and id = :id for no key update")
                .param("tenant", tenant)
                .param("id", id)
                .query(Employees::row)
                .optional()
                .orElseThrow(() -> notFound(id));
    }

    private Employee change(long tenant, Employee before, Draft draft, boolean active) {
        long id = before.id();
        if (isUser(tenant, id)) {
            throw RefusalCode.CONFLICT.refuse(before.name() + " signs in to Callboard: change them among the users.");
        }
        check(draft);
        guardUnit(() -> bind(draft, jdbc.sql("""
                update employee set name = :name, role = :role, email = :email, phone = :phone,
                    business_unit_id = :unit, active = :active, modified_on = :now
                where tenant_id = :tenant and id = :id
                """))
                .param("active", active)
                .param("tenant", tenant)
                .param("id", id)
                .update());
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

    private static void check(Draft draft) {
        FieldErrors errors = new FieldErrors()
                .required("name", draft.name)
                .required("role", draft.role)
                .addIf(name(draft).length() > 100, "name", "At most 100 characters are allowed.")
                .addIf(
                        draft.role != null && !draft.role.isBlank() && !ROLES.contains(draft.role),
                        "role",
                        "One of " + String.join(", ", ROLES) + " is expected.");
        ContactDetails.check(errors, draft.email, draft.phone).throwIfAny();
    }

    private JdbcClient.StatementSpec bind(Draft draft, JdbcClient.StatementSpec statement) {
        return statement
                .param("name", name(draft))
                .param("role", draft.role)
                .param("email", ContactDetails.textOrNull(draft.email))
                .param("phone", ContactDetails.textOrNull(draft.phone))
                .param("unit", draft.businessUnitId)
                .param("now", clock.instant());
    }

    private interface Write<R> {
        R run();
    }

    /** The only reference that a form can get wrong is the business unit. */
    private static <R> R guardUnit(Write<R> write) {
        try {
            return write.run();
        } catch (DataIntegrityViolationException e) {
            throw new Invalid("businessUnitId", "There is no business unit with this id.");
        }
    }

    private static String name(Draft draft) {
        return draft.name == null ? "" : draft.name.strip();
    }

    private static Employee row(ResultSet row, int number) throws SQLException {
        return new Employee(
                row.getLong("id"),
                row.getString("name"),
                EmployeeRole.valueOf(row.getString("role")),
                row.getString("email"),
                row.getString("phone"),
                Rows.longOrNull(row, "business_unit_id"),
                row.getBoolean("active"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }
}

package org.callboard.web.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.access.EmployeeRole;
import org.callboard.access.User;
import org.callboard.people.Employee;
import org.callboard.people.Employees;
import org.callboard.people.Users;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class EmployeeSettings extends SettingsKind<Employee> {

    private static final List<Option> ROLES = Arrays.stream(EmployeeRole.values())
            .map(role -> new Option(role.name(), words(role)))
            .toList();

    private final Employees employees;
    private final Users users;
    private final BusinessUnits units;

    EmployeeSettings(Employees employees, Users users, BusinessUnits units) {
        super(new Words(
                "employees",
                "Employees",
                "employee",
                "The people in the office. Who signs in is changed among the users.",
                "Role",
                "E-mail",
                "Phone",
                "Business unit"));
        this.employees = employees;
        this.users = users;
        this.units = units;
    }

    @Override
    Function<Employee, Line> line(long tenant) {
        List<BusinessUnit> all = units.all(tenant);
        Set<Long> signIn = users.all(tenant).stream().map(User::id).collect(Collectors.toSet());
        return one -> new Line(
                one.id(),
                one.name(),
                one.active(),
                !signIn.contains(one.id()),
                List.of(
                        words(one.role()),
                        Objects.requireNonNullElse(one.email(), NONE),
                        Objects.requireNonNullElse(one.phone(), NONE),
                        Choices.name(all, one.businessUnitId())));
    }

    @Override
    List<Employee> all(long tenant) {
        return employees.all(tenant);
    }

    @Override
    Employee get(long tenant, long id) {
        return employees.get(tenant, id);
    }

    @Override
    Map<String, List<Option>> options(long tenant, @Nullable Employee present) {
        return Map.of("roles", ROLES, "units", Option.all(units.all(tenant)));
    }

    @Override
    Form form(Employee employee) {
        return Form.blank()
                .with("name", employee.name())
                .with("role", employee.role())
                .with("email", employee.email())
                .with("phone", employee.phone())
                .with("businessUnitId", employee.businessUnitId());
    }

    @Override
    @Nullable
    String barrier(long tenant, Employee present) {
        return employees.isUser(tenant, present.id()) ? "Who signs in is changed among the users." : null;
    }

    @Override
    void add(long tenant, Form form) {
        employees.add(tenant, draft(form));
    }

    @Override
    void update(long tenant, long id, Form form) {
        employees.update(tenant, id, draft(form));
    }

    private static Employees.Draft draft(Form form) {
        return form.all(() -> form.draft(Employees.Draft.class), Employees::check);
    }

    @Override
    void activate(long tenant, long id, boolean active) {
        employees.activate(tenant, id, active);
    }

    /** {@code FieldManager} reads as {@code Field manager}. */
    private static String words(EmployeeRole role) {
        if (role == EmployeeRole.CSR) {
            return role.name();
        }
        String spaced = role.name().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}

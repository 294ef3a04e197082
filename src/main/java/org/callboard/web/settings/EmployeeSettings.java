package org.callboard.web.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.tenants.Employee;
import org.callboard.tenants.EmployeeRole;
import org.callboard.tenants.Employees;
import org.callboard.tenants.User;
import org.callboard.tenants.Users;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class EmployeeSettings implements SettingsKind {

    private static final List<Option> ROLES = Arrays.stream(EmployeeRole.values())
            .map(role -> new Option(role.name(), words(role)))
            .toList();

    private final Employees employees;
    private final Users users;
    private final UnitChoices units;

    EmployeeSettings(Employees employees, Users users, UnitChoices units) {
        this.employees = employees;
        this.users = users;
        this.units = units;
    }

    @Override
    public String path() {
        return "employees";
    }

    @Override
    public String title() {
        return "Employees";
    }

    @Override
    public String noun() {
        return "employee";
    }

    @Override
    public String about() {
        return "The people in the office. Who signs in is changed among the users.";
    }

    @Override
    public List<String> columns() {
        return List.of("Role", "E-mail", "Phone", "Business unit");
    }

    @Override
    public List<Line> lines(long tenant) {
        UnitChoices.Names names = units.names(tenant);
        Set<Long> signIn = users.all(tenant).stream().map(User::id).collect(Collectors.toSet());
        return employees.all(tenant).stream()
                .map(one -> new Line(
                        one.id(),
                        one.name(),
                        one.active(),
                        !signIn.contains(one.id()),
                        List.of(
                                words(one.role()),
                                Objects.requireNonNullElse(one.email(), "–"),
                                Objects.requireNonNullElse(one.phone(), "–"),
                                names.of(one.businessUnitId()))))
                .toList();
    }

    @Override
    public List<Field> fields(long tenant, @Nullable Long id) {
        return List.of(
                Field.text("name", "Name").needed(),
                Field.select("role", "Role", ROLES),
                Field.email("email"),
                Field.phone("phone"),
                Field.choice("businessUnitId", "Business unit", units.options(tenant), "None"));
    }

    @Override
    public Input values(long tenant, long id) {
        Employee employee = employees.get(tenant, id);
        return new Input()
                .with("name", employee.name())
                .with("role", employee.role())
                .with("email", employee.email())
                .with("phone", employee.phone())
                .with("businessUnitId", employee.businessUnitId());
    }

    @Override
    public @Nullable String barrier(long tenant, long id) {
        return employees.isUser(tenant, id) ? "Who signs in is changed among the users." : null;
    }

    @Override
    public void add(long tenant, Input input) {
        employees.add(tenant, draft(input));
    }

    @Override
    public void update(long tenant, long id, Input input, boolean active) {
        employees.update(tenant, id, draft(input), active);
    }

    @Override
    public boolean active(long tenant, long id) {
        return employees.get(tenant, id).active();
    }

    private static Employees.Draft draft(Input input) {
        return new Employees.Draft(
                input.text("name"),
                input.text("role"),
                input.text("email"),
                input.text("phone"),
                input.id("businessUnitId"));
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

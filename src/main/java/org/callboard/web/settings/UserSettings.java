package org.callboard.web.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.callboard.tenants.CurrentUser;
import org.callboard.tenants.Role;
import org.callboard.tenants.Tenants;
import org.callboard.tenants.User;
import org.callboard.tenants.Users;
import org.callboard.web.layout.Option;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class UserSettings implements SettingsKind {

    private final Users users;
    private final Tenants tenants;

    UserSettings(Users users, Tenants tenants) {
        this.users = users;
        this.tenants = tenants;
    }

    @Override
    public String path() {
        return "users";
    }

    @Override
    public String title() {
        return "Users";
    }

    @Override
    public String noun() {
        return "user";
    }

    @Override
    public String about() {
        return "The people who sign in. Only an owner may make or change owners.";
    }

    @Override
    public List<String> columns() {
        return List.of("E-mail", "Role", "Last sign-in");
    }

    @Override
    public List<Line> lines(long tenant) {
        var zone = tenants.get(tenant).timeZone();
        return users.all(tenant).stream()
                .map(user -> new Line(
                        user.id(),
                        user.name(),
                        user.active(),
                        mayChange(user),
                        List.of(
                                user.email(),
                                user.role().name(),
                                user.lastSignInOn() == null ? "Never" : Shell.at(user.lastSignInOn(), zone))))
                .toList();
    }

    @Override
    public List<Field> fields(long tenant, @Nullable Long id) {
        Field password = id == null
                ? Field.password("password", "Password")
                        .needed()
                        .hint("At least 10 characters. Tell the person in a safe way.")
                : Field.password("password", "New password")
                        .hint(
                                "At least 10 characters. A new one signs them out everywhere. Leave it empty to keep the present one.");
        Stream<Field> fields = Stream.of(
                Field.text("name", "Name").needed(),
                Field.email("email").needed(),
                Field.select(
                                "role",
                                "Role",
                                roles(id == null ? null : users.get(tenant, id).role()))
                        .hint("A manager changes settings; a CSR works on calls; a viewer only looks."));
        boolean own = Long.valueOf(CurrentUser.get().id()).equals(id);
        return own
                ? fields.toList()
                : Stream.concat(fields, Stream.of(password)).toList(); // own: under their name
    }

    private static boolean mayChange(User user) {
        return CurrentUser.get().role().includes(user.role());
    }

    /** Those that the one who looks may give, and the one that a user has. */
    private static List<Option> roles(@Nullable Role present) {
        Role own = CurrentUser.get().role();
        return Arrays.stream(Role.values())
                .filter(role -> own.includes(role) || role == present)
                .map(role -> new Option(role.name(), role.name()))
                .toList()
                .reversed();
    }

    @Override
    public Input values(long tenant, long id) {
        User user = users.get(tenant, id);
        return new Input().with("name", user.name()).with("email", user.email()).with("role", user.role());
    }

    @Override
    public @Nullable String barrier(long tenant, long id) {
        return mayChange(users.get(tenant, id)) ? null : "Only an owner may change an owner.";
    }

    @Override
    public String whenDeactivated() {
        return "They are signed out within seconds and can't sign in any more. They can be reactivated.";
    }

    @Override
    public void add(long tenant, Input input) {
        users.add(tenant, draft(input));
    }

    @Override
    public void update(long tenant, long id, Input input, boolean active) {
        users.update(tenant, id, draft(input), active);
    }

    @Override
    public boolean active(long tenant, long id) {
        return users.get(tenant, id).active();
    }

    private static Users.Draft draft(Input input) {
        String role = Objects.requireNonNullElse(input.text("role"), "");
        return new Users.Draft(
                input.text("name"),
                input.text("email"),
                Arrays.stream(Role.values())
                        .filter(known -> known.name().equals(role))
                        .findFirst()
                        .orElse(null),
                input.raw("password"));
    }
}

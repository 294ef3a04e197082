package org.callboard.web.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callboard.access.Role;
import org.callboard.access.Tenants;
import org.callboard.access.User;
import org.callboard.people.CurrentUser;
import org.callboard.people.Users;
import org.callboard.web.layout.Option;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class UserSettings extends SettingsKind<User> {

    private final Users users;
    private final Tenants tenants;

    UserSettings(Users users, Tenants tenants) {
        super(new Words(
                        "users",
                        "Users",
                        "user",
                        "The people who sign in. Only an owner may make or change owners.",
                        "E-mail",
                        "Role",
                        "Last sign-in")
                .whenDeactivated(
                        "They are signed out within seconds and can't sign in any more. They can be reactivated."));
        this.users = users;
        this.tenants = tenants;
    }

    @Override
    Function<User, Line> line(long tenant) {
        var zone = tenants.get(tenant).timeZone();
        return user -> new Line(
                user.id(),
                user.name(),
                user.active(),
                mayChange(user),
                List.of(
                        user.email(),
                        user.role().name(),
                        user.lastSignInOn() == null ? "Never" : Shell.at(user.lastSignInOn(), zone)));
    }

    @Override
    List<User> all(long tenant) {
        return users.all(tenant);
    }

    @Override
    User get(long tenant, long id) {
        return users.get(tenant, id);
    }

    @Override
    List<Field> fields(long tenant, @Nullable User present) {
        Field password = present == null
                ? Field.password("password", "Password")
                        .needed()
                        .hint("At least 10 characters. Tell the person in a safe way.")
                : Field.password("password", "New password")
                        .hint(
                                "At least 10 characters. A new one signs them out everywhere. Leave it empty to keep the present one.");
        Stream<Field> fields = Stream.of(
                Field.text("name", "Name").needed(),
                Field.email("email").needed(),
                Field.select("role", "Role", roles(present == null ? null : present.role()))
                        .hint("A manager changes settings; a CSR works on calls; a viewer only looks."));
        boolean own = present != null && present.id() == CurrentUser.get().id();
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
    Input values(User user) {
        return new Input().with("name", user.name()).with("email", user.email()).with("role", user.role());
    }

    @Override
    @Nullable
    String barrier(long tenant, User present) {
        return mayChange(present) ? null : "Only an owner may change an owner.";
    }

    @Override
    void add(long tenant, Input input) {
        users.add(tenant, draft(input));
    }

    @Override
    void update(long tenant, long id, Input input) {
        users.update(tenant, id, draft(input));
    }

    @Override
    void activate(long tenant, long id, boolean active) {
        users.activate(tenant, id, active);
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

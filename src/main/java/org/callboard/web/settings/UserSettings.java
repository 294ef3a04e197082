package org.callboard.web.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.access.Role;
import org.callboard.access.Tenants;
import org.callboard.access.User;
import org.callboard.database.Caller;
import org.callboard.people.CurrentUser;
import org.callboard.people.Users;
import org.callboard.phonelines.TakingCalls;
import org.callboard.phonelines.TakingCalls.Person;
import org.callboard.phonelines.UserLines;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class UserSettings extends SettingsKind<User> {

    private static final String ANYWAY = "anyway";

    private final Users users;
    private final UserLines lines;
    private final SaveUser save;
    private final TakingCalls taking;
    private final Tenants tenants;

    UserSettings(Users users, UserLines lines, SaveUser save, TakingCalls taking, Tenants tenants) {
        super(new Words(
                        "users",
                        "Users",
                        "user",
                        "The people who sign in. Only an owner may make or change owners.",
                        "E-mail",
                        "Role",
                        "Takes calls",
                        "Last sign-in")
                .whenDeactivated(
                        "They are signed out within seconds and can't sign in any more. They can be reactivated."));
        this.users = users;
        this.lines = lines;
        this.save = save;
        this.taking = taking;
        this.tenants = tenants;
    }

    @Override
    Function<User, Line> line(long tenant) {
        var zone = tenants.get(tenant).timeZone();
        Map<Long, Person> people =
                taking.all(tenant).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return user -> new Line(
                user.id(),
                user.name(),
                user.active(),
                mayChange(user),
                List.of(
                        user.email(),
                        user.role().name(),
                        takes(people.get(user.id())),
                        user.lastSignInOn() == null ? "Never" : Shell.at(user.lastSignInOn(), zone)));
    }

    /** Whether calls show on the user's screen. */
    private static String takes(@Nullable Person person) {
        return person == null || !person.taking() ? "No" : person.signedIn() ? "Now" : "When signed in";
    }

    @Override
    List<User> all(long tenant) {
        return users.all(tenant);
    }

    @Override
    User get(long tenant, long id) {
        return users.get(tenant, id);
    }

    private static boolean mayChange(User user) {
        return CurrentUser.get().role().includes(user.role());
    }

    /** Roles that the one who looks may give, and the one that a user has. */
    @Override
    Map<String, List<Option>> options(long tenant, @Nullable User present) {
        Role own = CurrentUser.get().role();
        return Map.of(
                "roles",
                Arrays.stream(Role.values())
                        .filter(role -> own.includes(role) || present != null && role == present.role())
                        .map(role -> new Option(role.name(), role.name()))
                        .toList()
                        .reversed());
    }

    @Override
    Form form(User user) {
        UserLines.Lines known = lines.of(CurrentUser.get().tenantId(), user.id());
        return Form.blank()
                .with("name", user.name())
                .with("email", user.email())
                .with("role", user.role())
                .with("extension", known.extension())
                .with("telephone", known.telephone());
    }

    @Override
    @Nullable
    String barrier(long tenant, User present) {
        return mayChange(present) ? null : "Only an owner may change an owner.";
    }

    @Override
    void add(long tenant, Form form) {
        boolean anyway = form.flag(ANYWAY);
        form.note(lines.wrong(tenant, null, lines(form), anyway));
        save.add(tenant, form.all(() -> draft(form), Users::check), lines(form), anyway);
    }

    @Override
    void update(long tenant, long id, Form form) {
        if (Objects.equals(Caller.current().id(), id)) {
            form.hiding("password");
        }
        boolean anyway = form.flag(ANYWAY);
        form.note(lines.wrong(tenant, id, lines(form), anyway));
        save.update(
                tenant, id, form.all(() -> draft(form), draft -> Users.checkChange(id, draft)), lines(form), anyway);
    }

    @Override
    void activate(long tenant, long id, boolean active) {
        users.activate(tenant, id, active);
    }

    private static UserLines.Lines lines(Form form) {
        return new UserLines.Lines(form.text("extension"), form.text("telephone"));
    }

    private static Users.Draft draft(Form form) {
        return new Users.Draft(
                form.text("name"), form.text("email"), form.choice("role", Role.class), form.raw("password"));
    }
}

package org.callboard.desk;

import java.util.List;
import java.util.Objects;
import org.callboard.access.Role;
import org.callboard.access.User;
import org.callboard.database.Caller;
import org.callboard.people.Users;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Customers who are marked <i>Do not service</i> are served only where a manager says so. */
@Service
public class DoNotService {

    private static final int NAMED = 3;

    private final Users users;

    DoNotService(Users users) {
        this.users = users;
    }

    /** Why the caller can't book for such a customer, and who can; null where they may. */
    public @Nullable String barrier(long tenant) {
        if (maySay(tenant)) {
            return null;
        }
        List<String> managers = users.all(tenant).stream()
                .filter(user -> user.active() && user.role().includes(Role.Manager))
                .map(User::name)
                .toList();
        return "This customer is marked Do not service. Only a manager can book for them"
                + (managers.isEmpty() || managers.size() > NAMED ? "." : ": " + String.join(", ", managers) + ".");
    }

    private boolean maySay(long tenant) {
        Caller caller = Caller.current();
        return switch (caller.kind()) {
            case user ->
                users.get(tenant, Objects.requireNonNull(caller.id())).role().includes(Role.Manager);
            case connection -> false;
            case system -> true;
        };
    }

    /** Notes under {@code serviceAnyway} what is in the way of a booking for such a customer. */
    void check(long tenant, boolean anyway, FieldErrors errors) {
        String barrier = barrier(tenant);
        errors.addIf(barrier != null, "serviceAnyway", String.valueOf(barrier));
        errors.addIf(
                barrier == null && !anyway,
                "serviceAnyway",
                "This customer is marked Do not service. Confirm to book all the same.");
    }
}

package org.callboard.publicforms;

import org.callboard.database.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A form that a visitor has before them.
 *
 * @param name names it within its company, in its seals and limits, such as {@code book/101}
 * @param actor under whose name it acts in the history
 * @param phone where to call instead
 */
public record PublicForm(
        long tenant, String name, String actor, @Nullable String phone) {

    /** The one who acts where nobody has signed in. */
    public Caller caller() {
        return new Caller(tenant, Caller.Kind.system, 0L, actor);
    }

    /** The name among all companies' forms. */
    public String fullName() {
        return tenant + "/" + name;
    }
}

package org.callboard.web.layout;

import java.util.Locale;
import org.callboard.tenants.Role;
import org.callboard.tenants.SignedInUser;
import org.callboard.tenants.Tenants;
import org.jspecify.annotations.Nullable;

/** What the frame around a page shows. Looks the company up only where a whole page is drawn. */
public final class Shell {

    private final @Nullable SignedInUser user;
    private final Tenants tenants;

    Shell(@Nullable SignedInUser user, Tenants tenants) {
        this.user = user;
        this.tenants = tenants;
    }

    /** The person who is signed in; null on the pages outside. */
    public @Nullable SignedInUser getUser() {
        return user;
    }

    public boolean isManager() {
        return user != null && user.role().includes(Role.Manager);
    }

    public String getCompanyName() {
        return user == null
                ? ""
                : user.caller().call(() -> tenants.get(user.tenantId()).name());
    }

    public String getInitials() {
        if (user == null || user.displayName().isBlank()) {
            return "?";
        }
        String[] words = user.displayName().strip().split("\\s+");
        String first = words[0].substring(0, 1);
        return (words.length == 1 ? first : first + words[words.length - 1].charAt(0)).toUpperCase(Locale.ROOT);
    }
}

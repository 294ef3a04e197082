package org.callboard.web.layout;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.followups.FollowUps;
import org.jspecify.annotations.Nullable;

/** What the frame around a page shows. Looks the company up only where a whole page is drawn. */
public final class Shell {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US);

    private final @Nullable SignedInUser user;
    private final boolean posted;
    private final Tenants tenants;
    private final FollowUps followUps;
    private @Nullable Tenant company;

    Shell(@Nullable SignedInUser user, boolean posted, Tenants tenants, FollowUps followUps) {
        this.user = user;
        this.posted = posted;
        this.tenants = tenants;
        this.followUps = followUps;
    }

    /** The person who is signed in; null on the pages outside. */
    public @Nullable SignedInUser getUser() {
        return user;
    }

    /** Whether the page answers a form, so that a reload would send that again. */
    public boolean isPosted() {
        return posted;
    }

    public boolean isManager() {
        return user != null && user.role().includes(Role.Manager);
    }

    /** Whether the person may do what a CSR does, such as adding a customer. */
    public boolean isCsr() {
        return user != null && user.role().includes(Role.CSR);
    }

    public String getCompanyName() {
        Tenant tenant = company();
        return tenant == null ? "" : tenant.name();
    }

    /** How many follow-ups are overdue, in a word for the navigation; empty for none. */
    public String getOverdue() {
        if (user == null) {
            return "";
        }
        int count = user.caller().call(() -> followUps.overdue(user.tenantId()));
        return count == 0 ? "" : count < FollowUps.MAX_OVERDUE ? Integer.toString(count) : count - 1 + "+";
    }

    /** A moment as the company's clocks show it. */
    public String at(Instant moment) {
        Tenant tenant = company();
        return at(moment, tenant == null ? ZoneId.of("UTC") : tenant.timeZone());
    }

    public static String at(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    public String getInitials() {
        if (user == null || user.displayName().isBlank()) {
            return "?";
        }
        String[] words = user.displayName().strip().split("\\s+");
        String first = words[0].substring(0, 1);
        return (words.length == 1 ? first : first + words[words.length - 1].charAt(0)).toUpperCase(Locale.ROOT);
    }

    private @Nullable Tenant company() {
        if (company == null && user != null) {
            company = user.caller().call(() -> tenants.get(user.tenantId()));
        }
        return company;
    }
}

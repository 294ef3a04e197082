package org.callboard.web.layout;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.followups.FollowUps;
import org.callboard.phonelines.TakingCalls;
import org.callboard.validation.VisibleText;
import org.callboard.web.Phones;
import org.callboard.web.QuickDates;
import org.callboard.web.When;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page, and how their company writes times and numbers: what every page and part of one may ask. Looks the
 * company up once, and only where somebody asks.
 */
public final class Shell {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US);

    private final @Nullable SignedInUser user;
    private final boolean posted;
    private final Tenants tenants;
    private final FollowUps followUps;
    private final TakingCalls taking;
    private final Clock clock;
    private @Nullable Tenant company;

    Shell(
            @Nullable SignedInUser user,
            boolean posted,
            Tenants tenants,
            FollowUps followUps,
            TakingCalls taking,
            Clock clock) {
        this.user = user;
        this.posted = posted;
        this.tenants = tenants;
        this.followUps = followUps;
        this.taking = taking;
        this.clock = clock;
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

    /** Whether calls ring for the person. */
    public boolean isTakingCalls() {
        return user != null && user.caller().call(() -> taking.of(user.tenantId(), user.id()));
    }

    public String getCompanyName() {
        return user == null ? "" : getCompany().name();
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
        return at(moment, user == null ? ZoneId.of("UTC") : getCompany().timeZone());
    }

    public static String at(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    public String getInitials() {
        if (user == null || !VisibleText.in(user.displayName())) {
            return "?";
        }
        String[] words = VisibleText.strip(user.displayName()).split("\\s+");
        String first = words[0].substring(0, 1);
        return (words.length == 1 ? first : first + words[words.length - 1].charAt(0)).toUpperCase(Locale.ROOT);
    }

    /** The company of the person who is signed in. */
    public Tenant getCompany() {
        if (company == null) {
            SignedInUser member = Objects.requireNonNull(user, "nobody is signed in");
            company = member.caller().call(() -> tenants.get(member.tenantId()));
        }
        return company;
    }

    public When getWhen() {
        return new When(getCompany().timeZone(), clock.instant());
    }

    public QuickDates getDates() {
        return new QuickDates(getCompany().timeZone(), clock.instant());
    }

    public Phones getPhones() {
        return new Phones(getCompany().region());
    }
}

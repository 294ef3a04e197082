package org.callboard.web.leads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.followups.FollowUpFilter;
import org.callboard.followups.FollowUpFilter.Owner;
import org.callboard.followups.FollowUpFilter.Without;
import org.callboard.leads.LeadStatus;
import org.callboard.paging.Ids;
import org.callboard.paging.Paging;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The filters of the list as they stand in the address. They go along to the page of a lead, so that the way back and the
 * round keep them. What can't be read counts as not given.
 *
 * @param status {@code dismissed}, {@code won} or {@code all}; open ones otherwise
 * @param owner {@code me}, {@code nobody} or an employee's id
 * @param without {@code customer} or {@code location}
 * @param q words of the search box
 * @param round {@code true} while somebody works through what is due
 */
public record FollowUpQuery(
        @Nullable String status,
        @Nullable String campaign,
        @Nullable String reason,
        @Nullable String owner,
        @Nullable String without,
        @Nullable String q,
        @Nullable String page,
        @Nullable String round) {

    private static final int PAGE_SIZE = 100;
    private static final int MAX_LENGTH = 100;

    /** Throws an Invalid for a value that no filter can mean: it goes into addresses, and so into the headers of answers. */
    public FollowUpQuery {
        FieldErrors errors = new FieldErrors();
        check("status", status, errors);
        check("campaign", campaign, errors);
        check("reason", reason, errors);
        check("owner", owner, errors);
        check("without", without, errors);
        check("q", q, errors);
        check("page", page, errors);
        check("round", round, errors);
        errors.throwIfAny();
    }

    private static void check(String name, @Nullable String value, FieldErrors errors) {
        errors.addIf(
                value != null && value.length() > MAX_LENGTH,
                name,
                "Filter " + name + ": " + FieldErrors.tooLong(MAX_LENGTH));
    }

    public boolean inRound() {
        return "true".equals(round);
    }

    @Nullable
    LeadStatus leadStatus() {
        return switch (status == null ? "open" : status) {
            case "dismissed" -> LeadStatus.Dismissed;
            case "won" -> LeadStatus.Converted;
            case "all" -> null;
            default -> LeadStatus.Open;
        };
    }

    FollowUpFilter filter(long user) {
        return new FollowUpFilter(Ids.typed(campaign), Ids.typed(reason), owner(user), lacking(), words());
    }

    Paging paging() {
        Long number = Ids.typed(page);
        return new Paging(number == null ? 1 : (int) Math.clamp(number, 1, 10_000), PAGE_SIZE, false);
    }

    /** Whether anything narrows the list beside the status. */
    public boolean narrowed() {
        return !filter(0).equals(FollowUpFilter.ALL);
    }

    /** The filters with the question mark before them, or nothing; without the page, and without the round. */
    public String suffix() {
        return suffix(Map.of());
    }

    /** The same, for going on with the round. */
    public String roundSuffix() {
        return suffix(Map.of("round", "true"));
    }

    /** As {@link #roundSuffix} in a round, else as {@link #suffix}. */
    public String here() {
        return inRound() ? roundSuffix() : suffix();
    }

    public String pageSuffix(int number) {
        return suffix(Map.of("page", Integer.toString(number)));
    }

    /** Other open, dismissed, won or all leads with the same filters. */
    public String statusSuffix(String other) {
        return new FollowUpQuery(other, campaign, reason, owner, without, q, null, null).suffix();
    }

    private String suffix(Map<String, String> more) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("status", "open".equals(status) ? null : status);
        all.put("campaign", campaign);
        all.put("reason", reason);
        all.put("owner", owner);
        all.put("without", without);
        all.put("q", words());
        all.putAll(more);
        String query = all.entrySet().stream()
                .filter(entry -> entry.getValue() != null && VisibleText.in(entry.getValue()))
                .map(entry -> entry.getKey() + "=" + UriUtils.encode(String.valueOf(entry.getValue()), UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** What is searched for; null for nothing. */
    public @Nullable String words() {
        return VisibleText.orNull(q);
    }

    private Owner owner(long user) {
        if ("me".equals(owner)) {
            return Owner.of(user);
        } else if ("nobody".equals(owner)) {
            return Owner.NOBODY;
        }
        Long employee = Ids.typed(owner);
        return employee == null ? Owner.ANYBODY : Owner.of(employee);
    }

    private @Nullable Without lacking() {
        for (Without one : Without.values()) {
            if (one.name().equals(without)) {
                return one;
            }
        }
        return null;
    }
}

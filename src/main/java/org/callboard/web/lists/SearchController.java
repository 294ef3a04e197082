package org.callboard.web.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.Appointments;
import org.callboard.people.CurrentUser;
import org.callboard.search.Kind;
import org.callboard.search.Results;
import org.callboard.search.Search;
import org.callboard.validation.VisibleText;
import org.callboard.web.NewPerson;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the search box finds: a piece of page while somebody types, a page of its own without scripts and for more. */
@Controller
class SearchController {

    /** Lines below the box, and what each kind has of them at least. */
    private static final int WHILE_TYPING = 9;

    private static final int OF_EACH = 2;
    private static final int ON_A_PAGE = 50;

    /** A number, and which of the two it is of where that was said. */
    /** An appointment, by the number of its job and its own. */
    private static final Pattern VISIT = Pattern.compile(
            "(?:(?:job|appointment|visit)\\s+)?(?:no\\.?\\s*|#)?(\\d{1,15})-(\\d{1,3})", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERED =
            Pattern.compile("(?:(job|invoice)\\s+)?(?:no\\.?\\s*|#)?(\\d{1,15})", Pattern.CASE_INSENSITIVE);

    /**
     * The lines of one kind.
     *
     * @param count how many were found, of which some may not be shown
     * @param more whether there may be more than were counted
     */
    record Group(String title, String anchor, int count, boolean more, List<Found> lines) {}

    /**
     * What was found.
     *
     * @param lookedFor what was read of the words
     * @param count the lines shown
     * @param all how many were found
     * @param full whether there may be more
     * @param person with whom a new record starts
     */
    record View(
            String words, String lookedFor, List<Group> groups, int count, int all, boolean full, NewPerson person) {

        public boolean isNothing() {
            return groups.isEmpty();
        }
    }

    private final Search search;
    private final Appointments appointments;

    SearchController(Search search, Appointments appointments) {
        this.search = search;
        this.appointments = appointments;
    }

    @GetMapping("/search")
    @PageAccess(Role.Viewer)
    ModelAndView search(
            @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Shell shell) {
        String words = Search.readable(VisibleText.strip(q));
        Results results = find(words);
        List<Group> groups = groups(results, Marked.of(words), htmx == null ? Integer.MAX_VALUE : WHILE_TYPING);
        View view = new View(
                words,
                results.lookedFor(),
                groups,
                groups.stream().mapToInt(group -> group.lines.size()).sum(),
                results.hits().size(),
                results.full(),
                NewPerson.of(words, shell.getCompany().region()));
        return new ModelAndView(htmx == null ? "lists/search" : "lists/found :: list", "view", view);
    }

    /** People know jobs and invoices by their numbers, and may say which of the two they mean; all else has a name. */
    private Results find(String words) {
        long tenant = CurrentUser.get().tenantId();
        Matcher visit = VISIT.matcher(words);
        if (visit.matches()) {
            Optional<Appointment> known =
                    appointments.numbered(tenant, visit.group(1), Integer.parseInt(visit.group(2)));
            if (known.isPresent()) {
                return search.find(tenant, Long.toString(known.get().jobId()), EnumSet.of(Kind.Job), 1);
            }
        }
        Matcher said = NUMBERED.matcher(words);
        Kind kind = !said.matches() || said.group(1) == null
                ? null
                : said.group(1).equalsIgnoreCase("job") ? Kind.Job : Kind.Invoice;
        if (kind != null) {
            Results only = search.find(tenant, said.group(2), EnumSet.of(kind), ON_A_PAGE);
            if (!only.groups().isEmpty()) {
                return only;
            }
        }
        Results all = search.find(tenant, words, ON_A_PAGE);
        if (!said.matches()) {
            return all;
        }
        long number = Long.parseLong(said.group(2));
        List<Results.Group> ordered = all.groups().stream()
                .sorted(Comparator.comparing(group -> !isNumber(group, number)))
                .toList();
        return new Results(ordered, all.lookedFor(), all.full());
    }

    private static boolean isNumber(Results.Group group, long number) {
        return (group.kind() == Kind.Job || group.kind() == Kind.Invoice)
                && group.hits().getFirst().id() == number;
    }

    /** Every kind has some lines; what is left of them goes to the likeliest kinds. */
    private static List<Group> groups(Results results, Marked marked, int most) {
        int left = most;
        for (Results.Group group : results.groups()) {
            left -= Math.min(OF_EACH, group.hits().size());
        }
        List<Group> groups = new ArrayList<>();
        for (Results.Group group : results.groups()) {
            int found = group.hits().size();
            int own = Math.min(OF_EACH, found);
            int further = Math.clamp(left, 0, found - own);
            left -= further;
            groups.add(new Group(
                    Found.title(group.kind()),
                    group.kind().word() + "s",
                    found,
                    found >= ON_A_PAGE,
                    group.hits().stream()
                            .limit((long) own + further)
                            .map(hit -> Found.of(hit, marked))
                            .toList()));
        }
        return groups;
    }
}

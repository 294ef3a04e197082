package org.callboard.web.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.CurrentUser;
import org.callboard.search.Results;
import org.callboard.search.Search;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** What the search box finds: a piece of page while somebody types, a page of its own without scripts and for more. */
@Controller
class SearchController {

    private static final int WHILE_TYPING = 8;
    private static final int ON_A_PAGE = 50;
    private static final int MAX_LENGTH = 200;

    /**
     * What was found.
     *
     * @param full whether there may be more
     * @param create where a new customer begins with the words
     */
    record View(String words, List<Found> found, boolean full, String create) {}

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    @PageAccess(Role.Viewer)
    ModelAndView search(
            @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        String query = VisibleText.strip(q);
        query = query.substring(0, Math.min(MAX_LENGTH, query.length()));
        int most = htmx == null ? ON_A_PAGE : WHILE_TYPING;
        String words = query;
        Results results = search.find(CurrentUser.get().tenantId(), query, most);
        List<Found> found = results.hits().stream()
                .limit(most)
                .map(hit -> Found.of(hit, words))
                .toList();
        View view = new View(
                query,
                found,
                results.full() || found.size() == most,
                "/customers/new?" + field(query) + "=" + UriUtils.encode(query, UTF_8));
        return new ModelAndView(htmx == null ? "lists/search" : "lists/found :: list", "view", view);
    }

    /** Where in the form for a new customer the words belong. */
    private static String field(String query) {
        if (query.contains("@")) {
            return "email";
        }
        return query.matches("[+(]?\\d[\\d\\s().+-]{4,}") ? "phone" : "name";
    }
}

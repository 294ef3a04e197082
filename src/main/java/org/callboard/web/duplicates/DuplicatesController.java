package org.callboard.web.duplicates;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.details.RecordKind;
import org.callboard.duplicates.DuplicatePair;
import org.callboard.duplicates.DuplicatePairs;
import org.callboard.duplicates.DuplicatePairs.Counts;
import org.callboard.duplicates.PairSide;
import org.callboard.matches.Band;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.web.records.RecordPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customers, and the locations, that may be the same, one pair after the other; the pages of merging do the rest. */
@Controller
@RequestMapping({"/customers/duplicates", "/locations/duplicates"})
class DuplicatesController {

    private static final int MOST = 20;

    private final DuplicatePairs pairs;

    DuplicatesController(DuplicatePairs pairs) {
        this.pairs = pairs;
    }

    /**
     * A page of the pairs, the likeliest first.
     *
     * @param band null for the likeliest of which there are any; what is merely possible is only shown on demand
     * @param after the last pair of the page before; what is none begins the list at its beginning
     */
    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView list(
            RecordPage<?> page,
            @RequestParam(required = false) @Nullable Band band,
            @RequestParam(required = false) @Nullable String after) {
        RecordKind kind = page.kind();
        Counts counts = pairs.counts(kind, tenant());
        Band shown = band != null && band != Band.None
                ? band
                : counts.veryLikely() == 0 && counts.likely() > 0 ? Band.Likely : Band.VeryLikely;
        List<DuplicatePair> found = pairs.open(kind, tenant(), shown, DuplicatesView.after(after), MOST + 1);
        List<DuplicatePair> part = found.subList(0, Math.min(MOST, found.size()));
        Map<Long, PairSide> sides = pairs.sides(kind, tenant(), part);
        DuplicatesView view = new DuplicatesView(
                kind,
                shown,
                counts,
                pairs.progress(tenant()),
                part.stream().flatMap(pair -> pair(kind, pair, sides)).toList(),
                found.size() > MOST ? DuplicatesView.next(kind, shown, part.getLast()) : null);
        return new ModelAndView("duplicates/page", "view", view);
    }

    /** The part of the page that tells how far the search is, which is fetched again and again while it works. */
    @GetMapping("/progress")
    @PageAccess(Role.Manager)
    ModelAndView progress(RecordPage<?> page) {
        RecordKind kind = page.kind();
        DuplicatesView view = new DuplicatesView(
                kind, Band.VeryLikely, new Counts(0, 0, 0), pairs.progress(tenant()), List.of(), null);
        return new ModelAndView("duplicates/page :: progress", "view", view);
    }

    /** Remembers that two are not one. A script gets the line that takes it back, a form comes to the page with that line. */
    @PostMapping("/{one}/{other}/dismiss")
    @PageAccess(Role.Manager)
    ModelAndView dismiss(
            RecordPage<?> page,
            @PathVariable long one,
            @PathVariable long other,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            RedirectAttributes redirect) {
        RecordKind kind = page.kind();
        pairs.dismiss(kind, tenant(), one, other, null);
        DuplicatePair pair = get(kind, one, other);
        String names = pairs.sides(kind, tenant(), List.of(pair)).values().stream()
                .map(PairSide::name)
                .sorted()
                .collect(Collectors.joining(" and "));
        String reopen = DuplicatesView.path(kind) + "/%d/%d/reopen".formatted(pair.lowId(), pair.highId());
        Map<String, String> line = Map.of("dismissed", names, "reopen", reopen);
        if (htmx != null) {
            return new ModelAndView("duplicates/pair :: dismissed", line);
        }
        line.forEach(redirect::addFlashAttribute);
        return to(kind, pair);
    }

    /** Takes that back. */
    @PostMapping("/{one}/{other}/reopen")
    @PageAccess(Role.Manager)
    ModelAndView reopen(
            RecordPage<?> page,
            @PathVariable long one,
            @PathVariable long other,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        RecordKind kind = page.kind();
        pairs.reopen(kind, tenant(), one, other);
        DuplicatePair pair = get(kind, one, other);
        return htmx == null
                ? to(kind, pair)
                : pair(kind, pair, pairs.sides(kind, tenant(), List.of(pair)))
                        .findFirst()
                        .map(shown -> new ModelAndView("duplicates/pair :: pair", "pair", shown))
                        .orElseThrow(() -> new NotFound("Pair", pair.lowId()));
    }

    private static ModelAndView to(RecordKind kind, DuplicatePair pair) {
        return new ModelAndView("redirect:" + DuplicatesView.path(kind) + "?band=" + pair.band());
    }

    private static Stream<DuplicatesView.Pair> pair(RecordKind kind, DuplicatePair pair, Map<Long, PairSide> sides) {
        PairSide low = sides.get(pair.lowId());
        PairSide high = sides.get(pair.highId());
        return low == null || high == null ? Stream.empty() : Stream.of(DuplicatesView.Pair.of(kind, pair, low, high));
    }

    private DuplicatePair get(RecordKind kind, long one, long other) {
        return pairs.find(kind, tenant(), one, other).orElseThrow(() -> new NotFound("Pair", one));
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}

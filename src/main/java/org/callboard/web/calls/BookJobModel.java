package org.callboard.web.calls;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.access.Tenant;
import org.callboard.customers.CustomerType;
import org.callboard.desk.JobChoices;
import org.callboard.jobs.Priority;
import org.callboard.search.LikelyMatch;
import org.callboard.search.LikelyMatches;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what {@code calls/job-fields} shows: the booking form, wherever a job is booked. */
@Component
public class BookJobModel {

    private final LikelyMatches likelyMatches;
    private final JobChoices choices;
    private final Clock clock;

    BookJobModel(LikelyMatches likelyMatches, JobChoices choices, Clock clock) {
        this.likelyMatches = likelyMatches;
        this.choices = choices;
        this.clock = clock;
    }

    /** What the model holds already, such as a form that came back, stays. Gives who on record may be the person. */
    public List<LikelyMatch> fill(Model model, Tenant company, BookJobPrefill wish) {
        List<LikelyMatch> matches = matches(company.id(), wish);
        JobChoices.Offered offered = choices.offered(company.id());
        JobChoices.Prefilled prefilled =
                choices.prefilled(offered, wish.businessUnitId(), wish.jobTypeId(), wish.campaignId());
        model.addAttribute("customerTypes", CustomerType.values());
        model.addAttribute("priorities", Priority.values());
        model.addAttribute("matches", matches);
        model.addAttribute("offered", offered);
        model.addAttribute("why", prefilled.why());
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form", BookJobForm.prefilled(wish, prefilled, matches, company.timeZone(), clock.instant()));
        }
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        return matches;
    }

    private List<LikelyMatch> matches(long tenant, BookJobPrefill wish) {
        List<LikelyMatch> found =
                likelyMatches.of(tenant, LikelyMatches.Probe.of(wish.name(), wish.address(), wish.contacts()));
        LikelyMatch known = wish.known();
        if (known == null) {
            return found;
        }
        List<LikelyMatch> all = new ArrayList<>(List.of(known));
        found.stream().filter(match -> match.customerId() != known.customerId()).forEach(all::add);
        return all;
    }
}

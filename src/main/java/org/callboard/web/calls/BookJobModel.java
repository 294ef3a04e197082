package org.callboard.web.calls;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.access.Tenant;
import org.callboard.customers.CustomerType;
import org.callboard.desk.JobChoices;
import org.callboard.desk.OpenInquiries;
import org.callboard.desk.OpenInquiry;
import org.callboard.jobs.Priority;
import org.callboard.search.LikelyMatch;
import org.callboard.search.LikelyMatches;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what {@code calls/job-fields} shows: the booking form, wherever a job is booked. */
@Component
public class BookJobModel {

    /**
     * What the form shows.
     *
     * @param matches who on record may be the person
     * @param waiting who else waits for an answer and may be the person
     * @param why why business unit and job type stay empty, where what was wished does not go together
     */
    public record View(
            Form form,
            List<LikelyMatch> matches,
            List<OpenInquiry> waiting,
            JobChoices.Offered offered,
            @Nullable String why) {

        public List<Option> customerTypes() {
            return Option.of(CustomerType.class);
        }

        public List<Option> priorities() {
            return Option.of(Priority.class);
        }

        public List<Option> businessUnits() {
            return Option.active(offered.businessUnits());
        }

        public List<Option> campaigns() {
            return Option.active(offered.campaigns());
        }

        public List<Option> lengths() {
            return Stream.of(60, 90, 120, 180, 240, 480)
                    .map(minutes -> Option.of(minutes, minutes < 120 ? minutes + " minutes" : minutes / 60 + " hours"))
                    .toList();
        }
    }

    private final LikelyMatches likelyMatches;
    private final OpenInquiries inquiries;
    private final JobChoices choices;
    private final Clock clock;

    BookJobModel(LikelyMatches likelyMatches, OpenInquiries inquiries, JobChoices choices, Clock clock) {
        this.likelyMatches = likelyMatches;
        this.inquiries = inquiries;
        this.choices = choices;
        this.clock = clock;
    }

    /** The form: as it came back, or with what is known filled in. */
    public View form(@Nullable Form sent, Tenant company, BookJobPrefill prefill) {
        List<LikelyMatch> matches = matches(company.id(), prefill);
        JobChoices.Offered offered = choices.offered(company.id());
        JobChoices.Prefilled prefilled =
                choices.prefilled(offered, prefill.businessUnitId(), prefill.jobTypeId(), prefill.campaignId());
        Form form = sent == null
                ? BookJobForm.prefilled(prefill, prefilled, matches, company.timeZone(), clock.instant())
                : sent;
        List<OpenInquiry> waiting = inquiries.of(
                company.id(),
                prefill.contacts(),
                matches.stream().map(LikelyMatch::customerId).toList(),
                prefill.self());
        return new View(form, matches, waiting, offered, prefilled.why());
    }

    private List<LikelyMatch> matches(long tenant, BookJobPrefill prefill) {
        List<LikelyMatch> found =
                likelyMatches.of(tenant, LikelyMatches.Probe.of(prefill.name(), prefill.address(), prefill.contacts()));
        LikelyMatch known = prefill.known();
        if (known == null) {
            return found;
        }
        List<LikelyMatch> all = new ArrayList<>(List.of(known));
        found.stream().filter(match -> match.customerId() != known.customerId()).forEach(all::add);
        return all;
    }
}

package org.callboard.web.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.access.Tenant;
import org.callboard.addresses.Likeness;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.database.RecordShape;
import org.callboard.desk.DoNotService;
import org.callboard.desk.JobChoices;
import org.callboard.desk.OpenInquiries;
import org.callboard.desk.OpenInquiry;
import org.callboard.desk.StartTimes;
import org.callboard.jobs.Priority;
import org.callboard.matches.LikelyMatch;
import org.callboard.matches.LikelyMatches;
import org.callboard.matches.MatchReason;
import org.callboard.paging.Ids;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.WallClockTime;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what {@code booking/job-fields} shows: the booking form, wherever a job is booked. */
@Component
public class BookJobModel {

    /**
     * What the form shows.
     *
     * @param matches who on record may be the person
     * @param waiting who else waits for an answer and may be the person
     * @param why why business unit and job type stay empty, where what was wished does not go together
     * @param question what is asked about the time that stands in the form; null for nothing
     * @param barred why the one who looks can't book for customers marked <i>Do not service</i>; null where they can
     * @param reach whether it asks how to reach the person, whom nothing else tells of
     * @param script what the chosen job type asks
     */
    public record View(
            Form form,
            List<LikelyMatch> matches,
            List<OpenInquiry> waiting,
            JobChoices.Offered offered,
            @Nullable String why,
            StartTimes.@Nullable Question question,
            @Nullable String barred,
            boolean reach,
            JobScript script) {

        /** The same with another form. */
        View with(Form other) {
            return RecordShape.with(this, "form", other);
        }

        public List<Option> customerTypes() {
            return Option.of(CustomerType.class);
        }

        public List<Option> priorities() {
            return Option.of(Priority.class);
        }

        public List<Option> businessUnits() {
            return Option.active(offered.businessUnits());
        }

        public List<Option> technicians() {
            return Option.active(offered.technicians());
        }

        /** Whether somebody chose who comes. */
        public boolean assigns() {
            return !form.values("technicianIds").isEmpty() || form.wrong("technicianIds") != null;
        }

        public List<Option> campaigns() {
            return Option.active(offered.campaigns());
        }

        public List<Option> lengths() {
            Stream<Integer> ofTypes = offered.jobTypes().stream()
                    .map(type -> type.details().minutes())
                    .filter(Objects::nonNull);
            return Stream.concat(Stream.of(60, 90, 120, 180, 240, 480), ofTypes)
                    .distinct()
                    .sorted()
                    .map(minutes -> Option.of(minutes, length(minutes)))
                    .toList();
        }

        private static String length(int minutes) {
            return minutes < 120 || minutes % 60 != 0 ? minutes + " minutes" : minutes / 60 + " hours";
        }
    }

    private final LikelyMatches likelyMatches;
    private final OpenInquiries inquiries;
    private final JobChoices choices;
    private final Customers customers;
    private final Locations locations;
    private final StartTimes startTimes;
    private final DoNotService doNotService;
    private final JobScriptModel scripts;

    BookJobModel(
            LikelyMatches likelyMatches,
            OpenInquiries inquiries,
            JobChoices choices,
            Customers customers,
            Locations locations,
            StartTimes startTimes,
            DoNotService doNotService,
            JobScriptModel scripts) {
        this.likelyMatches = likelyMatches;
        this.inquiries = inquiries;
        this.choices = choices;
        this.customers = customers;
        this.locations = locations;
        this.startTimes = startTimes;
        this.doNotService = doNotService;
        this.scripts = scripts;
    }

    /** The form: as it came back, or with what is known filled in. */
    public View form(@Nullable Form sent, Tenant company, BookJobPrefill prefill) {
        List<LikelyMatch> matches = matches(company.id(), prefill);
        chosen(company.id(), sent != null ? sent : Form.blank().with("who", prefill.who()))
                .filter(id -> matches.stream().noneMatch(match -> match.customerId() == id))
                .map(id -> match(company.id(), id, List.of(), null))
                .ifPresent(matches::add);
        JobChoices.Offered offered = choices.offered(company.id());
        JobChoices.Prefilled prefilled =
                choices.prefilled(offered, prefill.businessUnitId(), prefill.jobTypeId(), prefill.campaignId());
        Form form = sent == null
                ? BookJobForm.prefilled(prefill, prefilled, matches, begins(company, prefill, prefilled.minutes()))
                : sent;
        boolean reach = !prefill.self().hasContacts();
        if (sent == null && reach) {
            BookJobForm.reached(form, prefill.contacts());
        }
        List<OpenInquiry> waiting = inquiries.of(
                company.id(),
                new OpenInquiries.Asking(prefill.name(), prefill.contacts()),
                matches.stream().map(LikelyMatch::customerId).toList(),
                prefill.self());
        return new View(
                form,
                matches,
                waiting,
                offered,
                prefilled.why(),
                question(company.id(), form),
                doNotService.barrier(company.id()),
                reach,
                scripts.of(company.id(), form));
    }

    /** The time that was wished; else the next at which a visit is nothing unusual. */
    private LocalDateTime begins(Tenant company, BookJobPrefill prefill, @Nullable Integer minutes) {
        Instant start = prefill.start();
        return start == null
                ? startTimes.next(company.id(), minutes == null ? BookJobForm.USUAL : Duration.ofMinutes(minutes))
                : LocalDateTime.ofInstant(start, company.timeZone());
    }

    private StartTimes.@Nullable Question question(long tenant, Form form) {
        LocalDateTime start = WallClockTime.read(form.value("start"), "start", new FieldErrors());
        Long minutes = Ids.typed(form.value("minutes"));
        return start == null
                ? null
                : startTimes
                        .question(
                                tenant,
                                start,
                                minutes == null ? null : (int) Math.min(minutes, Integer.MAX_VALUE),
                                technicians(form))
                        .orElse(null);
    }

    private static List<Long> technicians(Form form) {
        return form.values("technicianIds").stream()
                .map(Ids::typed)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The customer whom somebody chose; empty where it is gone. */
    private Optional<Long> chosen(long tenant, Form sent) {
        Optional<Long> ofLocation = Optional.ofNullable(BookJobForm.location(sent))
                .flatMap(id -> locations.find(tenant, id))
                .map(Location::customerId);
        return ofLocation
                .or(() -> Optional.ofNullable(BookJobForm.customer(sent)))
                .flatMap(id -> customers.find(tenant, id))
                .filter(Customer::active)
                .map(Customer::id);
    }

    /**
     * A customer who is offered whoever may be meant else.
     *
     * @param at the location that is meant; null where that is open
     */
    public LikelyMatch match(long tenant, long customer, List<MatchReason> reasons, @Nullable Long at) {
        CustomerDetails details = customers.get(tenant, customer).details();
        List<LikelyMatch.Place> places = locations.ofCustomer(tenant, customer).stream()
                .map(one -> new LikelyMatch.Place(
                        one.id(),
                        one.details().name(),
                        one.details().address(),
                        Objects.equals(one.id(), at) ? Likeness.Same : Likeness.Different))
                .toList();
        return new LikelyMatch(customer, details.name(), details.doNotService(), true, reasons, places);
    }

    private List<LikelyMatch> matches(long tenant, BookJobPrefill prefill) {
        List<LikelyMatch> found =
                likelyMatches.of(tenant, LikelyMatches.Probe.of(prefill.name(), prefill.address(), prefill.contacts()));
        LikelyMatch known = prefill.known();
        if (known == null) {
            return new ArrayList<>(found);
        }
        List<LikelyMatch> all = new ArrayList<>(List.of(known));
        found.stream().filter(match -> match.customerId() != known.customerId()).forEach(all::add);
        return all;
    }
}

package org.callboard.web.calls;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.Calls;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.desk.OpenInquiries;
import org.callboard.desk.OpenInquiry;
import org.callboard.jobs.OpenJob;
import org.callboard.jobs.OpenJobs;
import org.callboard.matches.LikelyMatch;
import org.callboard.matches.LikelyMatches;
import org.callboard.matches.MatchReason;
import org.callboard.people.CurrentUser;
import org.callboard.phonelines.CallerNumber;
import org.callboard.phonelines.WhoseNumber;
import org.callboard.search.Hit;
import org.callboard.search.Kind;
import org.callboard.search.Search;
import org.callboard.web.NewPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for whom somebody means who types what a caller says. */
@Component
class NewCallModel {

    /**
     * Who it may be, and what is known of them.
     *
     * @param person what was typed, told apart
     * @param running calls with the number that are on the telephone now
     * @param earlier those that are over, the latest first
     */
    record Matches(
            NewPerson person,
            List<Match> customers,
            List<OpenInquiry> waiting,
            List<OpenJob> jobs,
            List<Call> running,
            List<Call> earlier) {

        public boolean nobody() {
            return customers.isEmpty() && waiting.isEmpty() && running.isEmpty() && earlier.isEmpty();
        }

        /** Whether somebody else than the one who looks is at it. */
        public boolean isTheirs(Call call) {
            return call.handling().claimedBy() != null
                    && !call.isClaimedBy(CurrentUser.get().id());
        }
    }

    /** @param reasons as people read them */
    record Match(LikelyMatch customer, List<String> reasons) {}

    private static final int MAX_FOUND = 6;
    private static final int MAX_CALLS = 5;

    private final LikelyMatches likely;
    private final Search search;
    private final OpenInquiries inquiries;
    private final OpenJobs jobs;
    private final Calls calls;
    private final WhoseNumber whose;
    private final Clock clock;

    NewCallModel(
            LikelyMatches likely,
            Search search,
            OpenInquiries inquiries,
            OpenJobs jobs,
            Calls calls,
            WhoseNumber whose,
            Clock clock) {
        this.likely = likely;
        this.search = search;
        this.inquiries = inquiries;
        this.jobs = jobs;
        this.calls = calls;
        this.whose = whose;
        this.clock = clock;
    }

    /**
     * @param own the call that is being made, if it is there by now
     * @param region the country of numbers without a country code
     */
    Matches of(String typed, @Nullable Long own, String region) {
        long tenant = CurrentUser.get().tenantId();
        NewPerson person = NewPerson.of(typed, region);
        List<ContactDraft> contacts = contacts(person);
        String name = person.name() == null ? "" : person.name();
        List<Match> customers = customers(tenant, typed, name, person, contacts);
        List<Long> ids =
                customers.stream().map(match -> match.customer().customerId()).toList();
        String phone = person.phone();
        Instant now = clock.instant();
        Map<Boolean, List<Call>> known = Stream.ofNullable(phone)
                .map(typedNumber -> whose.read(tenant, typedNumber))
                .flatMap(read -> read instanceof CallerNumber.Number number
                        ? calls.ofNumber(tenant, number.e164(), MAX_CALLS).stream()
                        : Stream.of())
                .filter(call -> own == null || call.id() != own)
                .collect(Collectors.partitioningBy(call -> call.isRunning(now)));
        List<Call> running = Objects.requireNonNull(known.get(true));
        List<OpenInquiry> waiting = inquiries.of(
                tenant,
                new OpenInquiries.Asking(name, contacts),
                ids,
                own == null ? OpenInquiries.Self.NONE : OpenInquiries.Self.call(own));
        return new Matches(
                person,
                customers,
                waiting.stream()
                        .filter(one -> one.kind() != OpenInquiry.Kind.Call
                                || running.stream().noneMatch(call -> call.id() == one.id()))
                        .toList(),
                jobs.of(tenant, ids, CallerModel.MAX_JOBS),
                running,
                Objects.requireNonNull(known.get(false)).stream()
                        .filter(call -> call.desk() != CallDesk.Open) // these wait
                        .toList());
    }

    /** All that have the number, then those whose name or address fits what was typed. */
    private List<Match> customers(
            long tenant, String typed, String name, NewPerson person, List<ContactDraft> contacts) {
        List<Match> all = new ArrayList<>();
        Set<Long> known = new LinkedHashSet<>();
        if (!contacts.isEmpty() || person.street() != null) {
            likely.all(tenant, LikelyMatches.Probe.of(name, address(person), contacts))
                    .forEach(match -> {
                        known.add(match.customerId());
                        all.add(new Match(
                                match,
                                match.reasons().stream().map(MatchReason::label).toList()));
                    });
        }
        Map<Long, List<String>> found = found(tenant, typed, known);
        likely.known(tenant, found.keySet())
                .forEach(match -> all.add(new Match(match, found.getOrDefault(match.customerId(), List.of()))));
        return all;
    }

    private Map<Long, List<String>> found(long tenant, String typed, Collection<Long> known) {
        Map<Long, List<String>> found = new LinkedHashMap<>();
        for (Hit hit : search.find(tenant, typed, EnumSet.of(Kind.Customer, Kind.Location), MAX_FOUND)
                .hits()) {
            Long customer = hit.customerId();
            if (customer != null && hit.active() && !known.contains(customer)) {
                found.computeIfAbsent(
                        customer,
                        id -> hit.matched().stream()
                                .map(NewCallModel::reason)
                                .distinct()
                                .toList());
            }
        }
        return found;
    }

    private static String reason(Hit.Matched matched) {
        return switch (matched.field()) {
            case Name -> "Name matches";
            case Address -> "Address fits";
            case Phone -> "Phone fits";
            case Email -> "E-mail fits";
            case Number -> "Record number";
        };
    }

    private static List<ContactDraft> contacts(NewPerson person) {
        return Stream.of(draft(ContactType.Phone, person.phone()), draft(ContactType.Email, person.email()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<ContactDraft> draft(ContactType type, @Nullable String value) {
        return value == null ? List.of() : List.of(new ContactDraft(type, value, null));
    }

    private static @Nullable Address address(NewPerson person) {
        return person.street() == null
                ? null
                : new Address(
                        person.street(),
                        person.unit(),
                        text(person.city()),
                        text(person.state()),
                        text(person.zip()),
                        "");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

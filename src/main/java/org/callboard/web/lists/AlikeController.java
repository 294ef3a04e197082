package org.callboard.web.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Tenants;
import org.callboard.addresses.AddressParser;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.desk.OpenInquiries;
import org.callboard.desk.OpenInquiry;
import org.callboard.details.RecordKind;
import org.callboard.duplicates.DuplicatePair;
import org.callboard.duplicates.DuplicatePairs;
import org.callboard.matches.LikelyMatch;
import org.callboard.matches.LikelyMatches;
import org.callboard.people.CurrentUser;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who on record is like what somebody is typing. It is asked for by scripts; it warns, and stands in nobody's way. */
@Controller
class AlikeController {

    private static final int MAX_CONTACTS = 20;

    /** A location that is there already, of the very customer who is to get another one. */
    public record Own(long id, String name, String address) {}

    /** The forms of which what was typed can go to one of the matches. */
    enum Use {
        Customer,
        Location,
        Lead,
        Job;

        /** Where the form goes with it; of a job, whose it then is. */
        public String of(LikelyMatch match) {
            long id = match.customerId();
            return switch (this) {
                case Customer -> "/customers/" + id + "/use";
                case Location -> "/customers/" + id + "/use?of=location";
                case Lead -> "/leads?use=" + id;
                case Job ->
                    match.locations().stream()
                            .filter(LikelyMatch.Place::same)
                            .findFirst()
                            .map(place -> "location:" + place.id())
                            .orElse("customer:" + id);
            };
        }
    }

    /**
     * What stands below the fields.
     *
     * @param own locations of the customer who is to get another one
     * @param waiting who else waits for an answer
     * @param twice two of the matches that may be one themselves, for whoever may merge them; null where none are
     * @param use what becomes of the form where it is one of the matches; null where nothing can
     */
    record View(
            List<LikelyMatch> matches,
            List<Own> own,
            List<OpenInquiry> waiting,
            @Nullable DuplicatePair twice,
            @Nullable Use use) {

        public boolean isEmpty() {
            return matches.isEmpty() && own.isEmpty() && waiting.isEmpty();
        }
    }

    private final LikelyMatches matches;
    private final OpenInquiries inquiries;
    private final DuplicatePairs duplicates;
    private final Tenants tenants;

    AlikeController(LikelyMatches matches, OpenInquiries inquiries, DuplicatePairs duplicates, Tenants tenants) {
        this.matches = matches;
        this.inquiries = inquiries;
        this.duplicates = duplicates;
        this.tenants = tenants;
    }

    /**
     * A piece of page with the likely matches, the likeliest first; empty where there are none.
     *
     * @param contact numbers and e-mail addresses as far as they were typed
     * @param customer who gets the new location; empty for a new customer
     * @param known customers who are on the screen already
     * @param usable the form, where what is typed in it can go to one of the matches
     * @param lead the one that the new customer is made of
     * @param call the one that the form is about, who waits for no other answer
     */
    @PostMapping("/alike")
    @PageAccess(Role.CSR)
    ModelAndView alike(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String street,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String zip,
            @RequestParam(defaultValue = "") List<String> contact,
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(defaultValue = "") List<Long> known,
            @RequestParam(required = false) @Nullable Use usable,
            @RequestParam(required = false) @Nullable Long lead,
            @RequestParam(required = false) @Nullable Long call) {
        long tenant = CurrentUser.get().tenantId();
        List<ContactDraft> contacts = contacts(tenant, contact);
        LikelyMatches.Probe probe = new LikelyMatches.Probe(
                VisibleText.strip(name), AddressParser.parse(street, unit, city, null, zip, null), contacts);
        List<LikelyMatch> others = new ArrayList<>();
        List<Own> own = new ArrayList<>();
        for (LikelyMatch match : matches.of(tenant, probe)) {
            if (customer != null && match.customerId() == customer) {
                match.locations().stream()
                        .filter(place -> place.same() || place.possible())
                        .forEach(place -> own.add(new Own(
                                place.id(), match.name(), place.address().toString())));
            } else if (!known.contains(match.customerId())) {
                others.add(match);
            }
        }
        OpenInquiries.Self self =
                new OpenInquiries.Self(0, Objects.requireNonNullElse(lead, 0L), Objects.requireNonNullElse(call, 0L));
        // who books a job sees already who waits by that name, without the inquiry or lead on the screen itself
        String waitingName = usable == Use.Job ? "" : probe.name();
        List<OpenInquiry> waiting =
                inquiries.of(tenant, new OpenInquiries.Asking(waitingName, contacts), List.of(), self);
        return new ModelAndView("lists/alike", "view", new View(others, own, waiting, twice(tenant, others), usable));
    }

    private @Nullable DuplicatePair twice(long tenant, List<LikelyMatch> others) {
        return CurrentUser.get().role().includes(Role.Manager)
                ? duplicates
                        .among(
                                RecordKind.Customer,
                                tenant,
                                others.stream().map(LikelyMatch::customerId).toList())
                        .orElse(null)
                : null;
    }

    private List<ContactDraft> contacts(long tenant, List<String> typed) {
        String region = tenants.get(tenant).region();
        return typed.stream()
                .filter(VisibleText::in)
                .limit(MAX_CONTACTS)
                .flatMap(value -> ContactParser.of(ContactType.Phone, value, region).parts(null).stream())
                .toList();
    }
}

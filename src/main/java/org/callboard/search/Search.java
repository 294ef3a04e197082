package org.callboard.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.contactpoints.ParsedContact;
import org.callboard.details.RecordKind;
import org.callboard.search.Candidates.Candidate;
import org.callboard.search.Candidates.Contact;
import org.callboard.search.Ranked.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The search box: customers and locations by part of a name, number, e-mail address, address or id. It does a limited
 * amount of work, whatever was typed and however many fit; of very many it shows some.
 */
@Service
public class Search {

    /**
     * One line of the result.
     *
     * @param customerId the customer itself, or the location's
     * @param mergedToId the record that this one was merged into
     * @param why what was found where that is not in the line itself, such as a phone number; null otherwise
     */
    public record Hit(
            RecordKind kind,
            long id,
            long customerId,
            String name,
            Address address,
            boolean active,
            boolean doNotService,
            @Nullable Long mergedToId,
            @Nullable String why) {}

    private final Fitting fitting;
    private final Candidates candidates;
    private final Tenants tenants;

    Search(Fitting fitting, Candidates candidates, Tenants tenants) {
        this.fitting = fitting;
        this.candidates = candidates;
        this.tenants = tenants;
    }

    /**
     * What fits everything that was typed, the likeliest first; nothing for a blank text. A location whose line would
     * only repeat its customer's is left out.
     */
    public List<Hit> find(long tenant, String text, int most) {
        List<Typed> pieces = typed(tenant, text);
        if (pieces.isEmpty()) {
            return List.of();
        }
        List<Ranked> ranked = new ArrayList<>(ranked(RecordKind.Customer, tenant, pieces));
        Set<Long> customers = ranked.stream().map(one -> one.candidate().id()).collect(Collectors.toSet());
        ranked(RecordKind.Location, tenant, pieces).stream()
                .filter(one -> !one.candidate().repeats()
                        || !customers.contains(one.candidate().customerId()))
                .forEach(ranked::add);
        return hits(tenant, ranked, most);
    }

    /** The active customers among what fits, the likeliest first: nothing else takes their places. */
    public List<Hit> activeCustomers(long tenant, String text, int most) {
        List<Typed> pieces = typed(tenant, text);
        return pieces.isEmpty()
                ? List.of()
                : hits(
                        tenant,
                        ranked(RecordKind.Customer, tenant, pieces).stream()
                                .filter(one -> one.candidate().active())
                                .toList(),
                        most);
    }

    /** A number that has letters, such as an extension or a word that is dialed, is one piece. */
    private List<Typed> typed(long tenant, String text) {
        boolean mayBeOne =
                text.chars().anyMatch(Character::isLetter) && ContactParser.problem(ContactType.Phone, text) == null;
        ParsedContact read = mayBeOne
                ? ContactParser.of(ContactType.Phone, text, tenants.get(tenant).region())
                : null;
        NormalizedContact number = read == null || read.rest() != null ? null : read.only();
        return number == null || number.kind() == ContactType.Email || !number.isWhole()
                ? Typed.of(text)
                : List.of(Typed.number(number.form()));
    }

    private List<Hit> hits(long tenant, List<Ranked> ranked, int most) {
        List<Ranked> shown = ranked.stream().sorted(Ranked.ORDER).limit(most).toList();
        String region = shown.stream().allMatch(one -> one.found().isEmpty())
                ? ""
                : tenants.get(tenant).region();
        return shown.stream().map(one -> hit(one, region)).toList();
    }

    private List<Ranked> ranked(RecordKind kind, long tenant, List<Typed> pieces) {
        List<Line> lines =
                fitting.of(kind, tenant, pieces).stream().map(Line::of).toList();
        List<Long> hiding = lines.stream()
                .filter(line -> line.needsContacts(pieces))
                .map(line -> line.candidate().id())
                .toList();
        Map<Long, List<Contact>> contacts =
                candidates.contacts(kind, tenant, hiding).stream().collect(Collectors.groupingBy(Contact::owner));
        return lines.stream()
                .map(line -> Ranked.of(
                        line, pieces, contacts.getOrDefault(line.candidate().id(), List.of())))
                .toList();
    }

    private static Hit hit(Ranked one, String region) {
        Candidate candidate = one.candidate();
        return new Hit(
                candidate.kind(),
                candidate.id(),
                candidate.customerId(),
                candidate.name(),
                candidate.address(),
                candidate.active(),
                candidate.doNotService(),
                candidate.mergedToId(),
                one.why(region));
    }
}

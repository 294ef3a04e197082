package org.callboard.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.access.Tenants;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.contactpoints.ParsedContact;
import org.callboard.details.RecordKind;
import org.callboard.search.Candidates.Candidate;
import org.callboard.search.Candidates.Contact;
import org.callboard.search.Ranked.Line;
import org.springframework.stereotype.Service;

/**
 * The search box: customers and locations by part of a name, number, e-mail address, address or id. It does a limited
 * amount of work, whatever was typed and however many fit; of very many it shows some.
 */
@Service
public class Search {

    private final Fitting fitting;
    private final Candidates candidates;
    private final Tenants tenants;

    Search(Fitting fitting, Candidates candidates, Tenants tenants) {
        this.fitting = fitting;
        this.candidates = candidates;
        this.tenants = tenants;
    }

    /**
     * What fits everything that was typed, by kind; nothing for a blank text. A location whose line would only repeat its
     * customer's is left out.
     *
     * @param most how many lines of each kind are wanted
     */
    public Results find(long tenant, String text, int most) {
        return find(tenant, text, EnumSet.allOf(Kind.class), most);
    }

    /** The same among some kinds. */
    public Results find(long tenant, String text, Set<Kind> kinds, int most) {
        String lookedFor = Typed.readable(text);
        List<Typed> pieces = typed(tenant, text);
        if (pieces.isEmpty()) {
            return new Results(List.of(), lookedFor, false);
        }
        List<Ranked> all = new ArrayList<>();
        if (kinds.contains(Kind.Customer)) {
            all.addAll(ranked(RecordKind.Customer, tenant, pieces));
        }
        if (kinds.contains(Kind.Location)) {
            Set<Long> customers = all.stream().map(one -> one.candidate().id()).collect(Collectors.toSet());
            ranked(RecordKind.Location, tenant, pieces).stream()
                    .filter(one -> !one.candidate().repeats()
                            || !customers.contains(one.candidate().customerId()))
                    .forEach(all::add);
        }
        Map<Kind, List<Ranked>> byKind = all.stream()
                .sorted(Ranked.ORDER)
                .collect(Collectors.groupingBy(one -> kind(one.candidate()), LinkedHashMap::new, Collectors.toList()));
        List<Results.Group> groups = new ArrayList<>();
        byKind.forEach((kind, ranked) -> groups.add(new Results.Group(kind, hits(tenant, ranked, most))));
        return new Results(groups, lookedFor, byKind.values().stream().anyMatch(ranked -> ranked.size() >= most));
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
                                .sorted(Ranked.ORDER)
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
        String region = tenants.get(tenant).region();
        return ranked.stream().limit(most).map(one -> hit(one, region)).toList();
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

    private static Kind kind(Candidate candidate) {
        return candidate.kind() == RecordKind.Customer ? Kind.Customer : Kind.Location;
    }

    private static Hit hit(Ranked one, String region) {
        Candidate candidate = one.candidate();
        return new Hit(
                kind(candidate),
                candidate.id(),
                candidate.customerId(),
                candidate.name(),
                candidate.address(),
                candidate.active(),
                candidate.doNotService(),
                candidate.mergedToId(),
                null,
                one.matched(region));
    }
}

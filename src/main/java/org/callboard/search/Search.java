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
import org.callboard.contactpoints.PhoneFormat;
import org.callboard.search.Hit.Matched;
import org.callboard.search.LineStore.Contact;
import org.callboard.search.LineStore.Line;
import org.callboard.search.Ranked.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The search box: whatever is on record by part of a name, number, e-mail address, address or id. It does a limited amount
 * of work, whatever was typed and however many fit; of very many it shows some.
 */
@Service
public class Search {

    private final Fitting fitting;
    private final LineStore lines;
    private final Tenants tenants;

    Search(Fitting fitting, LineStore lines, Tenants tenants) {
        this.fitting = fitting;
        this.lines = lines;
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
        Map<Kind, List<Ranked>> byKind = fitting.of(tenant, typed(tenant, text), kinds, most).stream()
                .sorted(Ranked.ORDER)
                .collect(Collectors.groupingBy(one -> one.line().kind(), LinkedHashMap::new, Collectors.toList()));
        List<Ranked> shown = byKind.values().stream()
                .flatMap(all -> all.stream().limit(most))
                .toList();
        Map<Kind, List<Hit>> hits = new LinkedHashMap<>();
        hits(tenant, shown)
                .forEach(hit -> hits.computeIfAbsent(hit.kind(), kind -> new ArrayList<>())
                        .add(hit));
        return new Results(
                hits.entrySet().stream()
                        .map(group -> new Results.Group(group.getKey(), group.getValue()))
                        .toList(),
                readable(text),
                byKind.values().stream().anyMatch(all -> all.size() >= most));
    }

    /** The active customers among what fits, the likeliest first: nothing else takes their places. */
    public List<Hit> activeCustomers(long tenant, String text, int most) {
        return hits(
                tenant,
                fitting.of(tenant, typed(tenant, text), EnumSet.of(Kind.Customer), most).stream()
                        .filter(one -> one.line().active())
                        .sorted(Ranked.ORDER)
                        .limit(most)
                        .toList());
    }

    /** As much of what was typed as is read, without the blanks around it. */
    public static String readable(String text) {
        return Typed.readable(text);
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

    private List<Hit> hits(long tenant, List<Ranked> shown) {
        List<Line> hiding = shown.stream()
                .filter(one -> one.rank().found().stream().anyMatch(Place::isHidden))
                .map(Ranked::line)
                .toList();
        List<Contact> contacts = lines.contacts(tenant, hiding);
        boolean numbers = shown.stream().anyMatch(one -> one.line().number() != null);
        String region =
                contacts.isEmpty() && !numbers ? "" : tenants.get(tenant).region();
        return shown.stream()
                .map(one -> hit(
                        one,
                        contacts.stream()
                                .filter(contact -> contact.isOf(one.line()))
                                .toList(),
                        new PhoneFormat(region)))
                .toList();
    }

    private static Hit hit(Ranked one, List<Contact> contacts, PhoneFormat format) {
        Line line = one.line();
        String number = line.number() == null ? null : format.shown(line.number());
        boolean named = !line.name().equals(line.number());
        return new Hit(
                line.kind(),
                line.id(),
                line.customerId(),
                named || number == null ? line.name() : number,
                line.address(),
                line.active(),
                line.doNotService(),
                line.mergedToId(),
                line.state(),
                line.jobId(),
                one.rank().found().stream()
                        .map(place -> new Matched(
                                place.in(),
                                line.kind().isLive()
                                        ? named && place.isHidden() ? number : null
                                        : text(place, contacts, format)))
                        .distinct()
                        .toList());
    }

    /** What stands there where the line does not show it: a number as people of the region write it, or an e-mail address. */
    private static @Nullable String text(Place place, List<Contact> contacts, PhoneFormat format) {
        return contacts.stream()
                .filter(contact -> place.contacts().stream()
                        .anyMatch(reading -> contact.lexemes().stream().anyMatch(reading::fits)))
                .findFirst()
                .map(contact -> contact.type() == ContactType.Email ? contact.value() : format.shown(contact.value()))
                .orElse(null);
    }
}

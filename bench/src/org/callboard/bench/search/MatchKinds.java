package org.callboard.bench.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.ParsedAddress;
import org.callboard.bench.Opened;
import org.callboard.bench.search.Kind.Of;
import org.callboard.bench.search.Kind.Part;
import org.callboard.bench.search.Kind.Read;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.database.Caller;
import org.callboard.matches.LikelyMatch;
import org.callboard.matches.LikelyMatches;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.matches.ManyMatches;
import org.callboard.matches.ManyMatches.Likely;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom on record an inquiry is, and 5,000 rows of a list at once, asked of the services: a page shows more than this. */
final class MatchKinds {

    static final int ROWS = 5000;
    static final int LISTS = 8;

    /** Every fourth is nobody on record, at a door that exists. */
    private static final int SORTS = 4;

    private final long tenant;
    private final LikelyMatches matches;
    private final ManyMatches many;
    private final TransactionTemplate transaction;
    private final List<Kind> kinds = new ArrayList<>();

    private MatchKinds(Opened opened) {
        tenant = opened.number("TENANT");
        matches = opened.context().getBean(LikelyMatches.class);
        many = opened.context().getBean(ManyMatches.class);
        transaction = new TransactionTemplate(opened.context().getBean(PlatformTransactionManager.class));
    }

    static List<Kind> all(Opened opened, People people) {
        MatchKinds all = new MatchKinds(opened);
        all.one();
        all.list(people);
        return all.kinds;
    }

    private void one() {
        add("phone", known -> known.phone() == null ? null : new Probe("", null, phone(known)));
        add("e-mail address", known -> known.email() == null ? null : new Probe("", null, mail(known)));
        add("address", known -> new Probe("", address(known), List.of()));
        add("name, address, phone and e-mail", MatchKinds::whole);
        add("nobody, at a door that exists", MatchKinds::stranger);
    }

    private void list(People people) {
        List<List<Known>> lists = new ArrayList<>();
        for (int i = 0; i < LISTS; i++) {
            lists.add(people.some(Of.CUSTOMER, ROWS, 1000 + i));
        }
        List<List<Probe>> probes = lists.stream().map(MatchKinds::probes).toList();
        kinds.add(new Kind(
                Part.MATCHING,
                Of.CUSTOMER,
                "%,d rows at once".formatted(ROWS),
                known -> "list " + known.id() % LISTS,
                (known, typed) -> answer(probes.get((int) (known.id() % LISTS))),
                (known, answer) -> read(lists.get((int) (known.id() % LISTS)), answer)));
    }

    private void add(String title, Function<Known, @Nullable Probe> probe) {
        kinds.add(new Kind(
                Part.MATCHING,
                Of.CUSTOMER,
                title,
                known -> probe.apply(known) == null
                        ? null
                        : Stream.of(known.name(), known.phone(), known.email(), known.street(), known.zip())
                                .map(String::valueOf)
                                .collect(Collectors.joining(" ")),
                (known, typed) -> Caller.system(tenant)
                        .call(() -> matches.of(tenant, Objects.requireNonNull(probe.apply(known))).stream()
                                .map(MatchKinds::told)
                                .collect(Collectors.joining(" "))),
                (known, answer) -> Read.of((answer + ":").contains(known.id() + ":"), answer)));
    }

    private static String told(LikelyMatch match) {
        return match.customerId() + ":" + match.reasons() + match.locations().size();
    }

    private String answer(List<Probe> probes) {
        return Objects.requireNonNull(Caller.system(tenant)
                .call(() -> transaction.execute(status -> many.of(tenant, probes, customer -> false).stream()
                        .map(MatchKinds::told)
                        .collect(Collectors.joining(",")))));
    }

    private static String told(Likely likely) {
        return likely.found() != null
                ? "=" + likely.found().customerId()
                : likely.doubtful() != null ? "?" + likely.doubtful().who().customerId() : "-";
    }

    private static Read read(List<Known> list, String answer) {
        String[] each = answer.split(",");
        int found = 0;
        int nobody = 0;
        for (int i = 0; i < each.length; i++) {
            if (i % SORTS == SORTS - 1) {
                nobody += each[i].startsWith("=") ? 0 : 1;
            } else {
                found += each[i].equals("=" + list.get(i).id()) ? 1 : 0;
            }
        }
        return new Read(
                found / (each.length * (SORTS - 1.0) / SORTS),
                "%d found, %d nobody, #%08x".formatted(found, nobody, answer.hashCode()));
    }

    private static List<Probe> probes(List<Known> list) {
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Known known = list.get(i);
            probes.add(
                    switch (i % SORTS) {
                        case 0 -> whole(known);
                        case 1 -> new Probe(known.name(), address(known), unknown(known));
                        case 2 -> new Probe(known.name(), null, phone(known));
                        default -> stranger(known);
                    });
        }
        return probes;
    }

    private static Probe whole(Known known) {
        return new Probe(
                known.name(),
                address(known),
                Stream.concat(phone(known).stream(), mail(known).stream()).toList());
    }

    private static Probe stranger(Known known) {
        return new Probe("Nobody Quill", address(known), unknown(known));
    }

    private static ParsedAddress address(Known known) {
        return AddressParser.parse(known.street(), known.unit(), known.city(), known.state(), known.zip(), "USA");
    }

    private static List<ContactDraft> phone(Known known) {
        return drafts(ContactType.Phone, known.phone());
    }

    private static List<ContactDraft> mail(Known known) {
        return drafts(ContactType.Email, known.email());
    }

    private static List<ContactDraft> unknown(Known known) {
        return drafts(ContactType.Phone, "(201) 555-%04d".formatted(known.id() % 10_000));
    }

    private static List<ContactDraft> drafts(ContactType type, @Nullable String value) {
        return value == null ? List.of() : List.of(new ContactDraft(type, value, null));
    }
}

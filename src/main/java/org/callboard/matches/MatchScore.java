package org.callboard.matches;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How likely two records are one: the one rule for the list of duplicates, for what a new record may repeat, and for who
 * may be the one who asks.
 *
 * <p>A name tells nothing alone, nor does what more than five customers have: it is a property manager's. The same number
 * with the same name is always very likely, whatever else is said; {@code Jr} is a part of the name.
 */
public final class MatchScore {

    private static final int CONTACT = 45;
    private static final int ADDRESS = 30;
    private static final int SIMILAR_ADDRESS = 15;
    private static final int HOUSE = 10;
    private static final int SHARED = 10;
    private static final int NAME = 25;
    private static final int SIMILAR_NAME = 15;
    private static final int OTHER_UNIT = 30;
    private static final int OTHER_FAMILY = 40;
    private static final int OTHER_GENERATION = 30;
    private static final int OTHER_KIND = 15;

    /** Of two locations of one customer. */
    private static final int OWN_ADDRESS = 80;

    private static final int OWN_HOUSE = 55;
    private static final int OWN_SIMILAR_ADDRESS = 40;
    private static final int OWN_SHARED = 30;
    private static final int OWN_CONTACT = 20;
    private static final int OWN_NAME = 10;

    private static final Map<String, List<MatchReason>> LESS = Map.of(
            MatchReason.SamePhone.name(), List.of(MatchReason.SharedPhone),
            MatchReason.SameEmail.name(), List.of(MatchReason.SharedEmail),
            MatchReason.SameAddress.name(),
                    List.of(MatchReason.SimilarAddress, MatchReason.SharedAddress, MatchReason.SameHouse),
            MatchReason.SameName.name(), List.of(MatchReason.SimilarName));

    /** Two records may have a thousand addresses in common. */
    private static final int MOST_MARKS = 20;

    private final List<MatchReason> reasons = new ArrayList<>();
    private final Set<String> fingerprint = new TreeSet<>();
    private int score;

    private MatchScore() {}

    /** Of two customers, or of a customer and somebody who asks. */
    public static Likelihood of(Traits one, Traits other) {
        MatchScore match = new MatchScore();
        CommonPoints phones = CommonPoints.of(one, other, false);
        CommonPoints emails = CommonPoints.of(one, other, true);
        match.add(phones, MatchReason.SamePhone, MatchReason.SharedPhone, CONTACT, SHARED);
        match.add(emails, MatchReason.SameEmail, MatchReason.SharedEmail, CONTACT, SHARED);
        CommonDoor door = CommonDoor.nearest(one, other);
        switch (door.place()) {
            case Same -> match.add(MatchReason.SameAddress, ADDRESS, door.keys());
            case Similar -> match.add(MatchReason.SimilarAddress, SIMILAR_ADDRESS, door.keys());
            case Shared -> match.add(MatchReason.SharedAddress, SHARED, door.keys());
            case House -> match.add(MatchReason.SameHouse, HOUSE, door.keys());
            case OtherUnit, Elsewhere -> {}
        }
        NamePair names = NamePair.best(one.names(), other.names());
        switch (names.likeness()) {
            case Equal -> match.add(MatchReason.SameName, NAME, names.key());
            case Similar -> match.add(MatchReason.SimilarName, SIMILAR_NAME, names.key());
            case Unknown, SameFamily, OtherFamily -> {}
        }
        if (door.place() == CommonDoor.Place.OtherUnit) {
            match.against(MatchReason.OtherUnit, OTHER_UNIT - HOUSE);
        }
        boolean reached = !phones.telling().isEmpty() || !emails.telling().isEmpty();
        boolean strangers = names.likeness() == NameLikeness.OtherFamily && !reached;
        if (strangers && door.place() != CommonDoor.Place.Elsewhere) {
            match.against(MatchReason.OtherFamily, OTHER_FAMILY);
        }
        if (names.isOtherGeneration()) {
            match.against(MatchReason.OtherGeneration, OTHER_GENERATION);
        }
        if (one.kind() != null && other.kind() != null && one.kind() != other.kind()) {
            match.against(MatchReason.OtherKind, OTHER_KIND);
        }
        boolean sure = phones.exact() && names.likeness() == NameLikeness.Equal;
        return match.result(sure ? Band.VeryLikely.from() : 0);
    }

    /** Of two locations of one customer: another address is another location, whatever else they have in common. */
    public static Likelihood ofLocations(Traits one, Traits other) {
        MatchScore match = new MatchScore();
        CommonDoor door = CommonDoor.nearest(one, other);
        switch (door.place()) {
            case Same -> match.add(MatchReason.SameAddress, OWN_ADDRESS, door.keys());
            case Similar -> match.add(MatchReason.SimilarAddress, OWN_SIMILAR_ADDRESS, door.keys());
            case Shared -> match.add(MatchReason.SharedAddress, OWN_SHARED, door.keys());
            case House -> match.add(MatchReason.SameHouse, OWN_HOUSE, door.keys());
            case OtherUnit, Elsewhere -> {
                return match.result(0);
            }
        }
        CommonPoints phones = CommonPoints.of(one, other, false);
        CommonPoints emails = CommonPoints.of(one, other, true);
        match.add(phones, MatchReason.SamePhone, MatchReason.SharedPhone, OWN_CONTACT, 0);
        match.add(
                emails,
                MatchReason.SameEmail,
                MatchReason.SharedEmail,
                phones.telling().isEmpty() ? OWN_CONTACT : 0,
                0);
        NamePair names = NamePair.best(one.names(), other.names());
        if (names.likeness() == NameLikeness.Equal) {
            match.add(MatchReason.SameName, OWN_NAME, names.key());
        }
        return match.result(0);
    }

    /** Whether two names alone speak for it: who has something in common with very many is compared by that first. */
    static boolean areNamesAlike(String one, String other) {
        return NamePair.best(Set.of(one), Set.of(other)).likeness().compareTo(NameLikeness.Similar) <= 0;
    }

    /** What many have adds nothing to what nobody else has. */
    private void add(CommonPoints points, MatchReason same, MatchReason shared, int worth, int worthShared) {
        if (!points.telling().isEmpty()) {
            add(same, worth, points.telling());
        } else if (!points.shared().isEmpty()) {
            add(shared, worthShared, points.shared());
        }
    }

    private void add(MatchReason reason, int worth, String restsOn) {
        add(reason, worth, List.of(restsOn));
    }

    private void add(MatchReason reason, int worth, Collection<String> restsOn) {
        reasons.add(reason);
        score += worth;
        restsOn.stream().limit(MOST_MARKS).forEach(one -> fingerprint.add(mark(reason, one)));
    }

    /** What a reason is known again by in a fingerprint: the same for the same number, e-mail address, door or names. */
    private static String mark(MatchReason reason, String restsOn) {
        return reason + ":" + Integer.toHexString(restsOn.hashCode());
    }

    /**
     * A fingerprint with the marks that it has where the same comes to say less: a number that more people have now is no
     * news to whoever knows it.
     */
    public static Set<String> andLess(Collection<String> fingerprint) {
        Set<String> all = new TreeSet<>(fingerprint);
        for (String mark : fingerprint) {
            String[] parts = mark.split(":", 2);
            LESS.getOrDefault(parts[0], List.of()).forEach(less -> all.add(less + ":" + parts[1]));
        }
        return all;
    }

    private void against(MatchReason reason, int worth) {
        reasons.add(reason);
        score -= worth;
    }

    private Likelihood result(int atLeast) {
        return new Likelihood(Math.clamp(score, atLeast, 100), List.copyOf(reasons), Set.copyOf(fingerprint));
    }
}

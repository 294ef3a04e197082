package org.callboard.phonelines;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.phonelines.PhoneLineStore.Answerer;

/**
 * The telephones that ring for a number.
 *
 * @param telephones as systems call them, at most ten
 * @param leftOut the names of those whose telephones don't ring, since they take no calls
 * @param tooMany the names of those whose telephones would be the eleventh and more
 * @param nobodyTakes whether none of those who have a telephone takes calls, so that all of these ring
 */
public record RungTelephones(List<String> telephones, List<String> leftOut, List<String> tooMany, boolean nobodyTakes) {

    /** Telephone systems ring no more at once. */
    private static final int MOST_AT_ONCE = 10;

    static RungTelephones of(List<Answerer> all) {
        List<Answerer> reachable =
                all.stream().filter(one -> one.telephone() != null).toList();
        boolean nobodyTakes = reachable.stream().noneMatch(Answerer::taking);
        Map<Boolean, List<Answerer>> parts =
                reachable.stream().collect(Collectors.partitioningBy(one -> one.taking() || nobodyTakes));
        List<Answerer> rung = Objects.requireNonNull(parts.get(true));
        return new RungTelephones(
                rung.stream()
                        .limit(MOST_AT_ONCE)
                        .flatMap(one -> Stream.ofNullable(one.telephone()))
                        .toList(),
                names(Objects.requireNonNull(parts.get(false)).stream()),
                names(rung.stream().skip(MOST_AT_ONCE)),
                nobodyTakes);
    }

    private static List<String> names(Stream<Answerer> some) {
        return some.map(Answerer::name).toList();
    }
}

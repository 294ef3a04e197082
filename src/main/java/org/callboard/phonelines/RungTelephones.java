package org.callboard.phonelines;

import java.util.List;
import java.util.stream.Stream;
import org.callboard.phonelines.PhoneLineStore.Answerer;

/**
 * The telephones that ring for a number.
 *
 * @param telephones as systems call them, at most ten
 * @param leftOut the names of those whose telephones don't ring, since they take no calls
 * @param nobodyTakes whether none of those who could answer takes calls, so that all of them are rung
 */
public record RungTelephones(List<String> telephones, List<String> leftOut, boolean nobodyTakes) {

    /** Telephone systems ring no more at once. */
    private static final int MOST_AT_ONCE = 10;

    static RungTelephones of(List<Answerer> all) {
        boolean nobodyTakes = all.stream().noneMatch(Answerer::taking);
        return new RungTelephones(
                all.stream()
                        .filter(one -> one.taking() || nobodyTakes)
                        .flatMap(one -> Stream.ofNullable(one.telephone()))
                        .limit(MOST_AT_ONCE)
                        .toList(),
                all.stream()
                        .filter(one -> !one.taking() && !nobodyTakes && one.telephone() != null)
                        .map(Answerer::name)
                        .toList(),
                nobodyTakes);
    }
}

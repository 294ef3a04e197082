package org.callboard.matches;

import java.util.Set;
import java.util.TreeSet;
import org.callboard.matches.Traits.SharedPoint;

/**
 * The numbers, or the e-mail addresses, that two have in common. Another extension is another telephone, but whoever has
 * the main number alone may have any of them.
 *
 * @param telling those that nobody else has
 * @param shared those that many have
 * @param exact whether one of the first is the same with its extension
 */
record CommonPoints(Set<String> telling, Set<String> shared, boolean exact) {

    static CommonPoints of(Traits one, Traits other, boolean email) {
        Set<String> telling = new TreeSet<>();
        Set<String> shared = new TreeSet<>();
        boolean exact = false;
        for (SharedPoint here : one.points()) {
            for (SharedPoint there : other.points()) {
                if (here.email() == email && there.email() == email && mayBeSame(here, there)) {
                    boolean tells = here.telling() && there.telling();
                    (tells ? telling : shared).add(here.form());
                    exact |= tells && here.extension().equals(there.extension());
                }
            }
        }
        return new CommonPoints(telling, shared, exact);
    }

    private static boolean mayBeSame(SharedPoint here, SharedPoint there) {
        return here.form().equals(there.form())
                && (here.extension().equals(there.extension())
                        || here.extension().isEmpty()
                        || there.extension().isEmpty());
    }
}

package org.callboard.bench.search;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of searching.
 *
 * @param typed what is typed of somebody; null where this can't be said of them
 * @param asking asks and returns the answer, which alone is timed
 * @param reading what the answer holds
 */
record Kind(Part part, Of of, String title, Function<Known, @Nullable String> typed, Asking asking, Reading reading) {

    /** The parts of the measurement, which can be run alone. */
    enum Part {
        BOX("The search box"),
        FILTERS("Filters of the API"),
        LISTS("Lists on a page"),
        MATCHING("Matching");

        final String title;

        Part(String title) {
            this.title = title;
        }
    }

    /** What is searched for. */
    enum Of {
        CUSTOMER,
        LOCATION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As it stands in an address. */
        String list() {
            return word() + "s";
        }
    }

    interface Asking {
        String ask(Known known, String typed);
    }

    interface Reading {
        Read of(Known known, String answer);
    }

    /**
     * What an answer holds.
     *
     * @param found the share of those who were meant that is in it: 0 or 1 where one was meant
     * @param told the answer in short: the same for the same answer
     */
    record Read(double found, String told) {

        static Read of(boolean found, String told) {
            return new Read(found ? 1 : 0, told);
        }
    }

    /** By which two runs know the same kind. */
    String key() {
        return part + "\t" + of + "\t" + title;
    }
}

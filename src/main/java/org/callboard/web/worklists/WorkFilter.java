package org.callboard.web.worklists;

import java.util.List;
import org.callboard.web.layout.Option;

/**
 * What a list can be narrowed by, beside its part and its days.
 *
 * @param field how it stands in an address, and the parameter of the condition
 * @param sql the condition on the list's table
 * @param words what can be chosen, where that is always the same
 */
record WorkFilter(String field, String label, Values values, String sql, List<Option> words) {

    /** What its value is, and where the choices come from. */
    enum Values {
        /** One of the words. */
        WORD,
        TECHNICIAN,
        UNIT,
        TYPE,
        /** A customer, whom a link names. */
        CUSTOMER,
        /** A telephone number, as somebody types it. */
        NUMBER,
        REASON,
        LINE,
        CAMPAIGN,
        /** Somebody of the office. */
        USER;

        /** Whether it is chosen by its id. */
        boolean isId() {
            return this != WORD && this != NUMBER;
        }
    }

    static WorkFilter of(String field, String label, Values values, String sql) {
        return new WorkFilter(field, label, values, sql, List.of());
    }

    static WorkFilter words(String field, String label, String column, List<Option> words) {
        return new WorkFilter(field, label, Values.WORD, column + " = :" + field, words);
    }

    /** Whether the page has a field for it. */
    public boolean shown() {
        return values != Values.CUSTOMER;
    }

    public boolean typed() {
        return values == Values.NUMBER;
    }
}

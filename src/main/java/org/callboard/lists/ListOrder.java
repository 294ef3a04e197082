package org.callboard.lists;

import org.callboard.paging.Sort;

/** What a list can be sorted by. The newest come first unless something else is asked for. */
public enum ListOrder {
    NAME("name", "lower(name)"),
    CITY("city", "lower(city)"),
    CREATED("created", "created_on"),
    CHANGED("changed", "modified_on");

    private final String word;
    private final String column;

    ListOrder(String word, String column) {
        this.word = word;
        this.column = column;
    }

    /** How it stands in an address, such as {@code sort=-created}. */
    public String word() {
        return word;
    }

    public Sort sort(boolean descending) {
        return new Sort(column, descending);
    }
}

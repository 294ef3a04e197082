package org.callboard.paging;

/** Which page of a list is wanted: pages count from 1, and hold 1 to 5000 rows (50 by default). */
public record Paging(int page, int pageSize, boolean includeTotal) {

    public static final int DEFAULT_SIZE = 50;
    public static final int LARGEST_SIZE = 5000;

    /** The same page without its total. */
    public Paging uncounted() {
        return new Paging(page, pageSize, false);
    }

    /** One row more than the page holds, which tells whether there is more. */
    public int limit() {
        return pageSize + 1;
    }

    public long offset() {
        return (page - 1L) * pageSize;
    }
}

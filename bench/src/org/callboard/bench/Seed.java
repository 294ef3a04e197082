package org.callboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.callboard.Application;
import org.callboard.access.Tenants;
import org.callboard.database.Database;
import org.callboard.database.DatabaseSettings;
import org.callboard.database.StartFailure;
import org.callboard.postgres.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code bench/seed}: fills a database with one large company and many small ones. See {@link SeedOptions#USAGE}. */
final class Seed {

    private Seed() {}

    public static void main(String[] args) {
        if (Arrays.asList(args).contains("--help")) {
            System.out.println(SeedOptions.USAGE);
            return;
        }
        try {
            run(SeedOptions.parse(args), DatabaseSettings.from(System.getenv()));
            System.exit(0);
        } catch (IllegalArgumentException e) {
            System.err.println("bench/seed: " + e.getMessage() + "\n" + SeedOptions.USAGE);
        } catch (StartFailure e) {
            System.err.println("bench/seed: " + e.getMessage());
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(1);
    }

    private static void run(SeedOptions options, DatabaseSettings settings) throws Exception {
        DatabaseSettings.Outside outside = settings.database();
        if (outside != null) {
            fill(options, settings, outside);
            return;
        }
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(settings.folder(), EmbeddedPostgres.Options.production())) {
            fill(
                    options,
                    settings,
                    new DatabaseSettings.Outside(postgres.jdbcUrl("callboard"), postgres.user(), postgres.password()));
        }
    }

    private static void fill(SeedOptions options, DatabaseSettings settings, DatabaseSettings.Outside owner)
            throws Exception {
        Progress progress = new Progress(false);
        requireUnused(owner);
        Database database = Database.open(owner.url(), owner.user(), owner.password());
        List<Company> companies;
        DatabaseSettings anyPort = new DatabaseSettings(settings.folder(), settings.database());
        try (ConfigurableApplicationContext context = silently(Application.application(anyPort, database))) {
            progress.done("started");
            if (!options.add() && !context.getBean(Tenants.class).none()) {
                throw new StartFailure("there are companies in this database; --add adds others to them.");
            }
            companies = create(options, context::getBean);
        }
        progress.done(companies.size() + " companies made");
        Filling filling = new Filling(options, progress);
        long rows = filling.fill(companies, owner);
        SeedFile.write(options.out(), options.until(), companies);
        progress.say(rows + " rows; how to get in is in " + options.out());
    }

    /** Without its own words to whoever starts it: nobody is to sign in here. */
    static ConfigurableApplicationContext silently(SpringApplication application) {
        PrintStream console = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        try {
            return application.run();
        } finally {
            System.setOut(console);
        }
    }

    /** The large company first, then the small ones, some larger than others. */
    static List<Company> create(SeedOptions options, Companies.Beans beans) {
        Companies companies = new Companies(beans);
        List<Company> all = new ArrayList<>();
        all.add(companies.create(0, "Great Miami Home Services", options.customers()));
        for (int i = 1; i <= options.tenants(); i++) {
            Draw draw = new Draw(options.seed(), i, 0, 0);
            long customers = Math.round(options.tenantCustomers() * (0.5 + draw.unit()));
            all.add(companies.create(i, "Small Company " + i, customers));
        }
        return all;
    }

    /** The embedded server is locked by who uses it; another one can only be asked. */
    private static void requireUnused(DatabaseSettings.Outside owner) throws SQLException {
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and application_name = 'callboard'
                        """)) {
            row.next();
            if (row.getLong(1) > 0) {
                throw new StartFailure("a Callboard uses this database; stop it first.");
            }
        }
    }
}

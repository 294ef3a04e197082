package org.callboard.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import javax.sql.DataSource;
import org.callboard.Application;
import org.callboard.access.Apps;
import org.callboard.access.Scope;
import org.callboard.access.Tenants;
import org.callboard.postgres.EmbeddedPostgres;
import org.callboard.providers.BookingProviderTags;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Two Callboards in one process for {@code bench/isolation}: one as it is, and one whose database has no row-level
 * security and whose statements set no tenant. Writes where to reach them and waits to be killed.
 */
final class IsolationCost {

    private static final int BOOKINGS = 100_000;

    private IsolationCost() {}

    public static void main(String[] args) throws Exception {
        Path out = Path.of(args[0]);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(out.resolve("data"), EmbeddedPostgres.Options.production());
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        StringBuilder env = new StringBuilder();
        for (String name : List.of("isolated", "plain")) {
            postgres.dropDatabase(name);
            postgres.createDatabase(name);
            Database database = Database.open(postgres.jdbcUrl(name), postgres.user(), postgres.password());
            SpringApplication application = Application.application(new DatabaseSettings(out, null), database);
            if (name.equals("plain")) {
                application.addInitializers(context ->
                        ((GenericApplicationContext) context).registerBean(WithoutTenant.class, WithoutTenant::new));
            }
            ConfigurableApplicationContext context = application.run();
            env.append(seed(context, name, postgres));
        }
        env.append("PG_PORT=").append(postgres.port()).append('\n');
        env.append("PG_PASSWORD=").append(postgres.password()).append('\n');
        Files.writeString(out.resolve("env.tmp"), env);
        Files.move(out.resolve("env.tmp"), out.resolve("env"));
        Thread.currentThread().join();
    }

    static final class WithoutTenant implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof TenantDataSource source
                    ? new TenantDataSource((DataSource) source.getTargetDataSource(), () -> null, new CircuitBreaker())
                    : bean;
        }
    }

    private static String seed(ConfigurableApplicationContext context, String name, EmbeddedPostgres postgres)
            throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(name), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            if (name.equals("plain")) {
                statement.execute("""
                        do $$ declare t regclass; begin
                            for t in select oid from pg_class where relrowsecurity loop
                                execute format('alter table %s disable row level security', t);
                            end loop;
                        end $$
                        """);
            }
            Tenants tenants = context.getBean(Tenants.class);
            long tenant = tenants.nextId();
            String[] secrets = Caller.system(tenant).call(() -> {
                tenants.create("Bench", ZoneId.of("UTC"), "US");
                Apps apps = context.getBean(Apps.class);
                Apps.Registered app = apps.register(tenant, "bench", EnumSet.allOf(Scope.class));
                Apps.Connected connected = apps.connect(tenant, app.id(), null);
                context.getBean(BookingProviderTags.class).create(tenant, "bench", "bench");
                return new String[] {app.appKey(), connected.clientId(), connected.clientSecret()};
            });
            statement.execute("select set_config('callboard.tenant', '" + tenant + "', false)");
            statement.execute("""
                    insert into booking (tenant_id, id, booking_provider_id, external_id, source, name, street, city, state, zip,
                        country, summary, is_first_time_client, created_on, modified_on)
                    select %d, i, (select min(id) from booking_provider_tag), 'e' || i, 'bench', 'Name ' || i,
                        i || ' Oak St', 'Dayton', 'OH', '45402', 'USA', 'No heat since last night', true, now(), now()
                    from generate_series(1, %d) i
                    """.formatted(tenant, BOOKINGS));
            statement.execute("analyze");
            int port = ((WebServerApplicationContext) context).getWebServer().getPort();
            String prefix = name.toUpperCase(java.util.Locale.ROOT) + "_";
            return prefix + "PORT=" + port + "\n" + prefix + "TENANT=" + tenant + "\n" + prefix + "APP_KEY="
                    + secrets[0] + "\n" + prefix + "CLIENT_ID=" + secrets[1] + "\n" + prefix + "CLIENT_SECRET="
                    + secrets[2] + "\n";
        }
    }
}

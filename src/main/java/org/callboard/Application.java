package org.callboard;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.access.CallSettings;
import org.callboard.database.Database;
import org.callboard.database.DatabaseDump;
import org.callboard.database.DatabaseSettings;
import org.callboard.database.StartFailure;
import org.callboard.database.Variables;
import org.callboard.geography.Gazetteer;
import org.callboard.http.ServerSettings;
import org.callboard.http.UploadFolder;
import org.callboard.mail.SmtpSettings;
import org.callboard.mail.TextWebhookSettings;
import org.callboard.understanding.AskToReindex;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts Callboard: the settings, then the database, then everything else. */
@SpringBootApplication(
        exclude = {
            FlywayAutoConfiguration.class, // Database migrates, before anything else starts
            OAuth2AuthorizationServerJwtAutoConfiguration.class // it would make an RSA key, and tokens have their own
        },
        proxyBeanMethods = false)
public class Application {

    /** Set for the run that shows the JVM what a start and the first visitors need: it ends after these. */
    private static final String TRAINING = "callboard.training";

    /** The id of the process that started this one and starts it again, where there is one. */
    private static final String LAUNCHER = "callboard.launcher";

    /** A start has enough to do; by then hardly anybody has typed an address. */
    private static final Duration BEFORE_GAZETTEER = Duration.ofSeconds(20);

    /** What the variables say beside the database. */
    private static final List<Class<?>> SETTINGS =
            List.of(ServerSettings.class, SmtpSettings.class, TextWebhookSettings.class, CallSettings.class);

    public static void main(String[] args) {
        stopWith(Long.getLong(LAUNCHER));
        try {
            DatabaseSettings settings = DatabaseSettings.from(System.getenv());
            if (args.length == 2 && args[0].equals("dump")) {
                System.out.println(DatabaseDump.write(settings, Path.of(args[1])) + " rows written to " + args[1]);
            } else if (args.length == 2 && args[0].equals("load")) {
                System.out.println(DatabaseDump.load(settings, Path.of(args[1])) + " rows loaded.");
            } else if (args.length == 1 && args[0].equals("restored")) {
                Database.tellRestored(settings);
                System.out.println("Noted. New records get ids that leave room for what was lost.");
            } else if (args.length >= 1 && args.length <= 2 && args[0].equals("reindex")) {
                AskToReindex.run(settings, args.length == 2 ? args[1] : null, System.out);
            } else {
                start(settings, args);
            }
        } catch (StartFailure e) {
            System.err.println("callboard: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Where the launcher is killed, nobody could stop this process through it any more. */
    private static void stopWith(@Nullable Long launcher) {
        if (launcher != null) {
            ProcessHandle.of(launcher).ifPresent(process -> process.onExit().thenRun(() -> System.exit(1)));
        }
    }

    private static void start(DatabaseSettings settings, String[] args) {
        boolean training = Boolean.getBoolean(TRAINING);
        SETTINGS.forEach(wrong -> Variables.read(System.getenv(), wrong)); // before the database is opened
        int port = Variables.read(System.getenv(), ServerSettings.class).port();
        if (!training) {
            requireFreePort(port);
        }
        Database database = Database.open(settings);
        SpringApplication application = application(settings, database, Map.of("server.port", port));
        try {
            ConfigurableApplicationContext context = application.run(args);
            if (training) {
                Training.visit(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
                context.close();
            } else {
                Gazetteer.readAfter(BEFORE_GAZETTEER);
            }
        } catch (RuntimeException e) {
            database.close();
            throw StartFailure.behind(e)
                    .<RuntimeException>map(failure -> failure)
                    .orElse(e);
        }
    }

    /** On any free port, where programs may call as often as they like: for tools and tests. */
    public static SpringApplication application(DatabaseSettings settings, Database database) {
        return application(settings, database, Map.of("server.port", 0, "callboard.calls-per-second", 0));
    }

    /**
     * The application on a database that is open already; it closes the database when it stops.
     *
     * @param properties what no variable says
     */
    public static SpringApplication application(
            DatabaseSettings settings, Database database, Map<String, Object> properties) {
        SpringApplication application = new SpringApplication(Application.class);
        Map<String, Object> all = new HashMap<>(properties);
        all.put("spring.servlet.multipart.location", UploadFolder.of(settings).toString());
        application.setDefaultProperties(all);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Database.class, () -> database);
            beans.registerBean(DatabaseSettings.class, () -> settings);
            SETTINGS.forEach(type -> register(beans, type));
        });
        return application;
    }

    private static <T> void register(GenericApplicationContext beans, Class<T> settings) {
        beans.registerBean(settings, () -> Variables.read(beans.getEnvironment(), settings));
    }

    private static void requireFreePort(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StartFailure("port " + port + " is taken or not allowed. Set CALLBOARD_PORT to another one.", e);
        }
    }
}

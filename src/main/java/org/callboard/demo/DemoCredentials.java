package org.callboard.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.access.App;
import org.callboard.access.AppConnection;
import org.callboard.access.Apps;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.access.User;
import org.callboard.database.DatabaseSettings;
import org.callboard.database.StartFailure;
import org.callboard.http.PublicUrl;
import org.callboard.people.Users;
import org.callboard.providers.BookingProviderTag;
import org.callboard.providers.BookingProviderTags;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code demo.env} in the data directory: how to get into the demonstration company, as lines that a shell can read. The
 * database keeps only hashes, so the file is the one place that knows. Where it is missing, or belongs to another
 * database, everything in it is made anew and what was valid before no longer is.
 */
class DemoCredentials {

    private static final List<String> NAMES = List.of(
            "BASE_URL",
            "AUTH_URL",
            "TENANT",
            "APP_KEY",
            "CLIENT_ID",
            "CLIENT_SECRET",
            "PROVIDER_ID",
            "PROVIDER_CLIENT_ID",
            "PROVIDER_CLIENT_SECRET",
            "OWNER_EMAIL",
            "OWNER_PASSWORD",
            "CSR_EMAIL",
            "CSR_PASSWORD");

    private static final String APP = "Demo integration";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Apps apps;
    private final BookingProviderTags providers;
    private final Users users;
    private final TransactionTemplate transaction;
    private final DatabaseSettings settings;
    private final PublicUrl url;

    DemoCredentials(
            Apps apps,
            BookingProviderTags providers,
            Users users,
            TransactionTemplate transaction,
            DatabaseSettings settings,
            PublicUrl url) {
        this.apps = apps;
        this.providers = providers;
        this.users = users;
        this.transaction = transaction;
        this.settings = settings;
        this.url = url;
    }

    /** A password that can be read out and typed: 78 random bits. */
    static String password() {
        return RANDOM.ints(16, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining())
                .replaceAll("(.{4})(?!$)", "$1-");
    }

    Path file() {
        return settings.folder().resolve("demo.env");
    }

    /** What the file says; empty where there is none. */
    Map<String, String> read() {
        try {
            return Files.notExists(file())
                    ? Map.of()
                    : Files.readAllLines(file()).stream()
                            .map(line -> line.split("=", 2))
                            .filter(parts -> parts.length == 2)
                            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> b));
        } catch (IOException e) {
            throw new StartFailure("can't read " + file() + ": " + e.getMessage(), e);
        }
    }

    /** Leaves a file that still fits as it is, apart from the address; else makes new credentials and a new file. */
    void ensure(long tenant) {
        Map<String, String> known = read();
        Map<String, String> values = new LinkedHashMap<>();
        if (fits(tenant, known)) {
            NAMES.forEach(name -> values.put(name, known.getOrDefault(name, "")));
        } else {
            transaction.executeWithoutResult(status -> renew(tenant, values));
        }
        values.put("BASE_URL", url.here(""));
        values.put("AUTH_URL", url.here(""));
        if (!values.equals(known)) {
            write(values);
        }
    }

    private boolean fits(long tenant, Map<String, String> known) {
        Set<String> clients = apps.connections(tenant).stream()
                .filter(connection -> connection.revokedOn() == null)
                .map(AppConnection::clientId)
                .collect(Collectors.toSet());
        return known.keySet().containsAll(NAMES)
                && Objects.equals(known.get("TENANT"), Long.toString(tenant))
                && clients.contains(known.get("CLIENT_ID"))
                && clients.contains(known.get("PROVIDER_CLIENT_ID"));
    }

    private void renew(long tenant, Map<String, String> values) {
        NAMES.forEach(name -> values.put(name, ""));
        values.put("TENANT", Long.toString(tenant));
        long app = app(tenant, values);
        BookingProviderTag provider = providers.all(tenant).stream()
                .filter(tag -> tag.tagName().equals("Ridgeline website"))
                .findFirst()
                .orElseGet(() -> providers.create(tenant, "Ridgeline website", "For trying out"));
        Apps.Connected open = apps.connect(tenant, app, null);
        apps.setMayMerge(tenant, open.id(), true);
        values.put("CLIENT_ID", open.clientId());
        values.put("CLIENT_SECRET", open.clientSecret());
        Apps.Connected bound = apps.connect(tenant, app, provider.id());
        values.put("PROVIDER_ID", Long.toString(provider.id()));
        values.put("PROVIDER_CLIENT_ID", bound.clientId());
        values.put("PROVIDER_CLIENT_SECRET", bound.clientSecret());
        values.put("OWNER_PASSWORD", password());
        values.put("CSR_PASSWORD", password());
        List<User> everybody = users.all(tenant).stream()
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .toList();
        for (User user : everybody.reversed()) {
            boolean owner = user.role() == Role.Owner;
            String password = values.get(owner ? "OWNER_PASSWORD" : "CSR_PASSWORD");
            users.update(tenant, user.id(), new Users.Draft(user.name(), user.email(), user.role(), password));
            if (user.active() && (owner || user.role() == Role.CSR)) {
                values.put(owner ? "OWNER_EMAIL" : "CSR_EMAIL", user.email());
            }
        }
    }

    /** The app with a new key and without its former connections. */
    private long app(long tenant, Map<String, String> values) {
        Set<Scope> all = EnumSet.allOf(Scope.class);
        for (App app : apps.apps(tenant)) {
            if (app.name().equals(APP)) {
                apps.connections(tenant).stream()
                        .filter(connection -> connection.appId() == app.id() && connection.revokedOn() == null)
                        .forEach(connection -> apps.revoke(tenant, connection.id()));
                apps.update(tenant, app.id(), APP, all, true);
                values.put("APP_KEY", apps.newKey(tenant, app.id()));
                return app.id();
            }
        }
        Apps.Registered registered = apps.register(tenant, APP, all);
        values.put("APP_KEY", registered.appKey());
        return registered.id();
    }

    /** As a whole or not at all, and readable by its owner only from the first byte. */
    private void write(Map<String, String> values) {
        String text = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(settings.folder());
            Path next = settings.folder().resolve("demo.env.new");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(next, text.getBytes(UTF_8));
            Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartFailure("can't write " + file() + ": " + e.getMessage(), e);
        }
    }
}

package org.callboard.database;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where everything is kept: {@code CALLBOARD_DATA}, {@code CALLBOARD_DATABASE_URL}, {@code CALLBOARD_DATABASE_USER} and
 * {@code CALLBOARD_DATABASE_PASSWORD}.
 *
 * @param data the directory
 * @param database null: the embedded one
 */
public record DatabaseSettings(
        @DefaultValue("data") String data, @Nullable Outside database) {

    @ConstructorBinding
    public DatabaseSettings {
        database = database == null || database.url.isEmpty() ? null : database;
    }

    /** The directory, and the database of somebody else; null for the embedded one. */
    public DatabaseSettings(Path folder, @Nullable Outside database) {
        this(folder.toString(), database);
    }

    /** Throws a {@link StartFailure} that names the wrong variable. */
    public static DatabaseSettings from(Map<String, String> environment) {
        return Variables.read(environment, DatabaseSettings.class);
    }

    /** The directory with everything that is in no database. */
    public Path folder() {
        return Path.of(data).toAbsolutePath().normalize();
    }

    /** A PostgreSQL that somebody else runs; there is none where the URL is empty. */
    public record Outside(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        public Outside {
            url = url.strip().replaceFirst("^postgres(ql)?://", "jdbc:postgresql://");
            user = user.strip();
            if (!url.isEmpty()) {
                check(url, user);
            }
        }

        private static void check(String url, String user) {
            StartFailure.unless(
                    url.startsWith("jdbc:postgresql:"),
                    "CALLBOARD_DATABASE_URL must look like jdbc:postgresql://host:5432/callboard.");
            StartFailure.unless(
                    !url.matches("jdbc:postgresql://[^/]*@.*"),
                    "Leave user and password out of CALLBOARD_DATABASE_URL; set CALLBOARD_DATABASE_USER and"
                            + " CALLBOARD_DATABASE_PASSWORD.");
            for (String ours : DatabaseTimeout.OURS) {
                StartFailure.unless(
                        !url.matches(".*[?&]" + ours + "=.*"),
                        "Leave " + ours + " out of CALLBOARD_DATABASE_URL: Callboard sets it itself.");
            }
            StartFailure.unless(!user.isEmpty(), "CALLBOARD_DATABASE_URL is set, but CALLBOARD_DATABASE_USER is not.");
        }

        @Override
        public String toString() {
            return "Outside[" + user + "]";
        }
    }
}

package org.callboard.database;

import java.util.Collections;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The variables that an operator sets. They are taken as they are written: what Spring binds by itself would resolve a
 * {@code ${…}} within a password.
 */
public final class Variables {

    /** What all of their names begin with. */
    public static final String PREFIX = "callboard";

    private Variables() {}

    /** Reads those that a record of settings names. Throws a {@link StartFailure} that names the wrong one. */
    public static <T> T read(Map<String, String> environment, Class<T> settings) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Collections.unmodifiableMap(environment)));
        return read(ConfigurationPropertySources.from(sources), settings);
    }

    /** The same of all that the application has been started with. */
    public static <T> T read(Environment environment, Class<T> settings) {
        return read(ConfigurationPropertySources.get(environment), settings);
    }

    private static <T> T read(Iterable<ConfigurationPropertySource> sources, Class<T> settings) {
        try {
            return new Binder(sources).bindOrCreate(PREFIX, settings);
        } catch (BindException e) {
            throw StartFailure.behind(e).orElseThrow(() -> e);
        }
    }

    /** Throws a {@link StartFailure} for a number beyond its bounds. */
    public static void require(String name, int number, int least, int most) {
        StartFailure.unless(
                number >= least && number <= most,
                name + " must be a number from " + least + " to " + most + ", but is '" + number + "'.");
    }
}

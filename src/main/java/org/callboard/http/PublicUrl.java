package org.callboard.http;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What Callboard calls itself: {@code CALLBOARD_PUBLIC_URL}. Where that is not set, the host that a request names is
 * believed for the answer to whoever sent it and for nothing else: what is stored, or sent to somebody who did not ask,
 * would spread the word of any stranger.
 */
@Component
public final class PublicUrl {

    private final @Nullable String address;
    private final int port;
    private final Environment environment;

    public PublicUrl(ServerSettings settings, Environment environment) {
        this.address = settings.publicUrl();
        this.port = settings.port();
        this.environment = environment;
    }

    /** Whether somebody said what the address is. */
    public boolean isSet() {
        return address != null;
    }

    /**
     * The whole address of one of our paths, for an answer to the current request, which must be of somebody who has
     * signed in or shown a token.
     */
    public String forAsker(String path) {
        return (address != null
                        ? address
                        : ServletUriComponentsBuilder.fromCurrentContextPath()
                                .build()
                                .toUriString())
                + path;
    }

    /** The whole address of one of our paths, for who sits at this machine. */
    public String here(String path) {
        return "http://localhost:" + environment.getProperty("local.server.port", Integer.toString(port)) + path;
    }

    /** The whole address of one of our paths, for a mail, a webhook or the like; the path alone where none is set. */
    public String forOthers(String path) {
        return address == null ? path : address + path;
    }
}

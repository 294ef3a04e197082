package org.callboard.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.SignedInUser;
import org.callboard.secrets.Secrets;
import org.springframework.stereotype.Component;

/**
 * Remembers in an encrypted cookie who has signed in on a device. It gives no right to anything; but the tries of strangers
 * don't count there.
 */
@Component
class KnownDevices {

    private static final BrowserCookie COOKIE = new BrowserCookie("callboard-device", Duration.ofDays(365));
    private static final int MAX_USERS = 12; // one desk, many people; a cookie has 4 KB
    private static final Pattern SHAPE = Pattern.compile("device (\\S{43})((?: \\d+:\\d+:\\d+)*)");
    private static final Pattern SEALED = Pattern.compile("[\\w-]{100,4000}"); // more than what surrounds any secret
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** A browser, and those who have signed in on it, each as {@code tenant:user:generation}; the latest first. */
    record Device(String id, List<String> users) {

        /** Whether the user has signed in here, be it under an earlier password. */
        boolean knows(SignedInUser user) {
            return users.stream().anyMatch(one -> one.startsWith(user.getName() + ":"));
        }

        /** Whether the user has signed in here under their present password. */
        boolean isOf(SignedInUser user) {
            return users.contains(name(user));
        }

        private Device with(SignedInUser user) {
            return new Device(
                    id,
                    Stream.concat(
                                    Stream.of(name(user)),
                                    users.stream().filter(one -> !one.startsWith(user.getName() + ":")))
                            .limit(MAX_USERS)
                            .toList());
        }

        private static String name(SignedInUser user) {
            return user.getName() + ":" + user.generation();
        }
    }

    private final Secrets secrets;

    KnownDevices(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The device that a request comes from; one that nobody knows where it brings no cookie of ours. */
    Device of(HttpServletRequest request) {
        return COOKIE.read(request)
                .filter(value -> SEALED.matcher(value).matches())
                .flatMap(this::read)
                .orElseGet(() -> new Device(Secrets.generate(""), List.of()));
    }

    private Optional<Device> read(String sealed) {
        Matcher parts = SHAPE.matcher(decrypted(sealed));
        return parts.matches()
                ? Optional.of(new Device(
                        parts.group(1),
                        Arrays.stream(parts.group(2).split(" "))
                                .filter(user -> !user.isEmpty())
                                .toList()))
                : Optional.empty();
    }

    private String decrypted(String sealed) {
        try {
            return secrets.decrypt(Base64.getUrlDecoder().decode(sealed));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return ""; // nothing of ours
        }
    }

    /** Has the browser remember that the user has signed in on it. */
    void remember(SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        Device device = of(request).with(user);
        String text = device.users.stream().collect(Collectors.joining(" ", "device " + device.id + " ", ""));
        COOKIE.write(request, response, BASE64.encodeToString(secrets.encrypt(text)));
    }
}

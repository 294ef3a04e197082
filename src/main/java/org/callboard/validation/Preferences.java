package org.callboard.validation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client would rather have (RFC 7240). */
public final class Preferences {

    /** The header that says which preferences an answer has heeded. */
    public static final String APPLIED = "Preference-Applied";

    /** The value of a preference may stand in quotes. */
    private static final Pattern PREFERENCE = Pattern.compile(
            "(?:^|[,;])\\s*(?<name>[\\w-]+)\\s*=\\s*(?<quote>\"?)(?<value>[\\w-]+)\\k<quote>\\s*(?=[,;]|$)");

    private Preferences() {}

    /** Whether a request has the preference with this value, in any case. The first such preference counts (section 2). */
    public static boolean is(HttpServletRequest request, String name, String value) {
        Matcher preference = PREFERENCE.matcher(String.join(",", Collections.list(request.getHeaders("Prefer"))));
        while (preference.find()) {
            if (preference.group("name").equalsIgnoreCase(name)) {
                return preference.group("value").equalsIgnoreCase(value);
            }
        }
        return false;
    }
}

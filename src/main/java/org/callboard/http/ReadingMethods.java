package org.callboard.http;

import java.util.Set;

/** The methods by which somebody asks for something and changes nothing (RFC 9110, section 9.2.1). */
public final class ReadingMethods {

    private static final Set<String> ALL = Set.of("GET", "HEAD");

    private ReadingMethods() {}

    /** Whether the method is one of them, as it stands in a request. */
    public static boolean contain(String method) {
        return ALL.contains(method);
    }
}

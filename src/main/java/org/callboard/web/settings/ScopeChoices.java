package org.callboard.web.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.access.Scope;
import org.callboard.web.layout.Form;

/** The scopes of an app as boxes to tick, area by area. */
final class ScopeChoices {

    private ScopeChoices() {}

    /** Area to its scopes, in the order in which they are declared. */
    static Map<String, List<Scope>> areas() {
        return Arrays.stream(Scope.values())
                .collect(Collectors.groupingBy(ScopeChoices::area, LinkedHashMap::new, Collectors.toList()));
    }

    static Set<Scope> of(Form form) {
        return form.values("scopes").stream()
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toSet());
    }

    private static String area(Scope scope) {
        String word = scope.word().split(":", 2)[0];
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}

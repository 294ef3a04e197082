package org.callboard.geocoding;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a geocoder is asked, and the key that goes along, if it wants one. */
record Endpoint(ProviderClient client, String url, @Nullable String key) {

    /** What it answers, as {@link ProviderClient#get}. */
    JsonNode get(String path, Map<String, ? extends @Nullable Object> asked) throws IOException {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(asked);
        all.put("key", key);
        return client.get(url, path, all);
    }
}

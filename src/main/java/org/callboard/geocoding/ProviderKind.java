package org.callboard.geocoding;

import org.jspecify.annotations.Nullable;

/** The geocoders that Callboard can ask. */
public enum ProviderKind {
    Census(
            "US Census Bureau",
            "https://geocoding.geo.census.gov/geocoder",
            "Free, without a key, for addresses in the United States. The point is reckoned along the street."),
    Nominatim(
            "Nominatim (OpenStreetMap)",
            NominatimProvider.PUBLIC,
            "Your own server, or the public one, which takes one question a second from this installation and no more."),
    Photon("Photon (OpenStreetMap)", null, "Your own server.");

    private final String label;
    private final @Nullable String usualUrl;
    private final String about;

    ProviderKind(String label, @Nullable String usualUrl, String about) {
        this.label = label;
        this.usualUrl = usualUrl;
        this.about = about;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** A sentence or two for who chooses. */
    public String about() {
        return about;
    }

    /** Where it is found unless a company says otherwise; null where everybody has a server of their own. */
    public @Nullable String usualUrl() {
        return usualUrl;
    }

    AddressProvider at(ProviderClient client, String url, @Nullable String key) {
        Endpoint endpoint = new Endpoint(client, url, this == Census ? null : key); // the Census Bureau knows no keys
        return switch (this) {
            case Census -> new CensusProvider(endpoint);
            case Nominatim -> new NominatimProvider(endpoint);
            case Photon -> new PhotonProvider(endpoint);
        };
    }
}

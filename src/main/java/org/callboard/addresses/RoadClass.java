package org.callboard.addresses;

import java.util.List;

/** Whose a numbered road is; {@code Hwy 48} alone does not say it. */
enum RoadClass {
    Interstate("interstate", "i"),
    Us("us", "highway", "route"),
    State("state", "route", "highway", "sr"),
    County("county", "road", "highway", "cr"),
    Township("township", "road"),
    Parish("parish", "road"),
    FarmToMarket("fm", "farm", "market", "road"),
    Ranch("ranch", "road", "rm"),
    Farm("farm", "road"),
    Forest("forest", "road"),
    Private("private", "road"),
    Plain("highway", "route");

    final List<String> names;

    RoadClass(String... names) {
        this.names = List.of(names);
    }
}

package org.callboard.addresses;

/** Whose a numbered road is; {@code Hwy 48} alone does not say it. */
enum RoadClass {
    Interstate,
    Us,
    State,
    County,
    Township,
    Parish,
    FarmToMarket,
    Ranch,
    Farm,
    Forest,
    Private,
    Plain
}

package org.callboard.imports;

import org.callboard.lists.UsualPlaces;
import org.callboard.tenants.Tenant;

/**
 * What of a company decides how its lists are read.
 *
 * @param region the country of numbers without a country code
 * @param country what an address without one is in
 */
record Company(String region, String country, Dates dates) {

    static Company of(Tenant tenant, UsualPlaces places) {
        return new Company(
                tenant.region(),
                places.of(tenant.id(), tenant.region()).country(),
                new Dates(tenant.region(), tenant.timeZone()));
    }
}

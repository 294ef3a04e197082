package org.callboard.listchoices;

import org.callboard.access.Tenant;
import org.callboard.lists.UsualPlaceStore;
import org.callboard.sheets.DateOrder;
import org.callboard.sheets.Dates;

/**
 * What of a company decides how its lists are read.
 *
 * @param region the country of numbers without a country code
 * @param country what an address without one is in
 * @param fields what it has added to its records
 */
public record CompanyFormats(String region, String country, Dates dates, CompanyFields fields) {

    /** Those of a company. */
    public static CompanyFormats of(Tenant tenant, UsualPlaceStore places, DateOrder order, CompanyFields fields) {
        return new CompanyFormats(
                tenant.region(),
                places.of(tenant.id(), tenant.region()).country(),
                new Dates(tenant.region(), tenant.timeZone(), order),
                fields);
    }
}

package org.callboard.isolation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.CallReasons;
import org.callboard.settings.CampaignCategories;
import org.callboard.settings.CampaignCategory;
import org.callboard.settings.Campaigns;
import org.callboard.settings.JobTypes;
import org.callboard.settings.TagTypes;
import org.callboard.settings.Technicians;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;

/**
 * A company with one record of everything that the API can name, and where in a path its id stands. Who adds a path with a
 * new variable adds a line here; the walk fails until then.
 */
final class World {

    final TestTenant tenant = TestTenant.create();

    private final Map<String, Object> ids = new TreeMap<>();

    World() {
        tenant.caller.run(this::fill);
    }

    private void fill() {
        long id = tenant.id;
        long unit = Server.bean(BusinessUnits.class).add(id, "Plumbing").id();
        long category = Server.bean(CampaignCategories.class)
                .add(id, "Online", CampaignCategory.Type.Regular)
                .id();
        ids.put("/settings/v2/tenant/{tenant}/business-units/{id}", unit);
        ids.put("/settings/v2/tenant/{tenant}/employees/{id}", tenant.owner.id());
        ids.put(
                "/settings/v2/tenant/{tenant}/tag-types/{id}",
                Server.bean(TagTypes.class).add(id, "VIP").id());
        ids.put(
                "/settings/v2/tenant/{tenant}/technicians/{id}",
                Server.bean(Technicians.class)
                        .add(id, new Technicians.Draft("Sam Lee", null, null, unit))
                        .id());
        ids.put("/marketing/v2/tenant/{tenant}/categories/{id}", category);
        ids.put(
                "/marketing/v2/tenant/{tenant}/campaigns/{id}",
                Server.bean(Campaigns.class).add(id, "Search ads", category).id());
        ids.put(
                "/jpm/v2/tenant/{tenant}/job-types/{id}",
                Server.bean(JobTypes.class).add(id, "Leak", List.of(unit)).id());
        ids.put(
                "/jbce/v2/tenant/{tenant}/call-reasons/{id}",
                Server.bean(CallReasons.class).add(id, "Price", true).id());
        long provider = tenant.provider("Widget").id();
        ids.put("/crm/v2/tenant/{tenant}/booking-provider-tags/{id}", provider);
        ids.put("/crm/v2/tenant/{tenant}/booking-provider/{booking_provider}", provider);
    }

    /**
     * The id of this company's record at a place in a path.
     *
     * @param place the path up to and with the variable, such as {@code /crm/v2/tenant/{tenant}/bookings/{id}}
     */
    Object id(String place) {
        Object id = ids.get(place);
        if (id == null) {
            throw new AssertionError(
                    "World has no record for " + place + ": add one there, so that the walk covers it.");
        }
        return id;
    }

    /** A body that passes the checks which come before the record is looked for. */
    static String body(String route) {
        return BODIES.getOrDefault(route, "{}");
    }

    private static final Map<String, String> BODIES = Map.of();
}

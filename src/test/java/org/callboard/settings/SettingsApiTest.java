package org.callboard.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.access.Scope;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.CampaignCategories;
import org.callboard.campaigns.CampaignCategory;
import org.callboard.campaigns.Campaigns;
import org.callboard.jobreasons.JobCancelReason;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReason;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.jobreasons.ReasonName;
import org.callboard.people.Employees;
import org.callboard.testing.Api;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SettingsApiTest {

    private static final String ALL_LISTS = "settings/v2 business-units, settings/v2 tag-types, settings/v2 employees,"
            + " settings/v2 technicians, marketing/v2 campaigns, marketing/v2 categories, jpm/v2 job-types,"
            + " jbce/v2 call-reasons, jpm/v2 job-cancel-reasons, jpm/v2 job-hold-reasons";

    private final TestTenant tenant = TestTenant.create();
    private final Api api = tenant.api();

    @Test
    void callReasons() {
        CallReasons reasons = Server.bean(CallReasons.class);
        CallReason price = tenant.caller.call(() -> reasons.add(tenant.id, new CallReason.Details("Price", true)));
        CallReason wrong =
                tenant.caller.call(() -> reasons.add(tenant.id, new CallReason.Details("Wrong number", false)));
        tenant.caller.call(() -> reasons.activate(tenant.id, wrong.id(), false));
        String path = api.path("jbce/v2", "/call-reasons");

        JsonNode first = data(path).get(0);
        assertThat(first.get("id").longValue()).isEqualTo(price.id());
        assertThat(first.get("isLead").booleanValue()).isTrue();
        assertActive(path, List.of("Price"), List.of("Wrong number"));
    }

    /** Both kinds are listed by default. */
    @Test
    void reasonsOfJobs() {
        JobCancelReasons cancel = Server.bean(JobCancelReasons.class);
        JobHoldReasons hold = Server.bean(JobHoldReasons.class);
        JobCancelReason weather = tenant.caller.call(() -> cancel.add(tenant.id, new ReasonName("Weather")));
        JobHoldReason parts = tenant.caller.call(() -> hold.add(tenant.id, new ReasonName("Parts")));
        tenant.caller.run(() -> {
            cancel.activate(
                    tenant.id, cancel.add(tenant.id, new ReasonName("Old")).id(), false);
            hold.activate(tenant.id, hold.add(tenant.id, new ReasonName("Old")).id(), false);
        });
        for (String path :
                List.of(api.path("jpm/v2", "/job-cancel-reasons"), api.path("jpm/v2", "/job-hold-reasons"))) {
            assertThat(data(path).get(0).propertyNames())
                    .containsExactlyInAnyOrder("id", "name", "active", "createdOn", "modifiedOn");
            assertThat(names(path + "?active=true")).hasSize(1).doesNotContain("Old");
            assertThat(names(path + "?active=false")).containsExactly("Old");
            assertThat(names(path)).hasSize(2).isEqualTo(names(path + "?active=Any"));
            assertThat(names(path + "?sort=-CreatedOn")).first().isEqualTo("Old");
            assertThat(names(path + "?createdBefore=2020-01-01T00:00:00Z")).isEmpty();
        }
        assertThat(weather.id())
                .isEqualTo(data(api.path("jpm/v2", "/job-cancel-reasons"))
                        .get(0)
                        .get("id")
                        .longValue());
        assertThat(parts.id())
                .isEqualTo(data(api.path("jpm/v2", "/job-hold-reasons"))
                        .get(0)
                        .get("id")
                        .longValue());
    }

    @Test
    void tagTypes() {
        TagTypes tags = Server.bean(TagTypes.class);
        TagType vip = tenant.caller.call(() -> tags.add(tenant.id, new TagType.Details("VIP")));
        TagType old = tenant.caller.call(() -> tags.add(tenant.id, new TagType.Details("Old")));
        tenant.caller.call(() -> tags.activate(tenant.id, old.id(), false));
        String path = api.path("settings/v2", "/tag-types");

        assertThat(data(path).get(0).get("id").longValue()).isEqualTo(vip.id());
        assertActive(path, List.of("VIP"), List.of("Old"));
    }

    @Test
    void tagTypesAreAddedAndChanged() {
        String path = api.path("settings/v2", "/tag-types");
        Api.Answer added = api.post(path, "{\"name\":\"VIP\",\"color\":\"#2e7d32\",\"importance\":\"High\"}");
        assertThat(added.status()).as(added.text()).isEqualTo(200);
        assertThat(added.json()).isEqualTo(data(path).get(0));
        assertThat(added.json().get("code").stringValue()).isEmpty();
        assertThat(api.post(path, "{\"name\":\"vip\",\"color\":\"#2e7d32\"}").status())
                .isEqualTo(400);

        String one = path + "/" + added.json().get("id").longValue();
        JsonNode changed = api.patch(one, "{\"code\":\"V\",\"isVisibleOnDispatchBoard\":true}")
                .json();
        assertThat(changed.get("importance").stringValue()).isEqualTo("High");
        assertThat(changed.get("color").stringValue()).isEqualTo("#2e7d32");
        assertThat(changed.get("isVisibleOnDispatchBoard").booleanValue()).isTrue();
        assertThat(api.patch(one, "{\"importance\":null}")
                        .json()
                        .get("importance")
                        .isNull())
                .isTrue();
        assertThat(api.patch(path + "/1", "{\"code\":\"V\"}").status()).isEqualTo(404);
        assertThat(tenant.api(EnumSet.complementOf(EnumSet.of(Scope.SETTINGS_WRITE)), null)
                        .patch(one, "{\"code\":\"W\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void userRolesAreTheSameEverywhere() {
        String path = api.path("settings/v2", "/user-roles");
        assertThat(names(path)).hasSize(17).contains("CSR", "Technician");
        assertThat(names(path + "?employeeType=Technician")).hasSize(6).allMatch(name -> name.startsWith("Technician"));
        assertThat(names(path + "?employeeType=None")).isEmpty();
        assertThat(names(path + "?ids=9&name=c")).containsExactly("CSR");
        assertThat(names(path + "?active=False")).isEmpty();
        assertThat(api.get(path + "?pageSize=5&page=4&includeTotal=true")
                        .json()
                        .get("totalCount")
                        .intValue())
                .isEqualTo(17);
        assertThat(names(path + "?pageSize=5&page=4")).hasSize(2);
    }

    @Test
    void businessUnits() {
        BusinessUnits units = Server.bean(BusinessUnits.class);
        BusinessUnit plumbing = tenant.caller.call(() -> units.add(tenant.id, new BusinessUnit.Details("Plumbing")));
        BusinessUnit heating = tenant.caller.call(() -> units.add(tenant.id, new BusinessUnit.Details("Heating")));
        tenant.caller.call(() -> units.activate(tenant.id, heating.id(), false));
        String path = api.path("settings/v2", "/business-units");

        JsonNode one = api.get(path + "/" + plumbing.id()).json();
        assertThat(one.get("address").isNull()).isTrue();
        assertThat(one.get("externalData").isEmpty() && one.get("externalData").isArray())
                .isTrue();
        assertThat(data(path).get(0)).isEqualTo(one);
        assertActive(path, List.of("Plumbing"), List.of("Heating"));
        assertNamedFilters(path, plumbing.id(), "Plumbing", plumbing.createdOn().toString());
        assertUnknown(path);
        assertThat(data(path + "?externalDataApplicationGuid=0191d5b0-0000-7000-8000-000000000000"))
                .hasSize(1);
        assertWrong(path + "?externalDataApplicationGuid=guid", "externalDataApplicationGuid");
    }

    @Test
    void employees() {
        Employees employees = Server.bean(Employees.class);
        var pat = tenant.caller.call(() -> employees.add(
                tenant.id, new Employees.Draft("Pat Kim", "Dispatch", "pat@example.com", "555 0100", null)));
        var gone = tenant.caller.call(
                () -> employees.add(tenant.id, new Employees.Draft("Gone", "CSR", null, null, null)));
        tenant.caller.call(() -> employees.activate(tenant.id, gone.id(), false));
        String path = api.path("settings/v2", "/employees");

        JsonNode one = api.get(path + "/" + pat.id()).json();
        assertThat(one.get("role").stringValue()).isEqualTo("Dispatch");
        assertThat(one.get("phoneNumber").stringValue()).isEqualTo("555 0100");
        assertActive(path, List.of(tenant.owner.displayName(), "Pat Kim"), List.of("Gone"));
        assertNamedFilters(path, pat.id(), "Pat Kim", pat.createdOn().toString());
        assertUnknown(path);
    }

    @Test
    void technicians() {
        Technicians technicians = Server.bean(Technicians.class);
        Technician sam = tenant.caller.call(() ->
                technicians.add(tenant.id, new Technician.Details("Sam Lee", "sam@example.com", "555 0100", null)));
        String path = api.path("settings/v2", "/technicians");

        JsonNode one = api.get(path + "/" + sam.id()).json();
        assertThat(one.get("dailyGoal").intValue()).isZero();
        assertThat(data(path).get(0)).isEqualTo(one);
        assertActive(path, List.of("Sam Lee"), List.of());
        assertNamedFilters(path, sam.id(), "Sam Lee", sam.createdOn().toString());
        assertUnknown(path);
    }

    @Test
    void campaignsAndTheirCategories() {
        CampaignCategories categories = Server.bean(CampaignCategories.class);
        Campaigns campaigns = Server.bean(Campaigns.class);
        CampaignCategory online = tenant.caller.call(() -> categories.add(
                tenant.id, new CampaignCategory.Details("Online", CampaignCategory.Type.GoogleHomeServices)));
        Campaign ads =
                tenant.caller.call(() -> campaigns.add(tenant.id, new Campaign.Details("Search ads", online.id())));
        Campaign radio = tenant.caller.call(() -> campaigns.add(tenant.id, new Campaign.Details("Radio", null)));
        tenant.caller.call(() -> campaigns.activate(tenant.id, radio.id(), false));
        tenant.caller.call(() -> categories.update(
                tenant.id, online.id(), new CampaignCategory.Details("Online", CampaignCategory.Type.Regular)));
        tenant.caller.call(() -> categories.activate(tenant.id, online.id(), false));
        String path = api.path("marketing/v2", "/campaigns");
        String groups = api.path("marketing/v2", "/categories");

        JsonNode one = api.get(path + "/" + ads.id()).json();
        assertThat(one.get("category"))
                .isEqualTo(
                        Api.JSON.readTree("{\"id\":%d,\"name\":\"Online\",\"active\":false}".formatted(online.id())));
        assertThat(api.get(path + "/" + radio.id()).json().get("category").isNull())
                .isTrue();
        assertActive(path, List.of("Search ads"), List.of("Radio"));
        assertNamedFilters(path, ads.id(), "Search ads", null);
        assertUnknown(path);

        assertThat(data(groups).get(0))
                .isEqualTo(api.get(groups + "/" + online.id()).json());
        assertUnknown(groups);
    }

    @Test
    void jobTypes() {
        JobTypes types = Server.bean(JobTypes.class);
        JobType leak = tenant.caller.call(() -> types.add(tenant.id, new JobType.Details("Leak", List.of())));
        tenant.caller.call(() -> types.add(tenant.id, new JobType.Details("Drain", List.of())));
        tenant.caller.call(
                () -> types.update(tenant.id, leak.id(), new JobType.Details("Leaks", List.of(), 90, "High")));
        String path = api.path("jpm/v2", "/job-types");

        JsonNode one = api.get(path + "/" + leak.id()).json();
        assertThat(one.get("duration").longValue()).isEqualTo(5400);
        assertThat(names(path)).containsExactly("Leaks", "Drain");
        assertThat(names(path + "?orderBy=ModifiedOn")).containsExactly("Drain", "Leaks");
        assertThat(names(path + "?orderBy=modifiedOn&orderByDirection=Descending"))
                .containsExactly("Leaks", "Drain");
        assertThat(names(path + "?orderBy=createdOn&orderByDirection=desc")).containsExactly("Drain", "Leaks");
        assertThat(names(path + "?orderByDirection=desc")).containsExactly("Drain", "Leaks");
        assertWrong(path + "?orderBy=name&orderByDirection=up", "orderBy", "orderByDirection");
        assertNamedFilters(path, leak.id(), "Leaks", leak.createdOn().toString());
        assertUnknown(path);
    }

    static Stream<String> lists() {
        return Stream.of(ALL_LISTS.split(", *"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyListHasPagesAndNeedsTheScope(String list) {
        String path = api.path(list.split(" ")[0], "/" + list.split(" ")[1]);
        JsonNode page = api.get(path + "?page=2&pageSize=1&includeTotal=True").json();
        assertThat(page.propertyNames()).containsExactlyInAnyOrder("page", "pageSize", "hasMore", "totalCount", "data");
        assertThat(page.get("totalCount").longValue()).isEqualTo(list.endsWith("employees") ? 1 : 0);
        assertThat(api.get(path).json().get("totalCount").isNull()).isTrue();
        assertWrong(path + "?page=0&pageSize=5001&includeTotal=yes", "page", "pageSize", "includeTotal");

        Api without = tenant.api(EnumSet.complementOf(EnumSet.of(Scope.SETTINGS_READ)), null);
        assertThat(without.get(path).status()).isEqualTo(403);
        assertThat(tenant.api(tenant.provider("Widget of " + list)).get(path).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "2"})
    void activeHasThreeValues(String value) {
        assertWrong(api.path("settings/v2", "/tag-types?active=" + value), "active");
    }

    private void assertActive(String path, List<String> active, List<String> inactive) {
        assertThat(names(path)).isEqualTo(active);
        assertThat(names(path + "?active=true")).isEqualTo(active);
        assertThat(names(path + "?active=FALSE")).isEqualTo(inactive);
        assertThat(names(path + "?active=any"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(active.stream(), inactive.stream()).toList());
    }

    private void assertNamedFilters(String path, long id, String name, String createdOn) {
        assertThat(names(path + "?ids=" + id + ",%201")).containsExactly(name);
        assertThat(names(path + "?ids=1")).isEmpty();
        assertThat(names(path + "?name=" + encode(name.substring(1).toUpperCase())))
                .containsExactly(name);
        assertThat(names(path + "?name=%25")).isEmpty();
        assertThat(names(path + "?ids=" + id + "&modifiedOnOrAfter=2020-01-01T00:00:00Z"))
                .containsExactly(name);
        assertThat(names(path + "?ids=" + id + "&modifiedBefore=2020-01-01T00:00:00Z"))
                .isEmpty();
        assertWrong(
                path + "?ids=1,x&active=maybe&modifiedBefore=soon&modifiedOnOrAfter=late",
                "ids",
                "active",
                "modifiedBefore",
                "modifiedOnOrAfter");
        assertWrong(path + "?ids=" + "1,".repeat(50) + "1", "ids");
        if (createdOn != null) {
            assertThat(names(path + "?ids=" + id + "&createdOnOrAfter=" + createdOn))
                    .containsExactly(name);
            assertThat(names(path + "?ids=" + id + "&createdBefore=" + createdOn))
                    .isEmpty();
            assertWrong(path + "?createdBefore=soon&createdOnOrAfter=late", "createdBefore", "createdOnOrAfter");
        }
    }

    private void assertUnknown(String path) {
        Api.Answer answer = api.get(path + "/1");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("title").stringValue()).endsWith(" 1 was not found.");
        assertWrong(path + "/x", "id");
    }

    private void assertWrong(String path, String... fields) {
        Api.Answer answer = api.get(path);
        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.json().get("errors").propertyNames()).containsExactlyInAnyOrder(fields);
    }

    private JsonNode data(String path) {
        Api.Answer answer = api.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("data");
    }

    private List<String> names(String path) {
        return data(path)
                .valueStream()
                .map(row -> row.get("name").stringValue())
                .toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.callboard.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.Tenants;
import org.callboard.settings.JobTypes;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

class SettingsPagesTest {

    private static final List<String> NAMED = List.of(
            "business-units",
            "job-types",
            "campaigns",
            "campaign-categories",
            "call-reasons",
            "tag-types",
            "job-cancel-reasons",
            "job-hold-reasons",
            "technicians");

    private final TestTenant tenant = TestTenant.create();
    private final Visitor manager = Visitor.signedIn(tenant.user(Role.Manager));

    @Test
    void aCsrIsToldThatSettingsAreNotForThem() {
        Visitor csr = Visitor.signedIn(tenant.user(Role.CSR));
        for (String page : List.of("/settings", "/settings/company", "/settings/users", "/settings/api-access")) {
            Visitor.Answer answer = csr.get(page);
            assertThat(answer.status()).as(page).isEqualTo(403);
            assertThat(answer.body()).contains("Not allowed").doesNotContain(">Settings</a>");
        }
    }

    @Test
    void everyKindIsAddedEditedDeactivatedAndReactivated() {
        for (String kind : NAMED) {
            String path = "/settings/" + kind;
            assertThat(manager.get(path).status()).as(kind).isEqualTo(200);
            assertThat(manager.get(path + "/new").status()).as(kind).isEqualTo(200);
            assertThat(manager.post(path, "name", "First one", "type", "Regular")
                            .location())
                    .as(kind)
                    .isEqualTo(path);
            String list = manager.get(path).body();
            assertThat(list).contains("First one").contains("First one is added.");
            Matcher id = Pattern.compile(path + "/(\\d+)\"").matcher(list);
            assertThat(id.find()).isTrue();
            String one = path + "/" + id.group(1);
            assertThat(manager.get(one).body()).contains("value=\"First one\"");
            assertThat(manager.post(one, "name", "Second thought", "type", "Regular")
                            .location())
                    .isEqualTo(path);
            assertThat(manager.post(one + "/active", "active", "false").location())
                    .isEqualTo(path);
            assertThat(manager.get(path + "?show=active").body()).doesNotContain(">Second thought<");
            assertThat(manager.get(path + "?show=inactive").body()).contains(">Second thought<");
            manager.post(one + "/active", "active", "true");
            assertThat(manager.get(path + "?show=active").body()).contains(">Second thought<");
        }
    }

    @Test
    void aLeadFormSaysWhatItsLeadsAreCreditedToAndWhenSomebodyCalls() {
        manager.get("/settings/lead-forms/new");
        manager.post("/settings/campaigns", "name", "Spring mailing");
        Visitor.Answer refused = manager.post("/settings/lead-forms", "name", "Heat pump offer");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"campaignId-error\"")
                .contains("A lead needs a call reason or a day for the follow-up.");
        Matcher campaign = Pattern.compile("value=\"(\\d+)\">Spring mailing<").matcher(refused.body());
        assertThat(campaign.find()).isTrue();
        assertThat(manager.post(
                                "/settings/lead-forms",
                                "name",
                                "Heat pump offer",
                                "campaignId",
                                campaign.group(1),
                                "followUpDays",
                                "1")
                        .location())
                .isEqualTo("/settings/lead-forms");
        String list = manager.get("/settings/lead-forms").body();
        assertThat(list).contains("Heat pump offer").contains("Spring mailing").contains("The next day");
        Matcher id = Pattern.compile("/settings/lead-forms/(\\d+)\"").matcher(list);
        assertThat(id.find()).isTrue();
        manager.post("/settings/lead-forms/" + id.group(1) + "/active", "active", "false");
        assertThat(manager.get("/settings/lead-forms?show=active").body()).doesNotContain("Heat pump offer");
    }

    @Test
    void aFormKeepsWhatWasTypedAndSaysWhatIsWrong() {
        manager.get("/settings/technicians/new");
        Visitor.Answer refused = manager.post("/settings/technicians", "name", "", "email", "not <an> address");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("This field is required.")
                .contains("aria-invalid=\"true\"")
                .contains("not &lt;an&gt; address");

        manager.post("/settings/booking-provider-tags", "tagName", "Website", "description", "the form");
        Visitor.Answer taken =
                manager.post("/settings/booking-provider-tags", "tagName", "website", "description", "again");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body())
                .contains("id=\"tagName-error\"")
                .contains("Another booking provider tag has the name website.");
    }

    @Test
    void everyFieldThatCanNotBeReadIsNamedInOneAnswer() {
        manager.get("/settings/lead-forms/new");
        Map<String, String> all = new LinkedHashMap<>();
        all.put("lead-forms", "name= campaignId=x callReasonId=y followUpDays=z");
        all.put("campaigns", "name= categoryId=x");
        all.put("campaign-categories", "name= type=Odd");
        all.put("job-types", "name= businessUnitIds=x");
        all.put("technicians", "name= email=x phone=x businessUnitId=y");
        all.put("employees", "name= role=Odd email=x phone=x businessUnitId=y");
        all.put("users", "name= email=x role=Odd password=short");
        all.put("customer-fields", "name= dataType=Odd");
        all.put("location-fields", "name= dataType=");
        all.put("booking-provider-tags", "tagName= description=");
        all.put("api-access/apps", "name= scopes=odd:read");
        all.put("api-access/connect", "app=new name= scopes= tag=x");
        all.put("company", "name= timeZone=Odd region=x");
        all.forEach((path, fields) -> {
            String[] typed = fields.split("[ =]", -1);
            Visitor.Answer refused = manager.post("/settings/" + path, typed);
            assertThat(refused.status()).as(path).isEqualTo(422);
            for (int i = 0; i < typed.length; i += 2) {
                if (!typed[i + 1].equals("new")) {
                    assertThat(refused.body()).as(path).contains("id=\"" + typed[i] + "-error\"");
                }
            }
        });
        assertThat(manager.post("/settings/api-access/connect", "app", "x", "tag", "y")
                        .body())
                .contains("id=\"app-error\"", "id=\"tag-error\"")
                .doesNotContain("id=\"name-error\"");

        String page = "/settings/booking-pages/" + tenant.provider("Website").id();
        String[] odd = {"heading", "Cold house?", "address", "Alien", "campaignId", "x", "jobTypeIds", "y"};
        Visitor.Answer refused = manager.post(page, odd);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"address-error\"", "id=\"campaignId-error\"", "id=\"jobTypeIds-error\"")
                .contains("id=\"button-error\"", "id=\"color-error\"");
        Visitor.Answer preview =
                manager.get(page + "/preview?heading=Cold+house&address=Alien&campaignId=x&jobTypeIds=y");
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body()).contains("Cold house");
    }

    @Test
    void aJobTypeGoesWithTheUnitsThatWereTicked() {
        manager.get("/settings/business-units/new");
        manager.post("/settings/business-units", "name", "Plumbing");
        manager.post("/settings/business-units", "name", "Heating");
        String form = manager.get("/settings/job-types/new").body();
        assertThat(form).containsPattern("value=\"Normal\"[^>]* selected");
        Matcher unit =
                Pattern.compile("name=\"businessUnitIds\"\\s+value=\"(\\d+)\"").matcher(form);
        assertThat(unit.find()).isTrue();
        manager.post("/settings/job-types", "name", "Boiler repair", "businessUnitIds", unit.group(1));
        assertThat(manager.get("/settings/job-types").body()).contains(">Heating</td>");
        tenant.caller.run(() -> assertThat(Server.bean(JobTypes.class)
                        .all(tenant.id)
                        .getFirst()
                        .details()
                        .businessUnitIds())
                .containsExactly(Long.valueOf(unit.group(1))));
    }

    @Test
    void whatSomebodyMayNotChangeIsShownAsItIs() {
        String users = manager.get("/settings/users").body();
        String owner = "/settings/users/" + tenant.owner.id();
        assertThat(users)
                .contains(">Owner</td>")
                .contains("href=\"" + owner + "\"")
                .doesNotContain(owner + "/active");
        String page = manager.get(owner).body();
        assertThat(page)
                .contains("Only an owner may change an owner.")
                .containsPattern("<option value=\"Owner\" selected=\"selected\">Owner</option>")
                .contains("<fieldset disabled=\"disabled\">")
                .doesNotContain("type=\"password\"", ">Save<");
        String employee =
                manager.get("/settings/employees/" + tenant.owner.id()).body();
        assertThat(employee)
                .contains("Who signs in is changed among the users.")
                .doesNotContain(">Save<");
        Visitor themselves = Visitor.signedIn(tenant.owner);
        assertThat(themselves.get(owner).body()).contains(">Save<").doesNotContain("<fieldset disabled");
    }

    /** A browser shows the first choice where the present one is not among them. */
    @Test
    void aValueThatIsNotOfferedAnyMoreIsShownAllTheSame() {
        manager.get("/settings/company");
        Visitor.Answer refused =
                manager.post("/settings/company", "name", "", "timeZone", "Mars/Olympus", "region", "US");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("<option value=\"Mars/Olympus\" selected>Mars/Olympus</option>");
    }

    @Test
    void onlyAnOwnerMakesOwners() {
        manager.get("/settings/users/new");
        Visitor.Answer refused = manager.post(
                "/settings/users",
                "name",
                "Eve",
                "email",
                "eve@x.test",
                "role",
                "Owner",
                "password",
                "long enough it is");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Only an owner may make or change owners.");
        assertThat(manager.post("/settings/users/" + tenant.owner.id() + "/active", "active", "false")
                        .status())
                .isEqualTo(403);

        Visitor owner = Visitor.signedIn(tenant.owner);
        owner.get("/settings/users/new");
        assertThat(owner.post(
                                "/settings/users",
                                "name",
                                "Eve",
                                "email",
                                "eve" + tenant.id + "@x.test",
                                "role",
                                "Owner",
                                "password",
                                "long enough it is")
                        .location())
                .isEqualTo("/settings/users");
    }

    @Test
    void theCompanyAndItsCallsScreenAreChanged() {
        manager.get("/settings/company");
        manager.post("/settings/company", "name", "Smith & Sons", "timeZone", "America/Denver", "region", "CA");
        assertThat(manager.get("/settings/company").body()).contains("Smith &amp; Sons");
        Visitor.Answer refused = manager.post("/settings/company", "name", "", "timeZone", "Mars/Base", "region", "CA");
        assertThat(refused.body()).contains("This is not a time zone.").contains("This field is required.");

        assertThat(manager.get("/settings/calls").body()).contains("checked");
        manager.post("/settings/calls");
        tenant.caller.run(
                () -> assertThat(Server.bean(Tenants.class).get(tenant.id).showBookingsOnCalls())
                        .isFalse());
    }

    @Test
    void anUnknownKindAndAnUnknownRecordAreNotFound() {
        assertThat(manager.get("/settings/nonsense").status()).isEqualTo(404);
        assertThat(manager.get("/settings/tag-types/99999999").status()).isEqualTo(404);
        assertThat(manager.get("/settings/tag-types/abc").status()).isEqualTo(404);
    }

    @Test
    void theOfficeSeesItsPeople() {
        manager.get("/settings/employees/new");
        manager.post("/settings/employees", "name", "Ann Becker", "role", "GeneralOffice");
        assertThat(manager.get("/settings/employees").body())
                .contains("Ann Becker")
                .contains("General office");
    }
}
